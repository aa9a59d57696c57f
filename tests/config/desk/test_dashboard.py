import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone
from pytest_django.asserts import assertContains

from tests.admin_forms import admin_url
from tests.factories import (
    make_agreement,
    make_commitment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_session,
    make_signatory,
    make_speaker,
)

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def panels(client):
    """What the greeting shows: each panel's title, and its records with what is said of them."""
    return {
        str(panel.title): {name: detail for _url, name, detail in panel.lines}
        for panel in client.get("/admin/").context["dashboard"]
    }


def make_complete_event(**fields):
    return make_event(**{"starts_on": dt.date(9000, 1, 1), "ends_on": None} | fields)


def make_complete_agreement(**fields):
    agreement = make_agreement(**{"concluded_on": dt.date(2020, 1, 1)} | fields)
    make_party(agreement=agreement)
    make_party(agreement=agreement)
    make_signatory(agreement=agreement)
    return agreement


def test_a_site_where_nothing_is_missing_says_so(staff_client):
    make_complete_agreement(concluded_on=timezone.localdate())
    make_complete_event(status="held", starts_on=dt.date(2001, 1, 1))

    assert panels(staff_client) == {}
    assertContains(staff_client.get("/admin/"), "Nothing needs your attention")


def test_the_next_events_are_shown_also_unpublished_ones(staff_client, today):
    make_complete_event(title_en="Later", starts_on=today + 9 * DAY, is_published=False)
    make_complete_event(title_en="Sooner", starts_on=today)
    make_complete_event(title_en="Over", starts_on=today - DAY, status="held")
    make_complete_event(title_en="Cancelled", starts_on=today + DAY, status="cancelled")

    assert list(panels(staff_client)["Next events"]) == ["Sooner", "Later"]


def test_what_an_event_lacks_is_said(staff_client, today):
    make_complete_event(title_en="Undated", starts_on=None)
    make_complete_event(title_en="Nowhere", country="")
    make_complete_event(title_en="Over", starts_on=today - DAY)
    make_complete_event(title_en="Nothing", starts_on=None, country="")
    make_complete_event(title_en="Cancelled", country="", status="cancelled")
    make_complete_event(
        title_en="Some day", starts_on=None, date_precision="unknown", status="held"
    )

    assert panels(staff_client)["Incomplete events"] == {
        "Undated": "date",
        "Nowhere": "country",
        "Over": "was it held?",
        "Nothing": "date, country",
    }


def test_an_event_of_some_day_this_year_is_not_asked_about_yet(staff_client, today):
    make_complete_event(
        title_en="This year", starts_on=today.replace(month=1, day=1), date_precision="year"
    )

    assert "Incomplete events" not in panels(staff_client)


def test_what_an_agreement_lacks_is_said(staff_client):
    make_agreement(title_en="Everything")
    undated = make_complete_agreement(title_en="Undated", concluded_on=None)
    one_sided = make_complete_agreement(title_en="One-sided")
    one_sided.parties.last().delete()
    unsigned = make_complete_agreement(title_en="Unsigned")
    unsigned.signatories.all().delete()
    make_complete_agreement(
        title_en="Some day", concluded_on=None, concluded_on_precision="unknown"
    )
    make_agreement(title_en="Proposed", stage="proposed")

    assert undated
    assert panels(staff_client)["Incomplete agreements"] == {
        "Everything": "parties, signatories, date",
        "Undated": "date",
        "One-sided": "a second party",
        "Unsigned": "signatories",
    }


def test_agreements_about_to_expire_are_shown_with_their_day(staff_client, today, settings):
    settings.EXPIRING_DAYS = 30
    soon = dt.date(today.year, today.month, today.day) + 30 * DAY
    for title, last_day in (("Soon", soon), ("Later", soon + DAY), ("Expired", today - DAY)):
        make_complete_agreement(
            title_en=title, in_force_on=dt.date(2020, 1, 1), expires_on=last_day
        )

    shown = panels(staff_client)["About to expire"]

    assert list(shown) == ["Soon"]
    assert str(soon.year) in shown["Soon"]


def test_agreements_in_force_of_which_nothing_is_recorded_are_shown(staff_client, today):
    make_complete_agreement(title_en="Dormant", in_force_on=dt.date(2020, 1, 1))
    make_complete_agreement(title_en="New", in_force_on=today)
    make_complete_agreement(title_en="Over", expires_on=dt.date(2021, 1, 1))

    assert panels(staff_client)["Nothing recorded lately"] == {"Dormant": "1 January 2020"}


def test_overdue_commitments_are_shown(staff_client, today):
    make_commitment(text_en="Overdue", due_on=today - DAY, is_public=False)
    make_commitment(text_en="Today", due_on=today)
    make_commitment(text_en="Kept", due_on=today - DAY, state="fulfilled")
    make_commitment(text_en="Given up", due_on=today - DAY, state="lapsed")

    assert list(panels(staff_client)["Overdue commitments"]) == ["Overdue"]


def nobody():
    return {"official": make_official(name_en="Unpublished", is_published=False)}


NAMELESS = {"member": make_member, "speaker": make_speaker, "signatory": make_signatory}
PEOPLE = "People whom visitors cannot know by name"
BODIES = "Institutions whom visitors cannot know by name"


