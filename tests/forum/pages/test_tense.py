"""Nothing that is still to come is told as if it had been."""

import datetime as dt
import re

import pytest

from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_outcome,
    make_session,
)
from tests.reading import body, read, tight

pytestmark = pytest.mark.django_db
LONG = dt.timedelta(days=400)


def made(today, *, status="planned", days=(-1, 1)):
    """A forum with a delegation, a document and an outcome, so many days from today."""
    first, last = (today + dt.timedelta(days=each) for each in days)
    event = make_event(status=status, starts_on=first, ends_on=last, time_zone="UTC")
    make_delegation(event=event, role="guest")
    make_agreement(event=event, stage="negotiation")
    make_outcome(event=event)
    return event


@pytest.mark.parametrize(
    ("fields", "tags", "said"),
    [
        (
            {"days": (3, 4)},
            ["planned"],
            ["Who takes part", "To be signed", "Expected outcomes"],
        ),
        (
            {"days": (-1, 0)},
            ["on now"],
            ["Who takes part", "Agreements", "Expected outcomes"],
        ),
        (
            {"status": "held", "days": (0, 0)},
            ["on now"],
            ["Who takes part", "Agreements", "Expected outcomes"],
        ),
        (
            {"status": "held", "days": (-9, -8)},
            [],
            ["Who met", "What was signed", "What came of it"],
        ),
        (
            {"days": (-9, -8)},
            ["was planned"],
            ["Who met", "What was signed", "What came of it"],
        ),
        (
            {"status": "postponed", "days": (-9, -8)},
            ["postponed"],
            ["Who takes part", "To be signed", "Expected outcomes"],
        ),
        (
            {"status": "cancelled", "days": (3, 4)},
            ["cancelled"],
            ["Who was to take part", "What was to be signed", "Expected outcomes"],
        ),
    ],
)
def test_the_headings_of_an_event_follow_its_days(client, today, fields, tags, said):
    page = tight(client.get(made(today, **fields).get_absolute_url()))

    assert re.findall(r'<h2 id="[^"]*">(?:<a [^>]*>)?([^<]*)', page) == said
    assert re.findall(r'<span class="tag[^"]*">([^<]*)', page)[: len(tags)] == tags


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
@pytest.mark.parametrize("path", ["/events/feed/", "/events/forum/programme/programme.pdf"])
def test_files_say_of_an_event_that_it_is_off(client, path, status):
    make_event(slug="forum", status=status)
    make_event(slug="other", status="confirmed")

    assert body(client.get(path)).count(status.capitalize()) == 1


@pytest.mark.parametrize(
    ("days", "delegations", "programme", "agreements"),
    [
        (
            (3, 4),
            "No delegation has been announced yet.",
            "The programme has not been published yet.",
            "No agreement has been announced yet.",
        ),
        (
            (-4, -3),
            "No delegation is on record.",
            "No programme is on record.",
            "No agreement has been recorded at this event.",
        ),
    ],
)
def test_empty_tabs_promise_nothing_of_what_is_over(
    client, today, days, delegations, programme, agreements
):
    first, last = (today + dt.timedelta(days=each) for each in days)
    event = make_event(starts_on=first, ends_on=last, status="confirmed")

    tabs = {"delegations": delegations, "programme": programme, "agreements": agreements}
    for tab, sentence in tabs.items():
        assert sentence in read(client.get(f"{event.get_absolute_url()}{tab}/"))


@pytest.mark.parametrize(("days", "heading"), [(3, "Day to be announced"), (-3, "Day not known")])
def test_items_without_a_day_are_not_announced_for_what_is_over(client, today, days, heading):
    day = today + dt.timedelta(days=days)
    event = make_event(starts_on=day, ends_on=None)
    for each in (day, None):
        make_session(event=event, day=each)

    assert heading in read(client.get(f"{event.get_absolute_url()}programme/"))


def test_home_tells_what_is_on_from_what_comes_and_leaves_out_what_is_off(client, today):
    def named(title, first, last, status="confirmed"):
        days = [today + dt.timedelta(days=each) for each in (first, last)]
        return make_event(
            title_en=title, starts_on=days[0], ends_on=days[1], status=status, time_zone="UTC"
        )

    named("Cancelled", -3, -3, "cancelled")
    named("Running", -1, 1)
    named("Postponed", 2, 2, "postponed")
    named("Coming", 3, 3)
    named("Later", 4, 4)

    page = read(client.get("/"))

    told = ["On now", "Running", "Coming up", "Coming", "More to come", "Later"]
    places = [page.find(each) for each in told]
    assert -1 not in places
    assert places == sorted(places)
    assert "Postponed" not in page
    assert "Cancelled" not in page
