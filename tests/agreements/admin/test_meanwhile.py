"""What a page asks about is done only as it was shown."""

import pytest

from agreements.models import Agreement, Step
from delegations.models import Institution
from forum.history.keeping import revision
from tests.admin_forms import admin_url, form_data, open_form
from tests.factories import make_agreement, make_event, make_institution
from tests.history import entries_of

pytestmark = pytest.mark.django_db

MEANWHILE = "Somebody changed this record meanwhile"
ONCE = {"once": "a-token-of-one-form-0123456789"}


def change(record, staff, **values):
    with revision(by=staff):
        for name, value in values.items():
            setattr(record, name, value)
        record.save()


@pytest.fixture
def agreement():
    return make_agreement(stage="proposed", city_en="Tartu")


def step_page(agreement, kind="negotiation") -> str:
    return f"/admin/agreements/agreement/{agreement.pk}/steps/{kind}/"


def opened(client, url) -> dict:
    answer = open_form(client, url)
    return form_data(answer) | {"seen": answer.context_data["seen"]}


def test_a_step_is_not_taken_over_what_somebody_changed(staff_client, staff, agreement):
    url = step_page(agreement)
    data = opened(staff_client, url)
    change(agreement, staff, city_en="Narva")

    answer = staff_client.post(url, data)

    assert f"{MEANWHILE} (staff, " in answer.text
    assert "Place [en]: “Tartu” became “Narva”." in answer.text
    assert not Step.objects.exists()
    assert staff_client.post(url, data | {"seen": answer.context["seen"]}).status_code == 302
    assert Step.objects.count() == 1


def test_a_step_that_is_sent_twice_is_taken_once(staff_client):
    agreement = make_agreement(in_force_on="2020-01-01", concluded_on="2020-01-01")
    url = step_page(agreement, "reviewed")
    data = opened(staff_client, url) | ONCE

    answers = [staff_client.post(url, data) for _ in range(2)]

    assert [answer.url for answer in answers] == [admin_url(agreement, "change")] * 2
    assert Step.objects.count() == 1


def test_a_step_sent_after_signing_out_comes_back(staff_client, staff, agreement):
    url = step_page(agreement)
    sender = open_form(staff_client, url).context_data["sent_by"]
    data = opened(staff_client, url) | {"note": "By telephone", "sent_by": sender}
    staff_client.logout()
    staff_client.post(url, data)
    staff_client.force_login(staff)

    page = staff_client.get(url).text

    assert "By telephone" in page
    assert "nothing is saved yet" in page
    assert not Step.objects.exists()
    assert staff_client.post(url, {"discard": "on"}).url == url
    assert "By telephone" not in staff_client.get(url).text


def test_a_record_is_put_back_only_over_what_was_shown(staff_client, staff):
    event = make_event(city_en="Tartu")
    change(event, staff, city_en="Narva")
    first = entries_of(event)[0].revision.pk
    url = f"/admin/forum/event/{event.pk}/history/{first}/"
    seen = staff_client.get(url).context["seen"]
    change(event, staff, theme_en="Trade")

    answer = staff_client.post(url, {"seen": seen})

    assert MEANWHILE in answer.text
    event.refresh_from_db()
    assert (event.city_en, event.theme_en) == ("Narva", "Trade")
    staff_client.post(url, {"seen": answer.context["seen"]})
    event.refresh_from_db()
    assert (event.city_en, event.theme_en) == ("Tartu", "")


def test_records_are_merged_only_as_they_were_shown(staff_client, staff):
    keep, duplicate = make_institution(name_en="Keep"), make_institution(name_en="Other")
    url = f"/admin/delegations/institution/{keep.pk}/merge/{duplicate.pk}/"
    seen = staff_client.get(url).context["seen"]
    change(duplicate, staff, city_en="Narva")

    answer = staff_client.post(url, {"seen": seen, "reason": "The same"})

    assert MEANWHILE in answer.text
    assert 'value="The same"' in answer.text
    assert Institution.objects.count() == 2
    staff_client.post(url, {"seen": answer.context["seen"], "reason": "The same"})
    assert Institution.objects.get().city_en == "Narva"


@pytest.mark.parametrize("seen", ["", "nonsense", "a:b", "\x00"])
def test_a_page_that_does_not_say_what_it_showed_does_what_it_is_asked(
    staff_client, agreement, seen
):
    url = step_page(agreement)

    staff_client.post(url, opened(staff_client, url) | {"seen": seen})

    assert Agreement.objects.get().stage == "negotiation"