@pytest.mark.parametrize("role", NAMELESS)
def test_people_whom_a_page_cannot_name_are_shown_once(staff_client, role):
    who = nobody()
    NAMELESS[role](**who)
    NAMELESS[role](**who)
    NAMELESS[role](**nobody(), name_as_printed="As printed")
    NAMELESS[role](official=make_official())
    NAMELESS[role](office_en="The rector")

    assert panels(staff_client)[PEOPLE] == {"Unpublished": "not published"}


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(
            lambda: make_member(delegation=make_delegation(event=hidden_event()), **nobody()),
            id="at an unpublished event",
        ),
        pytest.param(lambda: make_member(is_listed=False, **nobody()), id="unlisted"),
        pytest.param(lambda: make_member(accreditation="rejected", **nobody()), id="rejected"),
        pytest.param(
            lambda: make_member(delegation=make_delegation(status="declined"), **nobody()),
            id="in a delegation that declined",
        ),
        pytest.param(
            lambda: make_speaker(session=make_session(event=hidden_event()), **nobody()),
            id="speaking at an unpublished event",
        ),
        pytest.param(
            lambda: make_speaker(session=make_session(visibility="internal"), **nobody()),
            id="speaking in an internal item",
        ),
        pytest.param(
            lambda: make_speaker(session=under_an_internal_item(), **nobody()),
            id="speaking under an internal item",
        ),
        pytest.param(
            lambda: make_signatory(agreement=make_agreement(is_published=False), **nobody()),
            id="signing an unpublished document",
        ),
    ],
)
def test_people_whom_no_page_shows_need_no_name(staff_client, make):
    make()

    assert PEOPLE not in panels(staff_client)


def hidden_event():
    return make_event(is_published=False)


def under_an_internal_item():
    above = make_session(visibility="internal")
    return make_session(event=above.event, parent=above)


def test_each_line_leads_to_the_form_of_its_record_and_back_or_to_an_event(staff_client):
    event, agreement = make_complete_event(title_en="Forum"), make_agreement(title_en="Plan")

    page = staff_client.get("/admin/")

    form = f"{admin_url(agreement, 'change')}?next=%2Fadmin%2F"
    assertContains(page, f'<a href="{form}">Plan</a>')
    assertContains(page, f'<a href="/admin/forum/event/{event.pk}/overview/">Forum</a>')


def test_a_long_panel_shows_the_first_and_counts_the_rest(staff_client):
    for number in range(10):
        make_complete_event(title_en=f"Event {number}")

    response = staff_client.get("/admin/")

    assert len(panels(staff_client)["Next events"]) == 8
    assertContains(response, "2 more")


def test_of_very_many_a_panel_counts_only_so_many(staff_client, monkeypatch):
    monkeypatch.setattr("config.desk.panels.COUNTED", 1)
    for number in range(10):
        make_complete_event(title_en=f"Event {number}")

    assertContains(staff_client.get("/admin/"), "more than 1 more")


def make_something_for_every_panel(today):
    make_complete_event()
    make_complete_event(country="")
    make_agreement()
    make_complete_agreement(in_force_on=dt.date(2020, 1, 1), expires_on=today + DAY)
    make_commitment(due_on=today - DAY)
    make_delegation(institution=make_institution(is_published=False))
    for make in NAMELESS.values():
        make(**nobody())


@pytest.mark.parametrize(
    ("permission", "titles"),
    [
        ("view_event", ["Next events", "Incomplete events"]),
        ("view_agreement", ["Incomplete agreements", "About to expire", "Nothing recorded lately"]),
        ("view_commitment", ["Overdue commitments"]),
        ("view_official", [PEOPLE]),
        ("view_institution", [BODIES]),
        ("view_topic", []),
    ],
)
def test_a_panel_is_for_those_who_may_see_its_records(client, today, permission, titles):
    make_something_for_every_panel(today)
    user = get_user_model().objects.create_user("clerk", is_staff=True)
    rights = [permission, "view_unpublished"]
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)

    assert list(panels(client)) == titles


def test_a_superuser_sees_every_panel(staff_client, today):
    make_something_for_every_panel(today)

    assert len(panels(staff_client)) == 8


@pytest.mark.parametrize("count", [1, 3])
def test_the_greeting_costs_the_same_for_any_number(
    staff_client, today, django_assert_num_queries, count
):
    event = make_complete_event()
    delegation, session = make_delegation(event=event), make_session(event=event)
    for _ in range(count):
        who = nobody()
        make_complete_event(country="")
        make_agreement()
        expiring = make_complete_agreement(expires_on=today + DAY)
        make_complete_agreement(in_force_on=dt.date(2020, 1, 1))
        make_signatory(agreement=expiring, **who)
        make_commitment(event=event, due_on=today - DAY)
        make_member(delegation=delegation, **who)
        make_speaker(session=session, **who)
        make_delegation(event=event, institution=make_institution(is_published=False))

    with django_assert_num_queries(
        25
    ):  # session, user, eight panels, any event, the latest actions, thirteen for the lights
        staff_client.get("/admin/")
