"""Narrowing the entries of a dossier by what kind they are and by year."""

from collections import Counter

from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agreements.dossier.entries import KINDS, Entry
from forum.search.facets import UNDATED, Choice, Chosen, Group

# What the entries can be narrowed by: what it is called, and its value in the address.
FACETS = {
    "kind": (_("Kind"), lambda entry: entry.kind),
    "year": (_("Year"), lambda entry: f"{entry.year:04}" if entry.day else UNDATED),
}


class Narrowed:
    """The entries of a dossier that a visitor's choices leave, and what more they could choose.

    A kind or year that does not occur is no choice, and leaves everything.
    """

    def __init__(self, entries: list[Entry], query: QueryDict):
        self.all = entries
        given = {name: query.get(name, "").strip() for name in FACETS}
        known = {"kind": KINDS, "year": {*map(FACETS["year"][1], entries)}}
        self.given = {name: value for name, value in given.items() if value in known[name]}

    def __bool__(self):
        return bool(self.given)

    @property
    def entries(self) -> list[Entry]:
        return self._without(None)

    def _without(self, name: str | None) -> list[Entry]:
        """The entries that the choices leave but for the one of that name."""
        chosen = {each: value for each, value in self.given.items() if each != name}
        return [
            entry
            for entry in self.all
            if all(FACETS[each][1](entry) == value for each, value in chosen.items())
        ]

    @property
    def groups(self) -> list[Group]:
        """The choices that would leave something, each with how much."""
        return [Group(label, self._choices(name)) for name, (label, _value) in FACETS.items()]

    def _choices(self, name: str) -> list[Choice]:
        counts = Counter(map(FACETS[name][1], self._without(name)))
        # The entries stand in time, so that the years do too.
        order = KINDS if name == "kind" else list(counts)
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
            Chosen(FACETS[name][0], _label(name, value), self._url(name), is_known=True)
            for name, value in self.given.items()
        ]

    def _url(self, name: str, value: str | None = None) -> str:
        query = QueryDict(mutable=True)
        query.update({each: given for each, given in self.given.items() if each != name})
        if value:
            query[name] = value
        return f"?{query.urlencode()}"


def _label(name: str, value: str) -> str:
    if name == "kind":
        return capfirst(KINDS[value][0])
    return _("No date") if value == UNDATED else value.lstrip("0")
