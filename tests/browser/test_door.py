"""The door on a phone: what is scanned without a connection is kept, and sent once there is one."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from delegations.accreditation.badges import address_of, in_use
from delegations.accreditation.services import act_on
from delegations.choices import AccreditationAct
from delegations.models import Badge, Passage
from tests.factories import make_delegation, make_event, make_member

pytestmark = pytest.mark.slow
KEPT = "() => Object.keys(localStorage).filter((key) => key.startsWith('door-')).length"


@pytest.fixture
def badges(transactional_db) -> list[Badge]:
    delegation = make_delegation(event=make_event())
    members = [
        make_member(delegation=delegation, name_as_printed=name) for name in ("A. Tamm", "B. Kask")
    ]
    for member in members:
        act_on(member, AccreditationAct.APPROVED, by=None)
    found = in_use(members)
    return [found[member.pk] for member in members]


@pytest.fixture
def door(badges, sign_in):
    return sign_in(reverse("admin:door", args=[badges[0].event_id]), width=390)


def scan(page, code):
    page.get_by_label("Number, name or code").fill(code)
    page.get_by_role("button", name="Send").click()


def test_a_scan_tells_at_once_who_it_is(door, badges):
    scan(door, badges[0].token)

    card = door.locator(".told article").first
    expect(card).to_contain_text("✓ arrived")
    expect(card).to_contain_text("A. Tamm")
    assert Passage.objects.get().member == badges[0].member


def test_what_is_scanned_without_a_connection_is_sent_later_and_once(door, badges):
    asked = []

    def lose(route):
        """The first reaches the server, and its answer gets lost; the others do not get there."""
        if not asked:
            route.fetch()
        asked.append(route.request.post_data)
        route.abort()

    door.route("**/door/", lose)
    for badge in badges:
        scan(door, badge.token)
    expect(door.locator(".waiting")).to_contain_text("Waiting to be sent: 2")
    expect(door.locator(".waiting")).to_contain_text("No connection")
    assert Passage.objects.count() == 1

    door.unroute("**/door/")
    door.reload()

    expect(door.locator(".told article")).to_have_count(2)
    expect(door.locator(".waiting")).to_be_hidden()
    assert door.evaluate(KEPT) == 0
    assert Passage.objects.count() == 2
    first = Passage.objects.order_by("pk").first()
    assert first.key.hex in asked[0]


def test_a_scan_of_somebody_who_is_in_by_now_waits_no_longer(door, badges):
    door.context.set_offline(True)
    scan(door, badges[0].token)
    expect(door.locator(".waiting")).to_contain_text("Waiting to be sent: 1")
    member = badges[0].member
    member.passages.create(
        key="0" * 32, kind="arrived", at=badges[0].made_at, by_name="another door"
    )

    door.context.set_offline(False)

    expect(door.locator(".told article")).to_contain_text("Inside already: arrived")
    assert door.evaluate(KEPT) == 0
    assert Passage.objects.count() == 1


def test_a_badge_read_by_the_phones_own_camera_shows_whose_it_is(door, badges):
    door.goto("about:blank")
    door.goto(urlsplit(address_of(badges[1]))._replace(scheme="", netloc="").geturl())

    door.wait_for_url(f"**/door/{badges[1].member_id}/")
    expect(door.get_by_role("heading", name="B. Kask")).to_be_visible()
    assert not Passage.objects.exists()


def test_a_name_is_looked_for_with_the_script_too(door):
    scan(door, "tamm")

    expect(door.get_by_role("link", name="A. Tamm")).to_be_visible()
