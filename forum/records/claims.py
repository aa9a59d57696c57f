"""What sources say of a fact, gathered by what they say: official visit: 3 sources; state: 11.

Works on citations as they are, and asks no database.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Claim:
    """What one or several sources say, in different words perhaps."""

    # In words; empty where what they say was not compared.
    value: str
    citations: list

    @property
    def sources(self) -> int:
        return len({citation.source_id for citation in self.citations})

    @property
    def is_preferred(self) -> bool:
        return any(citation.is_preferred for citation in self.citations)


@dataclass(frozen=True)
class SaidOf:
    """All that is said of one fact of one record, what is followed first, then what most say."""

    # One of its citations, which knows the record.
    about: object
    # In words; empty for the record as a whole.
    fact: str
    claims: list[Claim]


@dataclass(frozen=True)
class Sources:
    """What a page knows from its sources, and how many those are."""

    facts: list[SaidOf]

    def __bool__(self):
        return bool(self.facts)

    @property
    def count(self) -> int:
        claims = [claim for said in self.facts for claim in said.claims]
        return len({citation.source_id for claim in claims for citation in claim.citations})


def gathered(citations: Iterable) -> Sources:
    """The citations by record and fact, in the order in which those occur, none of them twice."""
    facts: dict[Hashable, dict] = defaultdict(dict)
    for citation in citations:
        claims = facts[citation.subject_key, citation.field]
        claims.setdefault(_claimed(citation), {}).setdefault(_row(citation), citation)
    return Sources([_said(claims.values()) for claims in facts.values()])


def disputed(citations: Iterable) -> list[SaidOf]:
    """Facts of which sources say things that differ, none of which is preferred.

    Only what can be compared differs: words in several languages may say the same.
    """
    return [
        said for said in gathered(each for each in citations if each.field).facts if _is_open(said)
    ]


def _is_open(said: SaidOf) -> bool:
    compared = [claim for claim in said.claims if any(each.value for each in claim.citations)]
    return len(compared) > 1 and not any(claim.is_preferred for claim in said.claims)


def _said(claims: Iterable[dict]) -> SaidOf:
    found = [_claim([*rows.values()]) for rows in claims]
    found.sort(key=lambda claim: (not claim.is_preferred, -claim.sources))
    first = found[0].citations[0]
    return SaidOf(first, first.get_field_display(), found)


def _claim(citations: list) -> Claim:
    value = citations[0].value_in_words
    printed = {citation.as_printed.casefold() for citation in citations}
    if not value and len(printed) == 1 and len(citations) > 1:
        value = citations[0].as_printed
    return Claim(value, citations)


def _claimed(citation) -> str:
    return citation.value or citation.as_printed.casefold()


def _row(citation) -> Hashable:
    return citation.source_id, citation.as_printed, citation.note, citation.claim
