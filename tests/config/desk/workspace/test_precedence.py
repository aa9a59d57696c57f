"""The order of precedence on the workspace: reasons, why before, and drawing lots."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from delegations.models import Drawing
from tests.config.desk.workspace.forums import clerk, lines, tab_of
from tests.factories import make_delegation, make_event, make_member, make_official, make_rank

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event(precedence_rule="drawn", title_en="Forum of rectors")


def draw_address(event) -> str:
    return f"/admin/forum/event/{event.pk}/draw/"


def test_all_stand_in_their_order_with_the_reason(staff_client, event):
    event.precedence_rule = "alphabetical"
    event.save()
    for country in ("UZ", "AT"):
        delegation = make_delegation(event=event, country=country)
    make_member(delegation=delegation, office_en="Rector", is_listed=False)
    make_member(delegation=delegation, office_en="Minister", function="head")
    make_member(delegation=delegation, office_en="Never", accreditation="rejected")

    page = staff_client.get(tab_of(event, "delegations"))

    assert lines(page) == ["Austria", "Uzbekistan", "Minister", "Rector", "Never"]
    assertContains(page, "In the alphabet (English) “Austria” comes before “Uzbekistan”.")
    assertContains(page, "Minister is the head of delegation.", count=1)
    assertContains(page, "Without a head")


def test_a_place_by_hand_says_why_by_whom_and_when(staff_client, event):
    delegation = make_delegation(event=event)
    make_member(delegation=delegation, office_en="Head", function="head")
    make_member(
        delegation=delegation, office_en="Guest", place=1, place_reason="Honour", placed_by="A. B."
    )

    page = staff_client.get(tab_of(event, "delegations"))

    assertContains(page, "Place 1 by hand: Honour")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("minister", "rector", "Nurbek has the rank “minister”, Tamm “rector”."),
        ("rector", "minister", "Nurbek has the rank “minister”, Tamm “rector”."),
        ("rector", "guest", "They stand with their delegations: In the list of protocol"),
        ("home", "away", "In the list of protocol Estonia has number 1, Kazakhstan number 2."),
        ("home", "home", "Choose two that are not the same."),
        ("home", "rector", "Choose two delegations, or two members."),
        ("home", "nobody", "Choose two delegations, or two members."),
    ],
)
def test_of_any_two_it_is_told_why_one_comes_first(staff_client, first, second, said):
    event = make_event()
    home = make_delegation(event=event, country="EE", position=1)
    away = make_delegation(event=event, country="KZ", position=2)
    rector, minister = make_rank(), make_rank(name_en="minister", weight=70)
    people = {
        "rector": make_member(delegation=home, official=make_official(name_en="Tamm"), rank=rector),
        "minister": make_member(
            delegation=home, official=make_official(name_en="Nurbek"), rank=minister
        ),
        "guest": make_member(delegation=away),
    }
    keys = {"home": f"d{home.pk}", "away": f"d{away.pk}", "nobody": "m0"}
    keys |= {name: f"m{each.pk}" for name, each in people.items()}

    asked = {"first": keys[first], "second": keys[second]}
    assertContains(staff_client.get(tab_of(event, "delegations"), asked), said)


def test_lots_are_drawn_with_a_button_and_once(staff_client, event):
    for country in ("EE", "KZ", "UZ"):
        make_delegation(event=event, country=country)
    assertContains(staff_client.get(tab_of(event, "delegations")), "Draw lots")

    staff_client.post(draw_address(event))
    again = staff_client.post(draw_address(event), follow=True)

    drawing = Drawing.objects.get()
    assert drawing.drawn_by == "staff"
    assertContains(again, "Every delegation has its lot.")
    assertContains(again, drawing.seed)
    assertNotContains(again, "Draw lots among those added since")


def test_drawing_again_keeps_both_draws_and_the_reason(staff_client, event):
    make_delegation(event=event)
    staff_client.post(draw_address(event))

    refused = staff_client.post(draw_address(event), {"again": "1"}, follow=True)
    assertContains(refused, "Drawing again needs a reason.")
    page = staff_client.post(
        draw_address(event), {"again": "1", "reason": "A name was missing"}, follow=True
    )

    assert Drawing.objects.count() == 2
    assertContains(page, "A name was missing")


def test_the_public_page_shows_the_seed_and_not_who_drew(staff_client, client, event):
    make_delegation(event=event, country="EE")
    staff_client.post(draw_address(event))
    drawing = Drawing.objects.get()
    Drawing.objects.update(drawn_by="Secret Clerk", is_again=True, reason="Secret reason")

    client.logout()
    page = client.get(f"/events/{event.slug}/delegations/")

    assertContains(page, drawing.seed)
    assertContains(page, f"{drawing.numbers[0]} (Estonia)")
    for private in ("Secret Clerk", "Secret reason"):
        assertNotContains(page, private)


def test_who_may_not_change_delegations_draws_no_lots(client, event):
    make_delegation(event=event)
    client.force_login(clerk("view_event", "view_delegation", "view_member"))

    page = client.get(tab_of(event, "delegations"))

    assertNotContains(page, "Draw lots")
    assertContains(page, "Order of precedence")
    assert client.post(draw_address(event)).status_code == 403
    assert client.get(draw_address(event)).status_code == 405
    assert not Drawing.objects.exists()
