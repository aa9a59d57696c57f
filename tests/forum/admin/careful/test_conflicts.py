"""Two people with the same form: the second overwrites nothing, at whichever form it is."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from forum.history.keeping import revision
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, send_form
from tests.factories import make_delegation, make_event, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ROW = {"function": "member", "position": "3", "accreditation": "pending", "capacity": "substantive"}


@pytest.fixture
def other_client(db):
    user = get_user_model().objects.create_superuser("aliya", first_name="Aliya", last_name="Other")
    client = Client()
    client.force_login(user)
    return client


def opened(client, record) -> dict:
    return form_data(open_form(client, admin_url(record, "change")))


def save(client, record, data):
    return client.post(admin_url(record, "change"), data)


def refused(client, record, data):
    response = send_form(client, admin_url(record, "change"), data)
    assert response.status_code == 200
    return response


def test_what_only_one_of_two_changed_is_kept(staff_client, other_client):
    event = make_event(city_en="Tartu", title_en="Forum")
    mine, theirs = opened(staff_client, event), opened(other_client, event)

    save(other_client, event, theirs | {"city_en": "Narva", "kind": "summit"})
    response = save(staff_client, event, mine | {"title_en": "Summit"})

    assert response.status_code == 302
    event.refresh_from_db()
    assert (event.city_en, event.title_en, event.kind) == ("Narva", "Summit", "summit")


@pytest.fixture
def met(staff_client, other_client):
    """Both changed the city, and the second was refused: the event, and the answer."""
    event = make_event(city_en="Tartu", theme_en="Ties")
    mine, theirs = opened(staff_client, event), opened(other_client, event)
    save(other_client, event, theirs | {"city_en": "Narva", "city_ru": "Нарва"})
    return event, refused(staff_client, event, mine | {"city_en": "Astana", "theme_en": "Trade"})


def test_what_both_changed_is_shown_with_all_values_and_who_changed_it(met):
    event, response = met
    event.refresh_from_db()
    [choice] = response.context_data["choices"]
    assert (choice.was, choice.theirs, choice.mine) == ("Tartu", "Narva", "Astana")
    assert choice.label == "City [en]"
    assert "Aliya Other, " in choice.change
    assert (event.city_en, event.theme_en) == ("Narva", "Ties")
    page = response.rendered_content
    assert "Somebody else changed this record while you did" in page
    assert "Tartu" in page


@pytest.mark.parametrize(("taken", "city"), [("mine", "Astana"), ("theirs", "Narva")])
def test_staff_choose_field_by_field(met, staff_client, taken, city):
    event, response = met

    answer = save(staff_client, event, form_data(response) | {"take-city_en": taken})

    assert answer.status_code == 302
    event.refresh_from_db()
    assert (event.city_en, event.city_ru, event.theme_en) == (city, "Нарва", "Trade")


def test_without_a_choice_nothing_is_saved(met, staff_client):
    event, response = met

    again = refused(staff_client, event, form_data(response))

    [choice] = again.context_data["choices"]
    assert (choice.was, choice.theirs, choice.mine) == ("Tartu", "Narva", "Astana")
    assert "choose what it is to say" in errors_of(again)


def test_a_third_change_is_asked_about_too(met, staff_client, other_client):
    event, response = met
    save(other_client, event, opened(other_client, event) | {"city_en": "Pärnu"})

    again = refused(staff_client, event, form_data(response) | {"take-city_en": "mine"})

    [choice] = again.context_data["choices"]
    assert (choice.was, choice.theirs, choice.mine) == ("Narva", "Pärnu", "Astana")


def test_a_form_refused_for_another_reason_does_not_forget_what_it_merged(
    staff_client, other_client
):
    event = make_event(city_en="Tartu")
    mine, theirs = opened(staff_client, event), opened(other_client, event)
    save(other_client, event, theirs | {"city_en": "Narva"})
    response = refused(staff_client, event, mine | {"starts_on": "never", "theme_en": "Trade"})

    save(staff_client, event, form_data(response) | {"starts_on": "2025-05-01"})

    event.refresh_from_db()
    assert (event.city_en, event.theme_en) == ("Narva", "Trade")


def test_rows_are_merged_field_by_field(staff_client, other_client):
    delegation = make_delegation()
    member = make_member(delegation=delegation, office_en="Rector", position=1)
    mine, theirs = opened(staff_client, delegation), opened(other_client, delegation)

    save(other_client, delegation, theirs | {"members-0-position": "5"})
    save(staff_client, delegation, mine | {"members-0-office_en": "Vice-Rector"})

    member.refresh_from_db()
    assert (member.position, member.office_en) == (5, "Vice-Rector")


def test_a_row_that_both_changed_is_named_in_the_choice(staff_client, other_client):
    delegation = make_delegation()
    make_member(delegation=delegation, office_en="Rector", name_as_printed="M. Tamm")
    mine, theirs = opened(staff_client, delegation), opened(other_client, delegation)
    save(other_client, delegation, theirs | {"members-0-office_en": "Dean"})

    response = refused(staff_client, delegation, mine | {"members-0-office_en": "Minister"})

    [choice] = response.context_data["choices"]
    assert "M. Tamm" in choice.label
    assert choice.label.endswith("Office on this occasion [en]")
    assert choice.name == "take-members-0-office_en"


def test_rows_that_somebody_added_meanwhile_stay(staff_client, other_client):
    delegation = make_delegation()
    mine, theirs = opened(staff_client, delegation), opened(other_client, delegation)

    save(other_client, delegation, add_row(theirs, "members", **ROW, office_en="Dean"))
    save(staff_client, delegation, add_row(mine, "members", **ROW, office_en="Minister"))

    assert {each.office_en for each in delegation.members.all()} == {"Dean", "Minister"}


@pytest.fixture
def taken_away(staff_client, other_client):
    """A form with two members, of whom somebody took the first away: delegation, form."""
    delegation = make_delegation()
    make_member(delegation=delegation, office_en="Rector", name_as_printed="M. Tamm", position=1)
    make_member(delegation=delegation, office_en="Dean", position=2)
    mine, theirs = opened(staff_client, delegation), opened(other_client, delegation)
    save(other_client, delegation, theirs | {"members-0-DELETE": "on"})
    return delegation, mine


def test_a_row_that_somebody_took_away_is_said(taken_away, staff_client):
    delegation, mine = taken_away

    response = staff_client.post(
        admin_url(delegation, "change"), mine | {"members-1-office_en": "Vice-Dean"}, follow=True
    )

    assert [each.office_en for each in delegation.members.all()] == ["Vice-Dean"]
    said = " ".join(map(str, response.context["messages"]))
    assert "M. Tamm" in said
    assert "was removed meanwhile (Aliya Other, " in said


def test_a_row_that_somebody_took_away_and_i_changed_is_offered_again(taken_away, staff_client):
    delegation, mine = taken_away

    response = refused(staff_client, delegation, mine | {"members-0-office_en": "Minister"})

    assert "you changed it: it stands below as a new row" in errors_of(response)
    data = form_data(response)
    assert data["members-INITIAL_FORMS"] == "1"
    assert save(staff_client, delegation, data).status_code == 302
    assert {each.office_en for each in delegation.members.all()} == {"Minister", "Dean"}


def test_a_row_that_both_took_away_needs_no_word(taken_away, staff_client):
    delegation, mine = taken_away

    save(staff_client, delegation, mine | {"members-0-DELETE": "on"})

    assert [each.office_en for each in delegation.members.all()] == ["Dean"]


def test_a_row_that_was_changed_meanwhile_is_removed_only_when_that_was_seen(
    staff_client, other_client
):
    delegation = make_delegation()
    make_member(delegation=delegation, office_en="Rector")
    mine, theirs = opened(staff_client, delegation), opened(other_client, delegation)
    save(other_client, delegation, theirs | {"members-0-office_en": "Dean"})

    response = refused(staff_client, delegation, mine | {"members-0-DELETE": "on"})

    assert "Save again to remove it all the same" in errors_of(response)
    save(staff_client, delegation, form_data(response) | {"members-0-DELETE": "on"})
    assert not delegation.members.exists()


def test_a_change_by_any_other_door_is_seen_too(staff_client, staff):
    event = make_event(city_en="Tartu")
    mine = opened(staff_client, event)
    with revision(by=staff):
        event.city_en = "Narva"
        event.save()

    response = refused(staff_client, event, mine | {"city_en": "Astana"})

    [choice] = response.context_data["choices"]
    assert (choice.theirs, choice.change.split(",")[0]) == ("Narva", "staff")


def test_a_record_that_somebody_deleted_keeps_what_was_entered(staff_client, other_client):
    event = make_event(city_en="Tartu")
    mine, url, key = opened(staff_client, event), admin_url(event, "change"), event.pk
    other_client.post(admin_url(event, "delete"), {"post": "yes"})

    response = staff_client.post(url, mine | {"city_en": "Astana"}, follow=True)

    said = " ".join(map(str, response.context["messages"]))
    assert "was removed meanwhile (Aliya Other, " in said
    staff_client.post(response.request["PATH_INFO"])
    form = form_data(open_form(staff_client, url))
    assert form["city_en"] == "Astana"
    assert type(event).objects.get(pk=key).city_en == "Tartu"


@pytest.mark.parametrize("basis", ["", "nonsense", "a:b", "\x00"])
def test_a_form_that_does_not_say_what_it_is_based_on_is_saved_as_it_is(staff_client, basis):
    event = make_event(city_en="Tartu")

    save(staff_client, event, opened(staff_client, event) | {"based_on": basis, "city_en": "Narva"})

    event.refresh_from_db()
    assert event.city_en == "Narva"
