"""What the demonstration says, read from its stories."""

import datetime as dt
from collections.abc import Iterator

import pytest
import yaml

from agreements.models import Agreement, Commitment
from config.management.commands.load_demo import DEMO
from delegations.models import Member
from forum.models import Event
from forum.records.texts import LANGUAGES

STORIES = sorted(DEMO.glob("*.yaml"))
# Names of people and institutions stand only in the languages in which they are known.
TEXTS = {"title", "summary", "description", "abstract", "biography", "text", "office", "as_stated"}


def texts(part, where: str) -> Iterator[tuple[str, dict]]:
    """Every translated text of a story that is not a name, and where it stands."""
    named = part.items() if isinstance(part, dict) else enumerate(part)
    for key, value in named:
        if key in TEXTS and isinstance(value, dict):
            yield f"{where}/{key}", value
        elif isinstance(value, dict | list):
            yield from texts(value, f"{where}/{key}")


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_text_is_in_every_language(path):
    story = yaml.safe_load(path.read_text(encoding="utf-8"))

    missing = {
        where: sorted({*LANGUAGES} - {*text})
        for where, text in texts(story, "")
        if {*LANGUAGES} != {*text}
    }

    assert missing == {}


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.xdist_group("demo")
def test_it_shows_every_turn_that_a_life_can_take(load_demo):
    load_demo()
    today = dt.date(2026, 11, 26)

    shown = {agreement.status_on(today) for agreement in Agreement.objects.all()}
    promises = Commitment.objects.all()

    assert shown == {"signed", "in_force", "expiring", "expired", "terminated", "replaced"}
    assert Agreement.objects.filter(renewal="automatic", notice_months=6).count() == 2
    assert Agreement.objects.filter(parties__consent_kind="accession").distinct().count() == 2
    assert Agreement.objects.get(steps__kind="notice").slug == "estonia-russia-education-1994"
    assert {promise.state for promise in promises} >= {"fulfilled", "under_way", "open"}
    assert [promise.due_on.year for promise in promises if promise.is_overdue(today)] == [2020]


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.xdist_group("demo")
def test_it_shows_who_came_and_what_is_to_come(load_demo):
    load_demo()

    assert [event.date_precision for event in Event.objects.upcoming(dt.date(2026, 11, 26))] == [
        "year"
    ]
    kobenova = Member.objects.get(official__slug="gulzat-kobenova")
    assert kobenova.delegation.event.slug == "kazakhstan-estonia-rectors-forum-2025"
    convention = Event.objects.get(slug="eua-convention-2009")
    at_once = convention.sessions.filter(day="2009-03-18", starts_at__lt="13:00")
    assert len({session.venue for session in at_once}) == 3
