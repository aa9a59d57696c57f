"""What changed for a delegation between two looks, in sentences.

Facts are texts by key (`facts_of()` of `visit.py`). Those compared are always in the default
language, so that it changes nothing in which language somebody reads; the words are the reader's.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from delegations.choices import MeetingStatus
from delegations.visiting.visit import Gone
from forum.records.partial_dates import format_short_day

Fact = Mapping[str, str]
Facts = Mapping[str, Fact]
MEMBER = "member-"
# What names people: a look keeps nothing by which they are known.
NAMES = "own_name"
NAME_OF_MEMBER = "title"


class Sort(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Change:
    """What is so now of something, by its name."""

    sort: Sort
    title: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


def kept(facts: Facts) -> dict[str, dict[str, str]]:
    """What a look keeps: of members no names."""
    return {
        key: {name: text for name, text in fact.items() if not _names(key, name)}
        for key, fact in facts.items()
    }


def _names(key: str, name: str) -> bool:
    return name == NAMES or (name == NAME_OF_MEMBER and key.startswith(MEMBER))


def mark_of(facts: Facts) -> str:
    """What tells whether somebody who says “seen” was shown just this."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def changes(
    before: Facts | None, now: Facts, told: Facts, gone: Mapping[str, Gone]
) -> list[Change]:
    """What changed since the look `before`; nothing if there was none.

    `told` are the facts of now in the reader's words, `gone` says why something is off.
    """
    return [*_gone(before, now, gone), *_changed(before, now, told)] if before else []


def _gone(before: Facts, now: Facts, gone: Mapping[str, Gone]) -> Iterator[Change]:
    for key in (key for key in before if key not in now):
        fact = before[key]
        known = gone.get(key) or Gone("", fact.get("title", ""))
        if key.startswith(MEMBER):
            said = (_("No longer on the list."),)
            yield Change(Sort.GONE, _("A member of your delegation"), said)
        else:
            yield Change(Sort.GONE, known.title, tuple(_why_gone(fact, known)))


def _why_gone(fact: Fact, known: Gone) -> Iterator[str]:
    if known.whole:
        yield from [_theirs("")] if fact.get("own") else []
        yield _("It is still planned, as a part of “%(whole)s”.") % {"whole": known.whole}
        return
    reasons: dict[str, str] = {
        MeetingStatus.CANCELLED: _("Cancelled."),
        MeetingStatus.DECLINED: _("Declined."),
    }
    yield reasons.get(known.state) or _("No longer planned.")
    if when := _when(fact):
        yield _("It was planned for %(when)s.") % {"when": when}


def _changed(before: Facts, now: Facts, told: Facts) -> Iterator[Change]:
    for key, fact in now.items():
        words = told.get(key, fact)
        title = words.get("title", "")
        if key not in before:
            yield Change(Sort.NEW, title, (_new(words),))
        elif sentences := tuple(_differences(before[key], fact, words)):
            yield Change(Sort.CHANGED, title, sentences)


def _new(words: Fact) -> str:
    known = [_when(words), words.get("place", ""), words.get("state_name", "")]
    what = ", ".join(filter(None, known)) or words.get("more", "")
    return _("New: %(what)s.") % {"what": what} if what else _("New.")


def _differences(before: Fact, now: Fact, words: Fact) -> Iterator[str]:
    """What is said of each part that differs; what the look did not keep is not compared."""
    told = {name for name in before if before[name] != now.get(name, "")}
    if told & {"at", "until"}:
        yield _moved(before, words)
    if "place" in told:
        yield _elsewhere(before, words)
    if "title" in told:
        yield _("It was called “%(before)s”.") % {"before": before["title"]}
    yield from _otherwise_said(told, before, words)


def _otherwise_said(told: set[str], before: Fact, words: Fact) -> Iterator[str]:
    if "state" in told and words.get("state_name"):
        yield _("Now: %(now)s.") % {"now": words["state_name"]}
    if "more" in told:
        yield _otherwise(before["more"], words.get("more", ""))
    if "own" in told:
        yield _theirs(words.get(NAMES, ""))


def _moved(before: Fact, now: Fact) -> str:
    first, second = before.get("at", ""), now.get("at", "")
    is_same_day = first[:10] == second[:10] and "T" in first and "T" in second
    said = {"before": _when(before, not is_same_day), "now": _when(now, not is_same_day)}
    if not first:
        return _("The time is known now: %(now)s.") % said
    if not second:
        return _("The time is open again; it was %(before)s.") % said
    return _("Moved from %(before)s to %(now)s.") % said


def _elsewhere(before: Fact, now: Fact) -> str:
    said = {"before": before["place"], "now": now.get("place", "")}
    if not said["before"]:
        return _("The place is known now: %(now)s.") % said
    if not said["now"]:
        return _("The place is open again; it was %(before)s.") % said
    if before.get("venue") == now.get("venue"):
        return _("The place is now called %(now)s.") % said
    return _("Elsewhere: %(now)s, no longer %(before)s.") % said


def _otherwise(before: str, now: str) -> str:
    if now:
        return _("Now: %(now)s.") % {"now": now}
    return _("No longer: %(before)s.") % {"before": before}


def _theirs(now: str) -> str:
    """Whom of their own it has now; who it was before is not kept."""
    if now:
        return _("Now: %(now)s.") % {"now": now}
    return _("None of your delegation is named here any more.")


def _when(fact: Fact, says_day: bool = True) -> str:
    """When it is, as far as that is known: 1 May, 10:00–11:30."""
    day, _t, begins = fact.get("at", "").partition("T")
    if not day:
        return ""
    time = "–".join(filter(None, [begins, fact.get("until", "")]))
    written = format_short_day(dt.date.fromisoformat(day)) if says_day or not time else ""
    return ", ".join(filter(None, [written, time]))
