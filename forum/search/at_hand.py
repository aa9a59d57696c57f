"""Narrowing the few hundred records of one page, which are read already, as lists are narrowed.

It offers what the filters of a list offer, for the same part of a template.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from forum.records.texts import alphabetical
from forum.search.having import having

WORDS = "q"
# So many choices of an aspect are offered; words find the records of the others.
MOST = 15


@dataclass(frozen=True)
class Aspect:
    """Something that records can be narrowed by: what of it one has, as {value: label}."""

    name: str
    label: object
    of: Callable[[object], Mapping[str, str]]


@dataclass(frozen=True)
class Choice:
    label: str
    count: int
    url: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Group:
    label: object
    choices: list[Choice]


@dataclass(frozen=True)
class Chosen:
    label: object
    value: str
    url: str
    is_known: bool = True
    count: int | None = None


class AtHand:
    """What a visitor has narrowed the records of a page by, and what more they could."""

    def __init__(
        self,
        given: Mapping[str, str],
        records: Iterable[object],
        aspects: Sequence[Aspect],
        said: Callable[[object], Iterable[str]],
    ):
        """`said` gives the texts of a record in which words are looked for."""
        self.aspects = {aspect.name: aspect for aspect in aspects}
        names = [*self.aspects, WORDS]
        self._given = {name: value for name in names if (value := given.get(name, "").strip())}
        self.words = self._given.get(WORDS, "")
        self.all: list[object] = list(records)
        # Of each record and aspect, by places in the list: read once, asked often.
        self._has = [{name: a.of(each) for name, a in self.aspects.items()} for each in self.all]
        self._said = self._having(said) if self.words else set(range(len(self.all)))

    def _having(self, said: Callable[[object], Iterable[str]]) -> set[int]:
        return having(self.words, {n: said(each) for n, each in enumerate(self.all)})

    def __bool__(self) -> bool:
        return bool(self._given)

    @cached_property
    def records(self) -> list[object]:
        return [self.all[n] for n in self._left()]

    def _left(self, but: str = "") -> list[int]:
        chosen = {name: value for name, value in self._chosen.items() if name != but}
        return [
            n
            for n, has in enumerate(self._has)
            if (but == WORDS or n in self._said)
            and all(value in has[name] for name, value in chosen.items())
        ]

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        """The choices of each aspect, as {value: label}."""
        labels: dict[str, dict[str, str]] = {name: {} for name in self.aspects}
        for has in self._has:
            for name, values in has.items():
                labels[name] |= values
        return labels

    @cached_property
    def _chosen(self) -> dict[str, str]:
        """What is chosen and exists: a choice that does not exist leaves all."""
        return {n: v for n, v in self._given.items() if n != WORDS and v in self._labels[n]}

    @cached_property
    def groups(self) -> list[Group]:
        groups = [Group(each.label, self._choices(each)) for each in self.aspects.values()]
        return [group for group in groups if len(group.choices) > 1 or self]

    def _choices(self, aspect: Aspect) -> list[Choice]:
        left = self._left(but=aspect.name)
        counts = Counter(value for n in left for value in self._has[n][aspect.name])
        labels, chosen = self._labels[aspect.name], self._chosen.get(aspect.name)
        order = sorted(counts, key=lambda value: (-counts[value], alphabetical(labels[value])))
        return [
            Choice(
                capfirst(labels[value]),
                counts[value],
                self._url(aspect.name, "" if value == chosen else value),
                value == chosen,
            )
            for place, value in enumerate(order)
            if place < MOST or value == chosen
        ]

    @cached_property
    def chosen(self) -> list[Chosen]:
        found = [
            Chosen(
                self.aspects[name].label,
                self._labels[name].get(value, value),
                self._url(name),
                name in self._chosen,
            )
            for name, value in self._given.items()
            if name != WORDS
        ]
        return [Chosen(_("Words"), self.words, self._url(WORDS)), *found] if self.words else found

    @cached_property
    def could_be_loosened(self) -> list[Chosen]:
        """Each choice whose removal would leave something, with how much."""
        loose = [
            Chosen(
                _("Words") if name == WORDS else self.aspects[name].label,
                self.words if name == WORDS else self._labels[name][self._chosen[name]],
                self._url(name),
                count=len(self._left(but=name)),
            )
            for name in [*self._chosen, *([WORDS] if self.words else [])]
        ]
        return [each for each in loose if each.count]

    @property
    def kept(self) -> list[tuple[str, str]]:
        return list(self._chosen.items())

    def _url(self, name: str, value: str = "") -> str:
        asked = {n: v for n, v in (self._given | {name: value}).items() if v}
        return f"?{urlencode(asked)}"
