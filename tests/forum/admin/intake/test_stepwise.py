"""A long list is saved on a page that says how far it is, whole or not at all."""

import pytest
from django.urls import reverse
from reversion.models import Revision

from delegations.models import Institution
from forum.admin.intake import stepwise
from forum.intake import saving
from forum.intake.lists import place_of
from forum.intake.saving import Saving, save_by_steps
from tests.intakes import bring, fields

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch):
    """Five rows are a long list, of which two are written at a time."""
    monkeypatch.setattr(stepwise, "LONG", 4)
    monkeypatch.setattr(saving, "BATCH", 2)


def rows(count: int) -> str:
    return "Name\tROR\n" + "\n".join(f"Sample{n} House{n}\t" for n in range(count))


def save(client, intake, table, **changes):
    address = reverse("admin:intake_one", args=[intake.pk])
    return client.post(address, fields(table) | {"save": "on"} | changes)


def read(answer) -> str:
    return answer.getvalue().decode()


def test_a_long_list_says_how_far_it_is_and_then_that_it_is_saved(staff_client):
    intake, table = bring(staff_client, "institutions", rows(5))
    before = Revision.objects.count()

    answer = save(staff_client, intake, table)
    assert answer.streaming
    parts = [part.decode() for part in answer.streaming_content]

    assert [part for part in parts if "rows are written" in part] == [
        "<p>2 of 5 rows are written.</p>\n",
        "<p>4 of 5 rows are written.</p>\n",
        "<p>5 of 5 rows are written.</p>\n",
    ]
    assert "5 rows are saved." in parts[-2]
    assert reverse("admin:intake_one", args=[intake.pk]) in parts[-2]
    assert parts[-1].rstrip().endswith("</html>")
    assert Institution.objects.count() == 5
    assert Revision.objects.count() == before + 1
    intake.refresh_from_db()
    assert (intake.state, intake.revision.user.get_username()) == ("saved", "staff")


def test_a_short_list_is_saved_as_ever(staff_client):
    intake, table = bring(staff_client, "institutions", rows(4))

    assert save(staff_client, intake, table).status_code == 302
    assert Institution.objects.count() == 4


def test_what_fails_on_the_way_is_said_and_changes_nothing(staff_client):
    intake, table = bring(staff_client, "institutions", rows(5) + "\nSample House\t0443cwa12")
    Institution.objects.create(name_en="Meanwhile", slug="meanwhile", ror_id="0443cwa12")

    page = read(save(staff_client, intake, table))

    assert "4 of 6 rows are written." in page
    assert "changed meanwhile, so nothing was saved" in page
    assert "refresh" not in page
    assert Institution.objects.count() == 1
    intake.refresh_from_db()
    assert (intake.state, intake.revision) == ("ready", None)


def test_a_reader_who_leaves_before_the_end_saves_nothing(staff_client, staff):
    intake, _table = bring(staff_client, "institutions", rows(5))
    steps = save_by_steps(intake, Saving(place_of(intake, staff), is_published=False))

    assert next(steps) == (2, 5)
    # A server closes the answer whose reader has gone, and with it what the answer is made of.
    steps.close()

    assert not Institution.objects.exists()
    intake.refresh_from_db()
    assert intake.state == "ready"


def test_a_long_list_that_is_sent_twice_is_saved_once(staff_client):
    intake, table = bring(staff_client, "institutions", rows(5))

    answers = [save(staff_client, intake, table) for _ in range(2)]
    pages = [read(answer) for answer in answers]

    assert "5 rows are saved." in pages[0]
    assert "The list is saved already." in pages[1]
    assert Institution.objects.count() == 5


def test_the_page_speaks_the_language_of_its_reader_to_the_end(staff_client):
    intake, table = bring(staff_client, "institutions", rows(5))
    staff_client.cookies["django_language"] = "et"

    assert 'lang="et"' in read(save(staff_client, intake, table))
