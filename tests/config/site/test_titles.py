"""A title of a thousand characters: whole wherever it is shown, short in its address."""

import pytest

from agreements.models import Agreement
from forum.models import Event
from forum.records.fields import TITLE_LENGTH
from tests.admin_forms import admin_url
from tests.factories import (
    MAY_1,
    make_attachment,
    make_outcome,
    make_session,
)
from tests.reading import pdf_of, read, words_of

LONG = ("Соглашение о сотрудничестве в области высшего образования и науки " * 16)[
    : TITLE_LENGTH - 4
]
LONG = f"{LONG} end"

pytestmark = pytest.mark.django_db


def recorded(record):
    record.full_clean()
    record.save()
    return record


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def event():
    return recorded(Event(title_en=LONG, starts_on=MAY_1, is_published=True))


@pytest.fixture
def agreement():
    return recorded(Agreement(title_en=LONG, is_published=True))


def test_its_address_is_made_from_its_beginning(event, agreement):
    assert len(LONG) == TITLE_LENGTH
    assert event.slug.startswith("soglashenie-o-sotrudnichestve")
    assert len(event.slug) <= 120
    assert len(agreement.slug) <= 120


@pytest.mark.parametrize("page", ["", "programme/", "delegations/", "agreements/"])
def test_pages_of_an_event_show_it_whole(client, event, page):
    assert LONG in read(client.get(event.get_absolute_url() + page))


def test_the_page_and_the_lists_show_what_hangs_on_an_event_whole(client, event, agreement):
    make_attachment(event=event, title_en=f"A{LONG[1:]}")
    make_outcome(event=event, title_en=f"B{LONG[1:]}")
    make_session(event=event, day=MAY_1, title_en=f"C{LONG[1:]}", original_title=f"D{LONG[1:]}")

    overview = read(client.get(event.get_absolute_url()))
    programme = read(client.get(event.get_absolute_url() + "programme/"))

    assert all(letter + LONG[1:] in overview for letter in "AB")
    assert all(letter + LONG[1:] in programme for letter in "CD")
    assert LONG in read(client.get("/events/"))
    assert LONG in read(client.get("/agreements/"))
    assert LONG in read(client.get(agreement.get_absolute_url()))
    assert LONG in client.get("/agreements/register.csv").getvalue().decode()


def test_files_hold_it_whole(client, event, agreement):
    make_session(event=event, day=MAY_1, title_en=f"C{LONG[1:]}")

    programme = pdf_of(client.get(event.get_absolute_url() + "programme/programme.pdf"))
    record = pdf_of(client.get(agreement.get_absolute_url() + "record.pdf"))

    assert squeezed(LONG) in squeezed(words_of(programme))
    # The foot of a page may stand in the midst of the second.
    assert words_of(programme).count("Соглаш end") == 2
    assert squeezed(LONG) in squeezed(words_of(record))


def test_staff_can_save_it(admin_client, event):
    response = admin_client.get(admin_url(event, "change"))

    assert LONG in response.text
    assert f'maxlength="{TITLE_LENGTH}"' in response.text
