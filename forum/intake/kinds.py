"""Which kinds of rows there are: an app declares each in one place, and everything else is shared.

A kind says what its columns are and how a cell is read (readers.py), which records a row names
and how candidates for them are found, what it is on record as, and how it is written.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import override

from forum.intake.columns import is_heading
from forum.intake.readers import SHORT
from forum.intake.rows import NEW, NONE, Candidate, Row
from forum.records.texts import LANGUAGES
from forum.rights import may, sees_all

if TYPE_CHECKING:
    from forum.intake.saving import Saving


@dataclass(frozen=True)
class Place:
    """Where a list belongs, by whom it is taken in, and in which language its texts are."""

    by: object
    language: str
    records: Mapping[str, Model] = field(default_factory=dict)
    # What a kind looks up once for all rows.
    known: dict[str, object] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Model | None:
        return self.records.get(name)

    def may(self, right: str) -> bool:
        return not right or self.by.has_perm(right)


def nothing(*_ignored) -> tuple:
    return ()


def always(_place: Place) -> bool:
    return True


def to_tab(tab: str) -> Callable[[Place], str]:
    """For kinds that stand in an event: what came of a list is seen in that tab of its desk."""

    def leads_to(place: Place) -> str:
        event = place["event"]
        return reverse("admin:workspace", args=[event.pk, tab]) if event else ""

    return leads_to


@dataclass(frozen=True, kw_only=True, eq=False)
class Column:
    """Something that a row may say: what it is called, and how its cells are read."""

    name: str
    label: str | Promise
    # Other headings of it, in any language.
    synonyms: tuple[str, ...] = ()
    # What a cell says; raises ValueError or ValidationError with a sentence.
    read: Callable[[str], object] = SHORT
    # What is offered while one types.
    offers: Callable[[Place], Iterable[str]] = nothing
    is_shown: Callable[[Place], bool] = always
    # About how many characters its cells have.
    size: int = 16
    # Whether the table shows it to begin with; others only where a list has them.
    is_usual: bool = True


@dataclass(frozen=True, kw_only=True)
class Link:
    """A record that a row names, in the column of the same name."""

    name: str
    model: type[Model]
    # Which records each of these rows may mean.
    find: Callable[[Sequence[Row], Place], Sequence[Sequence[Candidate]]]
    # By what two rows of a list would mean one new record; the first is told to staff.
    signs: Callable[[Row], Iterable[str]] = nothing
    # Whether several rows naturally name one and the same.
    may_repeat: bool = False
    # Whether a row that says something in the column names a record there.
    is_needed: Callable[[Row], bool] = lambda row: True
    # Whether the row itself is this record.
    is_itself: bool = False
    # Whether what is no record may stay as a name alone.
    may_be_none: bool = False
    # Whether what is like nothing on record is new only if staff say so.
    is_doubted: bool = False
    # What the cell may have meant to say instead, as it would be written.
    instead: Callable[[str], Iterable[str]] = nothing
    # What it takes to make a new one; without it the cell stays a name alone.
    right: str = ""
    # The records with what `about` reads, which tells staff one from another.
    records: Callable[[], QuerySet]
    about: Callable[[Model], str] = lambda _record: ""

    def otherwise(self, place: Place) -> str:
        """What is meant where nothing like it is on record."""
        return NEW if place.may(self.right) else NONE

    def proposed(self, place: Place) -> str:
        """What is chosen by itself there; empty if staff are asked."""
        return "" if self.is_doubted else self.otherwise(place)


@dataclass(frozen=True, kw_only=True)
class Stand:
    """A record that the rows of a list stand in, such as an event."""

    name: str
    model: type[Model]
    is_required: bool = True
    # Whether staff are asked for it even if it may be left out.
    is_asked: bool = False


@dataclass(frozen=True, kw_only=True)
class Ask:
    """Something that staff choose once for a whole list when they save it; first what is usual."""

    name: str
    label: str | Promise
    choices: tuple[tuple[str, str | Promise], ...]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of rows that can be taken in."""

    name: str
    label: str | Promise
    columns: tuple[Column, ...]
    write: Callable[[Sequence[Row], "Saving"], None]
    stands_in: tuple[Stand, ...] = ()
    links: tuple[Link, ...] = ()
    # What its rows are compared with, beside what they name.
    compared_with: tuple[type[Model], ...] = ()
    # What it takes to take in such lists, beside seeing that, and to change what is on record.
    rights: tuple[str, ...] = ()
    change_right: str = ""
    # Whether what comes in is published or a draft is a choice.
    can_publish: bool = False
    asks: tuple[Ask, ...] = ()
    keeps_numbers: bool = False
    # Whether its rows are mostly lines of a text, in which a comma is a mere comma.
    is_prose: bool = False
    # What a row takes over from the one above it, such as a day that stands there once.
    follow: Callable[[dict[str, str], dict[str, str], Place], dict[str, str]] = (
        lambda values, _above, _place: values
    )
    # One row of a sheet as one or several rows: a cell may say more than one thing.
    split: Callable[[dict[str, str], Place], Sequence[dict[str, str]]] = lambda values, _: [values]
    # Fill in what follows from the cells, and say what is wrong with them together.
    complete: Callable[[Sequence[Row], Place], object] = nothing
    # Find what rows are on record as, and what they would change: row.known, row.differences.
    compare: Callable[[Sequence[Row], Place], object] = nothing
    # Where staff see what came of it.
    leads_to: Callable[[Place], str] = lambda _place: ""

    def columns_in(self, place: Place) -> list[Column]:
        return [column for column in self.columns if column.is_shown(place)]

    @property
    def heads(self) -> Callable[[Sequence[str]], bool] | None:
        """What tells a row of headings from a line of prose, for a kind that has such lines."""
        names = {column.name: names_of(column) for column in self.columns}
        return (lambda row: is_heading(row, names)) if self.is_prose else None

    def may_be_used(self, user) -> bool:
        """Whether somebody has the rights, and may see what the table shows of any record."""
        shown = [*self.stands_in, *self.links]
        models = {*self.compared_with, *(each.model for each in shown)}
        sees = sees_all(user) and all(may(user, "view", model) for model in models)
        return sees and user.has_perms(self.rights)


KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    KINDS[kind.name] = kind
    return kind


@lru_cache(maxsize=512)
def names_of(column: Column) -> tuple[str, ...]:
    """All that a column is called: its label in every language, and the usual synonyms."""
    labels = []
    for language in LANGUAGES:
        with override(language):
            labels.append(str(column.label))
    return (column.name, *labels, *column.synonyms)
