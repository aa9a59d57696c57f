"""The rows that name a record which goes: each comes to name the one that stays, or joins its row.

A model tells by which fields two rows of one person are one (`once_a_person`), and in what two
bodies stand on two sides and are never one (`apart_in`).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from forum.choices import DatePrecision
from forum.history.keeping import KEPT

# Of two rows that become one nobody misses the place in a list, or whose row it was.
NOT_LOST = {"position", "official", "changed_at"}
NOTHING = (None, "")


@dataclass
class Merged:
    """What a merge changes, for those who decide about it."""

    # How many rows of a kind name the kept record instead, and of how many two became one.
    handed_over: Counter[type[models.Model]] = field(default_factory=Counter)
    joined: Counter[type[models.Model]] = field(default_factory=Counter)
    # What the kept record takes over: a label and the value.
    taken: list[tuple[str, object]] = field(default_factory=list)
    # What one of two rows that become one says otherwise than the one that stays.
    lost: list[tuple[str, object]] = field(default_factory=list)

    @property
    def lines(self) -> list[tuple[str, int]]:
        return _labelled(self.handed_over - self.joined)

    @property
    def joined_lines(self) -> list[tuple[str, int]]:
        return _labelled(self.joined)


def _labelled(counts: Counter[type[models.Model]]) -> list[tuple[str, int]]:
    return [(capfirst(each._meta.verbose_name_plural), number) for each, number in counts.items()]


def rows_of(record: models.Model) -> Iterator[tuple[type[models.Model], int]]:
    """Which kinds of rows name a record, and how many: what merging it would change too."""
    for relation in relations(record):
        if number := _rows(relation, record).count():
            yield relation.related_model, number


def relations(record: models.Model) -> list:
    """By which records name it, and traces that go along: what is derived is written anew."""
    return [
        each
        for each in record._meta.related_objects
        if each.related_model in KEPT or getattr(each.related_model, "goes_along", False)
    ]


def _rows(relation, record: models.Model) -> models.QuerySet:
    return relation.related_model._default_manager.filter(**{relation.field.name: record})


def hand_over_rows(relation, keep: models.Model, duplicate: models.Model, merged: Merged) -> None:
    """Let the rows that name the duplicate by this relation name the kept record."""
    link = relation.field
    rows = _rows(relation, duplicate)
    if relation.one_to_one and rows.exists() and _rows(relation, keep).exists():
        raise ValidationError(_("Both have a private contact: empty one of them first."))
    for row in rows:
        merged.handed_over[relation.related_model] += 1
        if relation.many_to_many:
            if row != keep:
                getattr(row, link.name).add(keep)
            continue
        _refuse_both_sides(row, relation, keep)
        twin = _twin(row, relation, keep)
        if twin is not None:
            merged.joined[relation.related_model] += 1
            _join(twin, row, merged)
        else:
            _hand_over(row, link.name, keep)


def _hand_over(row: models.Model, link: str, keep: models.Model) -> None:
    """Let a row name the kept record; what else that means for it, its `goes_to` knows."""
    setattr(row, link, None if row == keep else keep)
    _name_nobody_twice(row)
    if hasattr(row, "goes_to"):
        row.goes_to(keep)
    _save_unless_known(row)


def _refuse_both_sides(row: models.Model, relation, keep: models.Model) -> None:
    """Refuse to make one of two that stand on two sides of something: the model's `apart_in`."""
    whole = getattr(row, "apart_in", "")
    if whole and _rows(relation, keep).filter(**{whole: getattr(row, whole)}).exists():
        raise ValidationError(
            _("Both stand in “%(whole)s”: look there first.") % {"whole": getattr(row, whole)},
            code="apart",
        )


def _twin(row: models.Model, relation, keep: models.Model) -> models.Model | None:
    """The row of the kept record that says the same, where somebody takes part only once.

    A model tells by which fields: `once_a_person`.
    """
    fields = getattr(row, "once_a_person", ()) if relation.field.name == "official" else ()
    if not fields:
        return None
    return _rows(relation, keep).filter(**{name: getattr(row, name) for name in fields}).first()


def _join(twin: models.Model, row: models.Model, merged: Merged) -> None:
    """Make one row of two: the one that stays takes over what it does not say itself."""
    for relation in relations(row):
        hand_over_rows(relation, twin, row, merged)
    for each in type(row)._meta.concrete_fields:
        if each.primary_key or each.name in NOT_LOST or each.name.endswith("_precision"):
            continue
        taken = missing(twin, row, each)
        for name, value in taken.items():
            setattr(twin, name, value)
        theirs = getattr(row, each.attname)
        if theirs not in (*NOTHING, getattr(twin, each.attname)):
            merged.lost.append((capfirst(each.verbose_name), getattr(row, each.name)))
    _name_nobody_twice(twin)
    row.delete()
    twin.save()


def missing(keep: models.Model, other: models.Model, each: models.Field) -> dict[str, object]:
    """What the other one says in a field in which the kept one says nothing, by column.

    A date comes with its precision; a no is something said. What is undecided, a model tells by
    `undecided`, a value by field.
    """
    precision = f"{each.name}_precision"
    nothing = (*NOTHING, getattr(keep, "undecided", {}).get(each.name))
    is_said = getattr(keep, each.attname) not in nothing or _some_day(keep, precision)
    if is_said or not (getattr(other, each.attname) not in nothing or _some_day(other, precision)):
        return {}
    names = [each.attname, precision] if hasattr(keep, precision) else [each.attname]
    return {name: getattr(other, name) for name in names}


def _some_day(record: models.Model, precision: str) -> bool:
    """Whether of a date only is known that it was."""
    return getattr(record, precision, "") == DatePrecision.UNKNOWN


def _save_unless_known(row: models.Model) -> None:
    """Save a row that names the kept record now, unless it has this very row already."""
    for rule in row._meta.total_unique_constraints:
        try:
            rule.validate(type(row), row)
        except ValidationError:
            row.delete()
            return
    row.validate_constraints()
    row.save()


def _name_nobody_twice(row: models.Model) -> None:
    """Whoever stood in for a record that turns out to be the same stood in for nobody."""
    principal = getattr(row, "on_behalf_of", None)
    if principal is not None and principal == row.official:
        row.on_behalf_of = None
