"""Which person or institution on record a row of a list may mean: many rows at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import NamedTuple

from django.db.models import Model

from delegations.doubles.finding import MOST_SHARING, facts, to_compare
from delegations.doubles.signs import Facts, sign
from delegations.findable import names_of_institution
from delegations.intake.likely import may_be_body, may_be_person
from delegations.models import Institution, Official
from forum.choices import Sign
from forum.intake.rows import Candidate
from forum.search.find import mark_of
from forum.search.index import translated
from forum.search.likeness import Alike, Weight
from forum.search.similar import Written, similar
from forum.search.words import folded, is_abbreviation

# So many are shown of those whose names are only similar.
MOST_SIMILAR = 5

Known = Mapping[int, tuple[Model, Facts]]


class Names(NamedTuple):
    """What is like the words of some names, and how telling each is."""

    alike: Alike
    weight: Weight


NO_NAMES = Names({}, lambda _word: 1.0)


@dataclass(frozen=True)
class Asked:
    """What a row says of somebody or of a body."""

    names: tuple[str, ...]
    country: str = ""
    # The country on whose side it probably stands, which does not rule out another.
    side: str = ""
    domains: tuple[str, ...] = ()
    # By the column in which they are kept: {"ror_id": "0443cwa12"}.
    identifiers: Mapping[str, str] = field(default_factory=dict)

    @property
    def marks(self) -> set[str]:
        """What nobody else has."""
        return {*self.domains, *self.identifiers.values()} - {""}

    def facts(self, *, is_person: bool) -> Facts:
        words = {tuple(folded(name)) for name in self.names if not is_abbreviation(name)}
        return Facts(
            names=tuple(sorted(name for name in words if len(name) > 1)),
            countries=frozenset({self.country} - {""}),
            domains=frozenset(self.domains),
            identifiers=frozenset(self.identifiers.values()) - {""},
            is_person=is_person,
        )


def find(model: type[Institution | Official], asked: Sequence[Asked]) -> list[list[Candidate]]:
    """The records that each may be, the surest first.

    Names are only compared, which takes long, where no identifier or domain says which it is.
    """
    marked = _by_marks(model, asked)
    known = _with_facts(model, marked)
    own = [
        {key: known[key] for key, marks in marked.items() if marks & each.marks} for each in asked
    ]
    found = [_candidates(each, NO_NAMES, theirs) for each, theirs in zip(asked, own, strict=True)]
    open_ones = [place for place, candidates in enumerate(found) if not _is_sure(candidates)]
    alike = {names: _alike(model, names) for names in {asked[place].names for place in open_ones}}
    known |= _with_facts(
        model, {key for _written, keys in alike.values() for key in keys} - {*known}
    )
    for place in open_ones:
        written, keys = alike[asked[place].names]
        theirs = own[place] | {key: known[key] for key in keys if key in known}
        found[place] = _candidates(asked[place], written, theirs)
    return found


def _is_sure(candidates: Sequence[Candidate]) -> bool:
    return sum(each.sign <= Sign.DOMAIN for each in candidates) == 1


def _with_facts(model: type[Model], keys: Collection[int]) -> dict[int, tuple[Model, Facts]]:
    records = to_compare(model).filter(pk__in=keys) if keys else ()
    return {record.pk: (record, facts(record)) for record in records}


def _alike(model: type[Model], names: tuple[str, ...]) -> tuple[Names, set[int]]:
    """The names as the search reads them, and the records that have one like them."""
    written = Written.names(names)
    found = similar(written, mark_of(model), staff=True) if names else []
    return Names(written.alike, written.weight), {each.entry.object_id for each in found}


def _by_marks(model: type[Model], asked: Sequence[Asked]) -> dict[int, set[str]]:
    """Which records have an identifier or a domain of these."""
    found: dict[int, set[str]] = defaultdict(set)
    for column in {column for each in asked for column in each.identifiers}:
        wanted = {each.identifiers.get(column, "") for each in asked} - {""}
        rows = model._base_manager.filter(**{f"{column}__in": wanted})
        for key, value in rows.values_list("pk", column):
            found[key].add(value)
    domains = {domain for each in asked for domain in each.domains}
    for key, domain in _with_domains(model, domains) if domains else ():
        found[key].add(domain)
    return found


def _with_domains(model: type[Model], wanted: Collection[str]) -> Iterable[tuple[int, str]]:
    rows = model._base_manager.exclude(domains="").values_list("pk", "domains")
    return ((key, each) for key, text in rows for each in text.split() if each in wanted)


def _candidates(asked: Asked, written: Names, known: Known) -> list[Candidate]:
    own = asked.facts(is_person=any(isinstance(each, Official) for each, _facts in known.values()))
    if sum(bool(own.domains & theirs.domains) for _other, theirs in known.values()) > MOST_SHARING:
        own = replace(own, domains=frozenset())
    found = [
        Candidate(key, why)
        for key, (record, theirs) in known.items()
        if (why := _why(asked, own, record, theirs, written))
    ]
    found.sort(key=lambda each: (each.sign, _is_elsewhere(asked, known[each.key][1]), each.key))
    surer = [each for each in found if each.sign < Sign.SIMILAR]
    return found[: len(surer) + MOST_SIMILAR]


def _why(asked: Asked, own: Facts, record: Model, theirs: Facts, written: Names) -> Sign | None:
    """The sign by which a record may be meant; of one in another country a name is a question."""
    why = sign(own, theirs, written.alike, written.weight)
    if why in (None, Sign.SIMILAR) and _is_named(record, asked, theirs):
        why = Sign.NAME
    if why == Sign.NAME and _is_elsewhere(asked, theirs):
        return Sign.SIMILAR
    if why is None and _may_be(asked, theirs, written.alike):
        return Sign.SIMILAR
    return why


def _is_elsewhere(asked: Asked, theirs: Facts) -> bool:
    """Whether a body is in another country than the one that it probably stands for."""
    return bool(asked.side and theirs.countries and asked.side not in theirs.countries)


def _may_be(asked: Asked, theirs: Facts, alike: Alike) -> bool:
    """Whether a name is a shorter or fuller way to write one on record there."""
    own = {asked.country, asked.side} - {""}
    if theirs.is_person:
        ways = (may_be_person(*pair, alike) for pair in product(asked.names, theirs.names))
    elif own and not own & theirs.countries:
        return False
    else:
        told = theirs.countries
        ways = (may_be_body(*pair, told, alike) for pair in product(asked.names, theirs.names))
    return any(ways)


def _is_named(record: Model, asked: Asked, theirs: Facts) -> bool:
    """Whether it has such a name, be it a short one, and stands in no other country."""
    if asked.country and theirs.countries and asked.country not in theirs.countries:
        return False
    is_body = isinstance(record, Institution)
    recorded = names_of_institution(record) if is_body else translated(record, "name")
    names = {tuple(folded(text)) for _language, text in recorded if text}
    return any(tuple(folded(name)) in names for name in asked.names)
