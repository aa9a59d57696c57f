import pytest

from delegations.accreditation.badges import address_of, in_use
from delegations.accreditation.services import act_on
from delegations.choices import AccreditationAct as Act
from delegations.door.finding import find, is_code, plain
from tests.factories import make_delegation, make_member

pytestmark = pytest.mark.django_db
TOKEN = "KDPVI6_kuDxmF3bfIwnwYA-K"


@pytest.fixture
def member(staff):
    member = make_member()
    act_on(member, Act.APPROVED, by=staff)
    return member


@pytest.fixture
def event(member):
    return member.delegation.event


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TOKEN, TOKEN),
        (f" {TOKEN}\n", TOKEN),
        (f"https://forum.example/admin/forum/event/6/door/#{TOKEN}", TOKEN),
        ("#12", "12"),
        ("", ""),
    ],
)
def test_of_an_address_only_what_stands_behind_the_sign_counts(text, said):
    assert plain(text) == said


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        *((TOKEN, True), ("12", True), ("0012", True), ("Karis", False), ("", False)),
        *(("٣", False), ("1234567890", False), (f"{TOKEN}x", False), ("Šimonytė", False)),
    ],
)
def test_a_name_is_no_code(text, is_so):
    assert is_code(text) == is_so


def test_a_badge_is_found_by_its_token_and_by_its_number(member, event):
    badge = in_use([member])[member.pk]

    assert find(event, badge.token).member == member
    assert find(event, "1").member == member
    assert find(event, plain(address_of(badge))).member == member


def test_the_address_of_a_badge_tells_no_server_its_token(member, event, settings):
    settings.SITE_URL = "https://forum.example/"
    badge = in_use([member])[member.pk]

    door = f"https://forum.example/admin/forum/event/{event.pk}/door/"
    assert address_of(badge) == f"{door}#{badge.token}"


def test_a_token_that_there_is_not_is_a_guess_and_a_number_is_none(event):
    unknown, wrong = find(event, TOKEN), find(event, "77")

    assert (unknown.member, unknown.said, unknown.is_guess) == (
        None,
        "No badge has this code.",
        True,
    )
    assert (wrong.member, wrong.said, wrong.is_guess) == (None, "No badge has this number.", False)


def test_a_badge_of_another_event_tells_not_whose_it_is(member):
    other = make_delegation().event
    found = find(other, in_use([member])[member.pk].token)

    assert (found.member, found.said) == (None, "This is a badge of another event.")
    assert not found.is_guess
    assert find(other, "1").said == "No badge has this number."


def test_a_badge_that_was_replaced_opens_nothing(member, event, staff):
    lost = in_use([member])[member.pk]
    act_on(member, Act.BADGE_ISSUED, by=staff)
    act_on(member, Act.BADGE_REPLACED, by=staff, reason="Lost.")

    for code in (lost.token, str(lost.number)):
        found = find(event, code)
        assert found.said == "This badge is not valid any more: it was lost or taken back."
        assert found.member == member


def test_the_badge_of_somebody_who_is_off_the_list_opens_nothing(member, event):
    token = in_use([member])[member.pk].token
    member.delete()

    assert find(event, token).said == "Whoever had this badge is no longer on the list."
