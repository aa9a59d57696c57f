"""What a visitor has narrowed a list by, and what more they could choose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from forum.derived import catch_up
from forum.models import FacetChoice
from forum.records.texts import alphabetical
from forum.search.facets import counting
from forum.search.facets.counting import Counted
from forum.search.facets.kinds import AskedFacet, Facet, Written
from forum.search.facets.rows import ALL
from forum.search.find import Matches, matches

# The parameter of a list's search box; of the page with all choices of a facet, and its own box.
WORDS, CHOOSE, FIND = "q", "choose", "find"
# So many choices of a facet stand beside a list.
SHOWN = 15


@dataclass(frozen=True)
class Choice:
    label: str
    # None where there are too many records to count them.
    count: int | None
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Group:
    label: str
    choices: list[Choice]
    # Where all choices stand, if these are not all.
    url: str = ""


@dataclass(frozen=True)
class Chosen:
    """What the list is narrowed by, with the address of the list without it."""

    label: str
    value: str
    url: str
    is_known: bool
    # How many records there were without it.
    count: int | None = None


class Filters:
    """What a visitor has narrowed a list by, and what more they could."""

    def __init__(
        self,
        query: QueryDict,
        records: QuerySet,
        facets: Iterable[Facet],
        kind: str,
        also: Mapping[str, str] = MappingProxyType({}),
    ):
        """Narrow records of a kind; every address keeps the parameters in `also`."""
        catch_up()
        self.also = also
        self.query, self.all, self.facets, self.kind = query, records, facets, kind
        self.words = query.get(WORDS, "").strip()
        given = {facet: query.get(facet.name, "").strip() for facet in facets}
        self._given = given
        found = {facet: facet.find(value) for facet, value in given.items() if value}
        self._kept = self._choices_of(found)
        self._written = {facet: self._known(facet, each) for facet, each in found.items()}
        self._values = {facet: each for facet, each in self._written.items() if each}

    @property
    def kinds(self) -> list[str]:
        """The kinds of choices that the records of this list have."""
        return [self.kind]

    def where(self, key: str) -> list[Q]:
        """What else is asked of the records whose keys stand in that column."""
        return []

    def _choices_of(self, found: Mapping[Facet, Written | None]) -> dict:
        """The rows of what is chosen, and of the whole list, as {facet: counting.Chosen}."""
        wanted = {facet: (facet.name, each.value) for facet, each in found.items() if each}
        wanted[None] = ALL
        either = [Q(facet=facet, value=value) for facet, value in wanted.values()]
        rows = FacetChoice.objects.filter(Q(*either, _connector=Q.OR), kind__in=self.kinds)
        stored: dict[tuple[str, str], dict[int, int]] = {}
        for facet, value, key, count in rows.values_list("facet", "value", "pk", "count"):
            stored.setdefault((facet, value), {})[key] = count
        return {
            facet: counting.Chosen(tuple(choices), sum(choices.values()))
            for facet, value in wanted.items()
            for choices in [stored.get(value, {})]
        }

    def _known(self, facet: Facet, found: Written | None) -> Written | None:
        """What somebody chose, if there is such a choice."""
        is_kept = found and (not facet.is_closed or self._kept[facet].count)
        return found if is_kept else None

    @cached_property
    def _matches(self) -> Matches:
        return matches(self.kind, self.words)

    @property
    def records(self) -> QuerySet:
        """The records that the choices leave; a choice that does not exist leaves all."""
        kept = [each.where("pk") for each in self._chosen_but(None)]
        return self.all.filter(*self._asked("pk", None), *kept)

    def _chosen_but(self, but: Facet | str | None) -> list[counting.Chosen]:
        """The choices of which rows are kept, those that leave the fewest first."""
        kept = [facet for facet in self._values if not isinstance(facet, AskedFacet)]
        return sorted((self._kept[each] for each in kept if each is not but), key=lambda c: c.count)

    def _asked(self, key: str, but: Facet | str | None) -> list:
        """What else is asked of the records whose keys stand in that column."""
        asked = [*self.where(key)]
        if self.words and but != WORDS:
            asked.append(Q(**{f"{key}__in": self._matches.keys}))
        return asked + [
            facet.where(key, each.value)
            for facet, each in self._values.items()
            if facet is not but and isinstance(facet, AskedFacet)
        ]

    def _keys(self, but: Facet | str | None) -> QuerySet | None:
        """The keys of the records that the choices leave; None if these are the whole list."""
        chosen, asked = self._chosen_but(but), self._asked("record", but)
        if not (chosen or asked):
            return None
        fewest, *others = chosen or [self._kept[None]]
        rows = fewest.rows.filter(*asked, *(each.where("record") for each in others))
        return rows.values("record")[: counting.MOST + 1]

    @cached_property
    def counted(self) -> Counted | None:
        """What the records have; None if these are the whole list."""
        keys = self._keys(None)
        return None if keys is None else counting.counted(self.kind, keys)

    def numbers(self, facet: Facet) -> list[tuple[str, int]]:
        """How many of the records that are left have each value."""
        if self.counted:
            return self.counted.of(facet.name)
        return counting.kept(self.kinds, facet, counting.MOST)

    @cached_property
    def total(self) -> int:
        """How many records the choices leave; of many only that."""
        return min(self.counted.total, counting.MOST) if self.counted else self._kept[None].count

    @property
    def is_many(self) -> bool:
        return self.counted is not None and self.counted.is_many

    def __bool__(self):
        return bool(self.words or self._written)

    def shown(self) -> "Filters":
        """Itself, with all that a page shows of it already read."""
        _read = (self.groups, self.chosen, self.could_be_loosened if not self.total else ())
        return self

    @cached_property
    def groups(self) -> list[Group]:
        """For each facet the choices that would leave something."""
        groups = [self._group(facet) for facet in self.facets]
        return [group for group in groups if group.choices]

    def _group(self, facet: Facet) -> Group:
        values, is_many = self.values_of(facet, SHOWN + 1)
        shown = values[:SHOWN]
        chosen = self._values.get(facet)
        if chosen and chosen.value not in dict(shown):
            own = self.values_of(facet, 1, {chosen.value})[0]
            shown += own or [(chosen.value, 0)]
        url = self.url(CHOOSE, facet.name) if len(values) > SHOWN else ""
        return Group(facet.label, self.choices(facet, shown, is_many), url)

    def values_of(
        self, facet: Facet, most: int, among: set[str] | None = None
    ) -> tuple[list[tuple[str, int]], bool]:
        """Which values of a facet could be chosen, the first ones first, with how many have each.

        If the second answer says that the records are many, these are of some of them only.
        """
        counted = self._counted_for(facet)
        if counted is None:
            return counting.kept(self.kinds, facet, most, among), False
        values = [each for each in counted.of(facet.name) if among is None or each[0] in among]
        if facet.first == "-value":
            values.sort(reverse=True)
        return values[:most], counted.is_many

    def _counted_for(self, facet: Facet) -> Counted | None:
        """What the records have that the other choices leave."""
        if isinstance(facet, AskedFacet):
            return facet.counted(self._keys(facet))
        if facet not in self._values:
            return self.counted
        keys = self._keys(facet)
        return None if keys is None else counting.counted(self.kind, keys, [facet])

    def choices(self, facet: Facet, values: list[tuple[str, int]], is_many: bool) -> list[Choice]:
        """These values as choices, in the order to show them."""
        counts, chosen = dict(values), self._values.get(facet)
        written = list(facet.written(counts))
        if facet.is_closed:
            written.sort(key=lambda each: (-counts[each.value], alphabetical(each.label)))
        return [
            Choice(
                each.label,
                None if is_many else counts[each.value],
                self.url(facet.name, None if is_chosen else each.in_address),
                is_chosen,
            )
            for each in written
            for is_chosen in [chosen is not None and each.value == chosen.value]
        ]

    @cached_property
    def chosen(self) -> list[Chosen]:
        found = [
            Chosen(
                facet.label,
                each.label if each else self._given[facet],
                self.url(facet.name),
                bool(each),
            )
            for facet, each in self._written.items()
        ]
        if self.words:
            label = _("Similar names") if self._matches.are_similar else _("Words")
            found.insert(0, Chosen(label, self.words, self.url(WORDS), is_known=True))
        return found

    @cached_property
    def could_be_loosened(self) -> list[Chosen]:
        """Each choice whose removal would leave something, with how much."""
        loose = [
            Chosen(facet.label, each.label, self.url(facet.name), True, self._without(facet))
            for facet, each in self._values.items()
        ]
        if self.words:
            without = self._without(WORDS)
            loose.append(Chosen(_("Words"), self.words, self.url(WORDS), True, without))
        return [each for each in loose if each.count]

    def _without(self, what: Facet | str) -> int:
        keys = self._keys(what)
        return self._kept[None].count if keys is None else keys.count()

    @property
    def to_choose(self) -> Facet | None:
        """The facet of which all choices are asked for."""
        name = self.query.get(CHOOSE)
        return next((facet for facet in self.facets if facet.name == name), None)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The parameters that the search box hands on."""
        values = self._values.items()
        return [*self.also.items(), *((facet.name, each.in_address) for facet, each in values)]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The parameters that the search for a choice hands on."""
        words = [(WORDS, self.words)] if self.words else []
        return [*self.kept, *words, (CHOOSE, self.query.get(CHOOSE, ""))]

    def with_page(self, name: str, value: str) -> str:
        """The query string of another page of the list as it is now."""
        address = self.address
        return f"{address}{'&' if len(address) > 1 else ''}{urlencode({name: value})}"

    @property
    def address(self) -> str:
        """The query string of the list as it is now, without its page."""
        return self.url(WORDS, self.words or None)

    def url(self, name: str, value: str | None = None) -> str:
        query = QueryDict(mutable=True)
        query.update(self.also)
        for facet, given in self._given.items():
            if given:
                query[facet.name] = given
        if self.words:
            query[WORDS] = self.words
        query.pop(name, None)
        if value:
            query[name] = value
        return f"?{query.urlencode()}"
