"""A forum is put on record in one short form, with its delegations."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from delegations.models import Delegation
from forum.models import Event
from tests.config.desk.workspace.forums import clerk
from tests.history import last_author

pytestmark = pytest.mark.django_db
RECORD = "/admin/record/"
FORUM = {
    "title_en": "Rectors' Forum",
    "kind": "forum",
    "starts_on": "17.11.2025",
    "date_precision": "day",
    "city_en": "Astana",
    "country": "KZ",
    "guests": "Estonia",
}


def sides():
    return [(each.country, each.role) for each in Delegation.objects.order_by("position")]


def test_a_forum_is_recorded_with_its_delegations_in_one_revision(staff_client, staff):
    response = staff_client.post(RECORD, FORUM)

    event = Event.objects.get()
    assertRedirects(response, f"/admin/forum/event/{event.pk}/overview/")
    assert (event.title_en, event.starts_on, event.slug) == (
        "Rectors' Forum",
        dt.date(2025, 11, 17),
        "rectors-forum",
    )
    assert (event.is_published, event.time_zone) == (False, "Asia/Almaty")
    assert sides() == [("KZ", "host"), ("EE", "guest")]
    assert last_author(event) == staff.username
    page = staff_client.get("/admin/changes/")
    assert len(page.context["entries"]) == 1


def test_countries_are_named_in_any_language_and_once(staff_client):
    typed = {"hosts": "Польша; Poola", "guests": "Эстония, ee\nӨзбекстан", "country": "KZ"}
    staff_client.post(RECORD, FORUM | typed)

    assert sides() == [("PL", "host"), ("EE", "guest"), ("UZ", "guest")]


def test_what_is_no_country_is_refused_and_nothing_is_recorded(staff_client):
    response = staff_client.post(RECORD, FORUM | {"guests": "Estonia, Atlantis"})

    assertContains(response, "“Atlantis” is no country that is known here.")
    assert not Event.objects.exists()


def test_no_country_is_host_and_guest(staff_client):
    response = staff_client.post(RECORD, FORUM | {"hosts": "Estonia"})

    assertContains(response, "One of these is a host already.")


def test_without_a_title_nothing_is_recorded(staff_client):
    response = staff_client.post(RECORD, {"kind": "forum", "date_precision": "day"})

    assertContains(response, "Give the title in at least one language.")
    assert not Event.objects.exists()


def test_a_title_is_enough(staff_client):
    staff_client.post(RECORD, {"title_en": "Forum", "kind": "forum", "date_precision": "day"})

    assert Event.objects.count() == 1
    assert sides() == []


def test_a_forum_without_a_title_is_refused(staff_client):
    response = staff_client.post(RECORD, FORUM | {"title_en": ""})

    assert response.status_code == 200
    assertContains(response, "Nothing is saved yet")
    assert not Event.objects.exists()


@pytest.mark.parametrize(("typed", "precision"), [("11.2025", "month"), ("2025", "year")])
def test_a_date_is_as_exact_as_it_is_typed(staff_client, typed, precision):
    staff_client.post(RECORD, FORUM | {"starts_on": typed})

    assert Event.objects.get().date_precision == precision


def test_the_form_asks_in_the_language_of_the_reader(staff_client):
    staff_client.post(f"/kk{RECORD}", FORUM | {"title_en": "", "title_kk": "Форум"})

    assert Event.objects.get().title_kk == "Форум"


@pytest.mark.parametrize("value", ["a\x00b", "9" * 5000, "🤝", "'\""])
def test_the_form_takes_any_text(staff_client, value):
    response = staff_client.post(RECORD, dict.fromkeys([*FORUM, "hosts", "ends_on"], value))

    assert response.status_code == 200


def test_who_may_not_add_events_records_none(client):
    client.force_login(clerk("view_event", "change_event"))

    assert client.get(RECORD).status_code == 403
    assertNotContains(client.get("/admin/"), RECORD)


def test_who_may_add_no_delegation_is_asked_for_no_country_that_comes(client):
    client.force_login(clerk("view_event", "add_event"))

    assertNotContains(client.get(RECORD), "guests")
    client.post(RECORD, FORUM)
    assert sides() == []


def test_an_empty_site_says_how_to_begin(staff_client):
    assertContains(staff_client.get("/admin/"), "How to begin")
    staff_client.post(RECORD, FORUM)
    assertNotContains(staff_client.get("/admin/"), "How to begin")


def test_the_kinds_that_stand_in_others_are_folded_away(staff_client):
    context = staff_client.get("/admin/").context

    def kinds(name):
        return {each["object_name"] for app in context[name] for each in app["models"]}

    assert {"Event", "Institution", "Agreement"} <= kinds("first_kinds")
    assert {"Member", "Party", "Signatory", "EventCitation", "Speaker"} <= kinds("other_kinds")
    assert not kinds("first_kinds") & kinds("other_kinds")


def test_a_clerk_of_folded_kinds_alone_finds_them(client):
    client.force_login(clerk("view_member"))

    page = client.get("/admin/")

    assertContains(page, "/admin/delegations/member/")
    assertNotContains(page, "permission to view")
    assert get_user_model().objects.count() == 1


def carried(client) -> dict:
    page = client.get(RECORD)
    return {name: page.context[name] for name in ("once", "sent_by")}


def test_a_double_click_makes_one_forum_and_leads_to_it(staff_client):
    data = FORUM | carried(staff_client)

    answers = [staff_client.post(RECORD, data) for _ in range(2)]

    event = Event.objects.get()
    assert {answer.url for answer in answers} == {f"/admin/forum/event/{event.pk}/overview/"}
    assert Delegation.objects.count() == 2


def test_a_forum_sent_after_signing_out_comes_back(staff_client, staff):
    data = FORUM | carried(staff_client)
    staff_client.logout()
    staff_client.post(RECORD, data)
    staff_client.force_login(staff)

    page = staff_client.get(RECORD)

    assertContains(page, "nothing is saved yet")
    for typed in ("Rectors&#x27; Forum", "17.11.2025", "Astana", "Estonia"):
        assertContains(page, f'value="{typed}"')
    assert not Event.objects.exists()
    staff_client.post(RECORD, data)
    assert Event.objects.count() == 1
    assertNotContains(staff_client.get(RECORD), "nothing is saved yet")
