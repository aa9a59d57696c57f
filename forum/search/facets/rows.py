"""The values by which records are found in lists, and how many records have each: derived rows.

An app says in its `filters.py` which list of records there is, what it can be narrowed by and what
that is read from. Only what is published has values.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial

from django.db import models
from django.db.models import Count, F, QuerySet

from forum.derived import Derivation, derive, derive_also, turns_on
from forum.derived.registry import Reads
from forum.late import begin
from forum.models import FacetChoice, FacetValue
from forum.prepared import Prepared, prepared
from forum.search.facets.kinds import Facet

# The facet of the whole list, of which every record has the only value.
ALL = ("", "")
BATCH = 500


@dataclass(frozen=True, eq=False, kw_only=True)
class RecordList:
    """A list of the published records of a model, and what they have in common."""

    name: str
    of: type[models.Model]
    facets: list[Facet]
    # What is counted for pictures, and no choice.
    beside: list[Facet] = field(default_factory=list)
    # Which of these records stand in the list of today; the others wait for their day.
    today: Callable[[QuerySet], QuerySet] = lambda records: records
    # From which day on the values of these records are others, as far as that is known.
    turns: Callable[[QuerySet], dict[int, dt.date]] | None = None

    @property
    def waiting(self) -> str:
        """The kind of choices that only records have that are not in the list of today."""
        return f"{self.name}-later"

    def offer(self, facet: Facet, read_from: Reads, *, at: int) -> None:
        """Let the list be narrowed by what an upper app knows."""
        self.facets.insert(at, facet)
        derive_also(f"facets-{self.name}", read_from)

    def write(self, keys: Collection[int]) -> None:
        """Write the values of these records anew, and count by what changed."""
        # What is counted on must not have changed since it was read.
        begin()
        new = self._values(self._published(keys))
        stored = FacetValue.objects.filter(kind=self.name, record__in=keys)
        old = {
            (record, choice): pk
            for pk, record, choice in stored.values_list("pk", "record", "choice")
        }
        choices = self._choices({choice for _record, choice in new})
        wanted = {(record, choices[choice]) for record, choice in new}
        gone, come = old.keys() - wanted, sorted(wanted - old.keys())
        FacetValue.objects.filter(pk__in=[old[each] for each in gone]).delete()
        FacetValue.objects.bulk_create(
            [FacetValue(kind=self.name, record=record, choice_id=choice) for record, choice in come]
        )
        difference = Counter(choice for _record, choice in come)
        difference.subtract(choice for _record, choice in gone)
        _count(difference)

    def _records(self, keys: Collection[int]) -> QuerySet:
        return self.of._default_manager.filter(pk__in=keys).order_by()

    @cached_property
    def _published(self) -> Prepared:
        def published(keys: Collection[int]) -> QuerySet:
            return self._records(keys).filter(is_published=True).values_list("pk", flat=True)

        return prepared(published)

    @cached_property
    def _listed(self) -> Prepared:
        return prepared(lambda keys: self.today(self._records(keys)).values_list("pk", flat=True))

    @cached_property
    def _questions(self) -> list[tuple[Facet, list[Prepared]]]:
        """What is asked for each facet, made into SQL once and not for each record."""
        return [(facet, self._prepared(facet)) for facet in [*self.facets, *self.beside]]

    def _prepared(self, facet: Facet) -> list[Prepared]:
        def question(number: int, keys: Collection[int]) -> QuerySet:
            return facet.questions(self._records(keys), keys)[number]

        numbers = range(len(facet.questions(self._records([]), [])))
        return [prepared(partial(question, number)) for number in numbers]

    def _values(self, keys: list[int]) -> set[tuple[int, tuple[str, str, str]]]:
        """Each of these published records with each of its values, as (kind, facet, value)."""
        if not keys:
            return set()
        listed = {*self._listed(keys)}
        if self.turns:
            turns_on(self.of, keys, self.turns(self._records(keys)))
        pairs = [(key, ALL) for key in keys]
        for facet, questions in self._questions:
            answers = (ask(keys) for ask in questions)
            pairs += [(key, (facet.name, value)) for key, value in facet.pairs(*answers)]
        return {
            (key, (self.name if key in listed else self.waiting, *value)) for key, value in pairs
        }

    def _choices(self, wanted: set[tuple[str, str, str]]) -> dict[tuple[str, str, str], int]:
        """The keys of choices, of which those that nobody had yet are made."""
        known = {}
        rows = FacetChoice.objects.filter(kind__in={kind for kind, _facet, _value in wanted})
        for facet, values in _by_facet(wanted).items():
            found = rows.filter(facet=facet, value__in=values)
            known |= {(k, facet, v): pk for pk, k, v in found.values_list("pk", "kind", "value")}
        new = sorted(wanted - known.keys())
        made = FacetChoice.objects.bulk_create(
            [FacetChoice(kind=kind, facet=facet, value=value) for kind, facet, value in new]
        )
        return known | {each: choice.pk for each, choice in zip(new, made, strict=True)}

    def sweep(self) -> None:
        """Count anew, for whatever reason a number should be wrong."""
        begin()
        kinds = [self.name, self.waiting]
        gone = FacetValue.objects.filter(kind=self.name)
        gone.exclude(record__in=self.of._base_manager.order_by().values("pk")).delete()
        rows = FacetChoice.objects.filter(kind__in=kinds)
        counted = dict(rows.annotate(n=Count("values")).values_list("pk", "n"))
        stored = dict(rows.values_list("pk", "count"))
        _count(Counter({pk: counted[pk] - stored[pk] for pk in stored}))
        rows.filter(count=0).delete()


def _by_facet(choices: Iterable[tuple[str, str, str]]) -> dict[str, set[str]]:
    found = defaultdict(set)
    for _kind, facet, value in choices:
        found[facet].add(value)
    return found


def _count(difference: Counter[int]) -> None:
    """Count these choices so much higher or lower."""
    alike = defaultdict(list)
    for choice, number in difference.items():
        if number:
            alike[number].append(choice)
    for number, keys in alike.items():
        for start in range(0, len(keys), BATCH):
            rows = FacetChoice.objects.filter(pk__in=keys[start : start + BATCH])
            rows.update(count=F("count") + number)


LISTS: dict[str, RecordList] = {}


def narrowable(
    records: RecordList,
    read_from: Reads,
    spread: Callable[[set[int]], set[int]] = lambda keys: keys,
) -> RecordList:
    """Keep the values of a list's records from now on."""
    LISTS[records.name] = records
    derive(
        Derivation(
            name=f"facets-{records.name}",
            of=records.of,
            write=records.write,
            read_from=read_from,
            spread=spread,
            sweep=records.sweep,
            is_last=True,
        )
    )
    return records
