"""Which delegation comes before which.

Among special missions that meet the alphabet decides, of the names of the States as the protocol
of the place writes them (Convention on Special Missions, art. 16(1)): `ALPHABETICAL`, in the
language of the event. Heads of mission of one class take precedence by the day on which they took
up their functions (Vienna Convention on Diplomatic Relations, art. 13 and 16), whence `RANK`:
the rank of the head, then since when that office is held. Organisations rank by the day on which
they were established (Dubai Protocol, “Precedence”), as universities walk in academic processions
at inaugurations, the oldest first: `FOUNDED`. The General Assembly of the United Nations draws a
lot for the first seat and goes on by the alphabet; here each delegation has a lot: `DRAWN`. A
host gives the guests precedence, or opens: the event says which, or neither.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.offices import PartialDate
from delegations.protocol.criteria import OF_OFFICE, alphabet
from delegations.protocol.facts import DelegationFact, MemberFact, age
from delegations.protocol.precedence import Criterion, Order
from forum.choices import HostPlace, PrecedenceRule
from forum.records.partial_dates import format_partial

Rule = Criterion[DelegationFact]


def order_among(
    facts: Iterable[DelegationFact], rule: str, language: str, host: str
) -> Order[DelegationFact]:
    """The delegations of an event, by its rule and alphabet, and by where it puts the host."""
    decide = RULES[PrecedenceRule(rule)]
    criteria: list[Rule] = [*HOSTS[HostPlace(host)], *decide]
    if rule != PrecedenceRule.LISTED:
        criteria.append(alphabet(language))
    return Order(facts, [*criteria, POSITION])


def _says_first(first: DelegationFact, _second: DelegationFact) -> str:
    return _("%(host)s is the host, and the host comes first.") % {"host": first.label}


def _says_last(_first: DelegationFact, second: DelegationFact) -> str:
    return _("%(host)s is the host, and the host comes last.") % {"host": second.label}


def _says_position(first: DelegationFact, second: DelegationFact) -> str:
    return _(
        "In the list of protocol %(first)s has number %(number)s, %(second)s number %(other)s."
    ) % _numbered(first, first.position, second, second.position)


def _says_lot(first: DelegationFact, second: DelegationFact) -> str:
    told = _numbered(first, first.lot, second, second.lot)
    if second.lot is None:
        return _("The lot gave %(first)s number %(number)s; %(second)s has not been drawn.") % told
    return _("The lot gave %(first)s number %(number)s, %(second)s number %(other)s.") % told


def _numbered(
    first: DelegationFact, number: int | None, second: DelegationFact, other: int | None
) -> dict[str, object]:
    return {"first": first.label, "number": number, "second": second.label, "other": other}


def _says_founded(first: DelegationFact, second: DelegationFact) -> str:
    return _("Founded: %(first)s – %(date)s; %(second)s – %(other)s.") % {
        "first": first.label,
        "date": _date(first.founded),
        "second": second.label,
        "other": _date(second.founded),
    }


def _date(date: PartialDate) -> str:
    return format_partial(date.day, date.precision) or _("date not known")


def _says_head(_first: DelegationFact, second: DelegationFact) -> str:
    return _("Of %(second)s no head of delegation is named.") % {"second": second.label}


def _of_heads(inner: Criterion[MemberFact]) -> Rule:
    """What tells two heads apart tells their delegations apart."""
    nobody = MemberFact(0)

    def key(fact: DelegationFact) -> object:
        return inner.key(fact.head or nobody)

    def sentence(first: DelegationFact, second: DelegationFact) -> str:
        why = inner.says(first.head or nobody, second.head or nobody)
        return _("Heads of delegation: %(why)s") % {"why": why}

    return Criterion(inner.name, inner.label, key, sentence)


POSITION: Rule = Criterion(
    "position", gettext_lazy("the list of protocol"), lambda fact: fact.position, _says_position
)
HOSTS: Mapping[str, Sequence[Rule]] = {
    HostPlace.NONE: [],
    HostPlace.FIRST: [
        Criterion("host", gettext_lazy("the host"), lambda fact: not fact.is_host, _says_first)
    ],
    HostPlace.LAST: [
        Criterion("host", gettext_lazy("the host"), lambda fact: fact.is_host, _says_last)
    ],
}
HEAD: Rule = Criterion(
    "head", gettext_lazy("the head of delegation"), lambda fact: fact.head is None, _says_head
)
FOUNDED: Rule = Criterion(
    "founded",
    gettext_lazy("the founding date"),
    lambda fact: age(fact.founded),
    _says_founded,
    may_reveal=True,
)
LOT: Rule = Criterion(
    "lot",
    gettext_lazy("the lot"),
    lambda fact: (fact.lot is None, fact.lot or 0),
    _says_lot,
)
# What decides before the alphabet does; protocol's own list comes after all.
RULES: Mapping[str, Sequence[Rule]] = {
    PrecedenceRule.LISTED: [],
    PrecedenceRule.ALPHABETICAL: [],
    PrecedenceRule.RANK: [HEAD, *map(_of_heads, OF_OFFICE)],
    PrecedenceRule.FOUNDED: [FOUNDED],
    PrecedenceRule.DRAWN: [LOT],
}
