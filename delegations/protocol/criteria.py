"""The criteria that more than one rule knows: the alphabet, and what an office brings with it."""

import datetime as dt
from functools import cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.choices import Capacity
from delegations.offices import PartialDate
from delegations.protocol.facts import Fact, MemberFact, age
from delegations.protocol.precedence import Criterion
from forum.records.collation import sort_key
from forum.records.languages import language_name
from forum.records.partial_dates import first_day, last_day


@cache
def alphabet(language: str) -> Criterion[Any]:
    """By name in the alphabet of a language, which is that of the event and of no reader."""

    def sentence(first: Fact, second: Fact) -> str:
        return _("In the alphabet (%(language)s) “%(first)s” comes before “%(second)s”.") % {
            "language": language_name(language),
            "first": first.name,
            "second": second.name,
        }

    return Criterion(
        "alphabet",
        gettext_lazy("the alphabet"),
        lambda fact: sort_key(fact.name, language),
        sentence,
        may_reveal=True,
    )


def _rank(first: MemberFact, second: MemberFact) -> str:
    told = _names(first, second) | {"rank": first.office.rank, "other": second.office.rank}
    if second.office.rank:
        return _("%(first)s has the rank “%(rank)s”, %(second)s “%(other)s”.") % told
    return _("%(first)s has the rank “%(rank)s”, and %(second)s none that is known.") % told


def _capacity(first: MemberFact, second: MemberFact) -> str:
    return _of_equals(first, second, f"{_holds(first)}, {_holds(second)}.")


def _holds(member: MemberFact) -> str:
    texts: dict[str, str] = {
        Capacity.ACTING: _("%(name)s is acting in the office"),
        Capacity.ELECT: _("%(name)s is elected to the office"),
        Capacity.HONORARY: _("%(name)s has the office as an honour"),
    }
    text = texts.get(member.office.capacity, _("%(name)s holds the office"))
    return text % {"name": member.label}


def _since(first: MemberFact, second: MemberFact) -> str:
    begun, later = first.office.since, second.office.since
    told = _names(first, second) | {"since": begun.cases["since"], "other": later.cases["since"]}
    if later.day is None:
        text = _("%(first)s has held the office since %(since)s; since when %(second)s is unknown.")
    elif _days(begun)[1] < _days(later)[0]:
        text = _("%(first)s has held the office since %(since)s, %(second)s since %(other)s.")
    else:
        text = _(
            "%(first)s has held the office since %(since)s, %(second)s since %(other)s: of a date"
            " that is known in part the last day counts."
        )
    return _of_equals(first, second, text % told)


def _days(date: PartialDate) -> tuple[dt.date, dt.date]:
    day = date.day or dt.date.max
    return first_day(day, date.precision), last_day(day, date.precision)


def _of_equals(first: MemberFact, second: MemberFact, apart: str) -> str:
    """What tells two apart whose ranks do not."""
    rank = first.office.rank
    if rank and rank == second.office.rank:
        equal = _("Both have the rank “%(rank)s”") % {"rank": rank}
    else:
        equal = _("Their ranks are equal") if rank else _("No rank is known")
    return _("%(equal)s; %(apart)s") % {"equal": equal, "apart": apart}


def _names(first: Fact, second: Fact) -> dict[str, str]:
    return {"first": first.label, "second": second.label}


RANK: Criterion[MemberFact] = Criterion(
    "rank", gettext_lazy("the rank of the office"), lambda m: -(m.office.weight or 0), _rank
)
CAPACITY: Criterion[MemberFact] = Criterion(
    "capacity",
    gettext_lazy("whether the office is held for good"),
    lambda m: m.office.level,
    _capacity,
)
SINCE: Criterion[MemberFact] = Criterion(
    "since",
    gettext_lazy("since when the office is held"),
    lambda m: age(m.office.since),
    _since,
    may_reveal=True,
)
# What two offices are compared by. Heads of mission of one class take precedence by the day on
# which they took up their functions (Vienna Convention on Diplomatic Relations, art. 13 and 16).
OF_OFFICE = (RANK, CAPACITY, SINCE)
