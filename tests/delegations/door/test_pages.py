"""The door, as staff use it: with a script, which asks for JSON, and without."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from delegations.accreditation.badges import in_use
from delegations.accreditation.services import act_on
from delegations.choices import AccreditationAct as Act
from delegations.models import Member
from forum.private_addresses.guesses import GUESSES
from tests.factories import (
    make_delegation,
    make_event,
    make_member,
    make_official,
    make_staff,
    make_zone,
    picture_file,
)

pytestmark = pytest.mark.django_db
UNKNOWN = "x" * 24


@pytest.fixture(autouse=True)
def no_guesses_yet():
    cache.clear()


@pytest.fixture
def event():
    return make_event(is_published=True)


@pytest.fixture
def member(event, staff):
    delegation = make_delegation(event=event, country="EE")
    official = make_official(name_en="Mari Tamm", is_published=False)
    member = make_member(delegation=delegation, official=official, function="media")
    act_on(member, Act.APPROVED, by=staff)
    return member


@pytest.fixture
def door(client):
    """Somebody at the door, with that right alone."""
    user = make_staff()
    user.user_permissions.set(Permission.objects.filter(codename="check_in_member"))
    client.force_login(user)
    return client


def at(event, name="door", *more) -> str:
    return reverse(f"admin:{name}", args=[event.pk, *more])


def token_of(member) -> str:
    return in_use([member])[member.pk].token


def scan(client, event, code, act="arrived", **more):
    """What the script sends, and what it is told."""
    data = {"code": code, "act": act, "key": str(uuid4())} | more
    return client.post(at(event), data, headers={"Accept": "application/json"})


def test_a_badge_is_scanned_and_its_owner_is_in(door, event, member):
    make_zone(event=event, code="P", categories="media")

    told = scan(door, event, token_of(member)).json()

    assert (told["outcome"], told["said"]) == ("done", "arrived")
    person = told["person"]
    assert (person["name"], person["delegation"]) == ("Mari Tamm", "Estonia")
    assert (person["state"], person["zones"], person["number"]) == ("checked in", ["P"], 1)
    assert person["is_inside"]
    assert token_of(member) not in str(told)


def test_a_scan_that_is_sent_again_counts_once(door, event, member):
    key = str(uuid4())

    first, second = (scan(door, event, token_of(member), key=key).json() for _ in range(2))

    assert (first["outcome"], second["outcome"]) == ("done", "known")
    assert member.passages.count() == 1


def test_a_second_scan_says_when_the_first_was(door, event, member):
    scan(door, event, token_of(member), at="2001-01-01T00:00:00Z")

    told = scan(door, event, token_of(member)).json()

    assert told["outcome"] == "refused"
    assert told["said"].startswith("Inside already: arrived ")


def test_a_scan_that_only_shows_records_nothing(door, event, member):
    told = scan(door, event, token_of(member), act="show").json()

    assert (told["outcome"], told["person"]["name"]) == ("shown", "Mari Tamm")
    assert not member.passages.exists()


@pytest.mark.parametrize("key", ["", "no key", "9" * 400])
def test_a_sender_without_a_key_is_served_too(door, event, member, key):
    assert scan(door, event, token_of(member), key=key).json()["outcome"] == "done"


@pytest.mark.parametrize("act", ["", "flew", "undo"])
def test_an_act_that_there_is_not_only_shows(door, event, member, act):
    assert scan(door, event, token_of(member), act=act).json()["outcome"] == "shown"


@pytest.mark.parametrize("code", ["", "   ", "Mari", "\x7f", "9" * 5000])
def test_what_is_no_code_is_refused_with_a_sentence(door, event, member, code):
    told = scan(door, event, code).json()

    assert told["outcome"] == "refused"
    assert told["said"].endswith(".")


def test_a_badge_of_another_event_is_refused_and_tells_nobody(door, member):
    told = scan(door, make_event(is_published=True), token_of(member)).json()

    assert told == {
        "outcome": "refused",
        "said": "This is a badge of another event.",
        "person": None,
    }


def test_tokens_are_not_guessed_for_long(door, event, member):
    answers = [scan(door, event, UNKNOWN) for _ in range(GUESSES)]
    assert {each.json()["said"] for each in answers} == {"No badge has this code."}

    late = scan(door, event, token_of(member))

    assert late.status_code == 429
    assert late.json()["outcome"] == "wait"
    assert not member.passages.exists()


def test_wrong_numbers_lock_nobody_out(door, event, member):
    for _ in range(GUESSES + 1):
        scan(door, event, "77")

    assert scan(door, event, "1").json()["outcome"] == "done"


def test_without_a_script_a_number_leads_to_the_person(door, event, member):
    response = door.post(at(event), {"code": "1", "act": "arrived", "key": uuid4()}, follow=True)

    assertRedirects(response, at(event, "door_member", member.pk))
    assertContains(response, "Mari Tamm")
    assertContains(response, "arrived")
    assertContains(response, "Goes out")


def test_without_a_script_an_unknown_number_is_told_on_the_page(door, event):
    response = door.post(at(event), {"code": "12", "act": "arrived"}, follow=True)

    assertContains(response, "No badge has this number.")


def test_a_name_shows_who_has_it_and_lets_nobody_in(door, event, member):
    response = door.post(at(event), {"code": "tamm", "act": "arrived"})

    assertContains(response, "Mari Tamm")
    assertContains(response, at(event, "door_member", member.pk))
    assert not member.passages.exists()


def test_a_name_that_nobody_has_is_said_so(door, event, member):
    assertContains(door.post(at(event), {"code": "Kask"}), "Nobody on the lists has this name.")


def test_from_the_persons_page_one_comes_in_and_goes_out(door, event, member):
    url = at(event, "door_member", member.pk)
    assertContains(door.get(url), "May come in")

    for act in ("arrived", "left"):
        response = door.post(url, {"act": act, "key": uuid4()}, follow=True)

    assertContains(response, "Comes in")
    assert [each.kind for each in member.passages.order_by("pk")] == ["arrived", "left"]


def test_a_form_of_the_person_that_is_sent_twice_counts_once(door, event, member):
    url, data = at(event, "door_member", member.pk), {"act": "arrived", "key": uuid4()}

    for _ in range(2):
        door.post(url, data)

    assert member.passages.count() == 1


def test_a_mistake_is_undone_with_a_reason(door, event, member):
    url = at(event, "door_member", member.pk)
    door.post(url, {"act": "arrived"})
    assertContains(door.post(url, {"undo": "x", "reason": ""}, follow=True), "Say why.")

    response = door.post(url, {"undo": "x", "reason": "The wrong one."}, follow=True)

    assertContains(response, "The wrong one.")
    assert Member.objects.get(pk=member.pk).accreditation == "approved"


def test_who_is_pending_is_shown_with_a_closed_door(door, event):
    member = make_member(delegation=make_delegation(event=event))

    response = door.get(at(event, "door_member", member.pk))

    assertContains(response, "still pending")
    assertNotContains(response, "Comes in")


def test_who_is_inside_is_listed_and_counted(door, event, member):
    scan(door, event, "1")
    make_member(delegation=member.delegation, name_as_printed="Nobody Here")

    assertContains(door.get(at(event)), "Inside now: <strong>1</strong>")
    page = door.get(at(event, "door_inside"), {"p": "x"})
    assertContains(page, "Mari Tamm")
    assertNotContains(page, "Nobody Here")


def test_the_door_shows_the_photo_of_whoever_is_not_published(door, event, member):
    url = at(event, "door_photo", member.pk)
    assert door.get(url).status_code == 404
    member.official.photo.save("mari.png", picture_file())

    response = door.get(url)

    assert response["Content-Type"] == "image/webp"
    assert "no-store" in response["Cache-Control"]
    assert response.getvalue().startswith(b"RIFF")
    assertContains(door.get(at(event, "door_member", member.pk)), url)


PAGES = [("doors", 0), ("door", 1), ("door_inside", 1), ("door_member", 2), ("door_photo", 2)]


@pytest.mark.parametrize(("name", "count"), PAGES)
def test_it_takes_a_right_of_its_own(client, event, member, name, count):
    user = make_staff()
    known = Permission.objects.exclude(codename="check_in_member")
    user.user_permissions.set(known)
    client.force_login(user)
    url = reverse(f"admin:{name}", args=[event.pk, member.pk][:count])

    assert client.get(url).status_code == 403


@pytest.mark.parametrize(("name", "count"), PAGES[1:])
def test_the_door_of_an_event_that_one_may_not_see_is_not_there(door, event, member, name, count):
    type(event).objects.update(is_published=False)

    assert door.get(reverse(f"admin:{name}", args=[event.pk, member.pk][:count])).status_code == 404


def test_somebody_of_another_event_is_not_at_this_door(door, member):
    other = make_event(is_published=True)

    assert door.get(at(other, "door_member", member.pk)).status_code == 404


def test_the_doors_of_events_to_come_are_listed(door, today):
    coming = make_event(is_published=True, starts_on=today)
    hidden = make_event(is_published=False, starts_on=today)

    response = door.get(reverse("admin:doors"))

    assertContains(response, at(coming))
    assertNotContains(response, at(hidden))


def test_the_camera_is_allowed_at_the_door_alone(door, event, member):
    there = door.get(at(event))["Permissions-Policy"]
    elsewhere = door.get(at(event, "door_member", member.pk))["Permissions-Policy"]

    assert "camera=(self)" in there
    assert "camera=()" in elsewhere
    assert [each for each in there.split(", ") if "camera" not in each] == [
        each for each in elsewhere.split(", ") if "camera" not in each
    ]
