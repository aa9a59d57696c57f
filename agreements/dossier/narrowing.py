"""Narrowing the entries of a dossier by what kind they are and by year, a page at a time."""

from collections import Counter
from collections.abc import Iterator

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agreements.dossier.entries import KINDS, Counts, Dossier, Entry
from forum.search.facets import UNDATED, Choice, Chosen, Group

# What the entries can be narrowed by, in the order of the parts of what is counted.
FACETS = {"kind": _("Kind"), "year": _("Year")}


class Narrowed:
    """The entries of a dossier that a visitor's choices leave, and what more they could choose.

    A kind or year that does not occur is no choice, and leaves everything. As a sequence, for a
    paginator, it reads the entries of the years that a page shows, and of no others.
    """

    def __init__(self, dossier: Dossier, query: QueryDict):
        self.dossier = dossier
        # How much there is of each kind and year, as an address says them.
        self.all = Counter(
            {(kind, _of_year(year)): n for (kind, year), n in dossier.counts.items()}
        )
        given = {name: query.get(name, "").strip() for name in FACETS}
        known = {"kind": KINDS, "year": {year for _kind, year in self.all}}
        self.given = {name: value for name, value in given.items() if value in known[name]}

    def __bool__(self):
        return bool(self.given)

    def __len__(self):
        return self._left().total()

    def __getitem__(self, part: slice) -> list[Entry]:
        """The entries of a part of the time line."""
        years, before = self._years_of(part)
        kinds = {kind for kind, _year in self._left()}
        return self.dossier.entries(kinds, years)[part.start - before : part.stop - before]

    def _years_of(self, part: slice) -> tuple[list[int], int]:
        """The years that a part reaches into, and how many entries come before these."""
        found, before, place = [], 0, 0
        counted = self._counted("year", self._left())
        for year in _newest_first(counted):
            following = place + counted[year]
            if following > part.start and place < part.stop:
                before = before if found else place
                found.append(0 if year == UNDATED else int(year))
            place = following
        return found, before

    def in_pieces(self) -> Iterator[Entry]:
        """All entries with their records, a year at a time."""
        kinds = {kind for kind, _year in self._left()}
        for year in _newest_first(self._counted("year", self._left())):
            years = [0 if year == UNDATED else int(year)]
            yield from self.dossier.bring(self.dossier.entries(kinds, years))

    def _left(self, but: str | None = None) -> Counts:
        """What the choices leave, but for the one of that name."""
        chosen = {name: value for name, value in self.given.items() if name != but}
        return Counter(
            {
                key: count
                for key, count in self.all.items()
                if all(dict(zip(FACETS, key, strict=True))[n] == v for n, v in chosen.items())
            }
        )

    def _counted(self, name: str, counts: Counts) -> Counter:
        place = list(FACETS).index(name)
        found = Counter()
        for key, count in counts.items():
            found[key[place]] += count
        return found

    @property
    def groups(self) -> list[Group]:
        """The choices that would leave something, each with how much."""
        return [Group(label, self._choices(name)) for name, label in FACETS.items()]

    def _choices(self, name: str) -> list[Choice]:
        counts = self._counted(name, self._left(but=name))
        order = KINDS if name == "kind" else _newest_first(counts)
        chosen = self.given.get(name)
        return [
            Choice(
                _label(name, value),
                counts[value],
                self._url(name, None if value == chosen else value),
                value == chosen,
            )
            for value in order
            if counts[value]
        ]

    @property
    def chosen(self) -> list[Chosen]:
        return [
            Chosen(FACETS[name], _label(name, value), self._url(name), is_known=True)
            for name, value in self.given.items()
        ]

    def _url(self, name: str, value: str | None = None) -> str:
        query = QueryDict(mutable=True)
        query.update({each: given for each, given in self.given.items() if each != name})
        if value:
            query[name] = value
        return f"?{query.urlencode()}"


def _of_year(year: int) -> str:
    return f"{year:04}" if year else UNDATED


def _newest_first(years: Counter) -> list[str]:
    dated = sorted((year for year in years if year != UNDATED), reverse=True)
    return [*dated, UNDATED] if UNDATED in years else dated


def _label(name: str, value: str) -> str:
    if name == "kind":
        return capfirst(KINDS[value][0])
    return _("No date") if value == UNDATED else value.lstrip("0")
