"""What the public pages of a record name: an app declares it, whoever publishes asks.

A declaration stands in an app's `mentioned.py`. It is given records of one kind, as if all of
them were published, and tells of what their pages show to visitors, nothing private, whether it is
published itself or not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db import models


@dataclass(frozen=True)
class Mention:
    """A record that has a page of its own, and on which occasion another one's pages name it."""

    record: models.Model
    why: str
    # Visitors read a printed name in any case.
    is_printed: bool = False
    # Its own pages are a part of the others: what they name counts as named there.
    is_part: bool = False
    # Publishing it along is what staff will mean as a rule.
    is_meant: bool = True


Declaration = Callable[[Sequence], Iterable[Mention]]
DECLARATIONS: dict[type[models.Model], list[Declaration]] = defaultdict(list)


def mentioned_on(model: type[models.Model]) -> Callable[[Declaration], Declaration]:
    """Declare what pages of the model's records name."""

    def declare(declaration: Declaration) -> Declaration:
        DECLARATIONS[model].append(declaration)
        return declaration

    return declare


def mentions_on(records: Iterable[models.Model]) -> list[Mention]:
    """What the pages of the records name, and those of their parts, in a few queries."""
    found, seen, new = [], set(), list(records)
    while new:
        seen.update(map(ident, new))
        latest = [mention for rows in _by_model(new) for mention in _declared(rows)]
        found += latest
        parts = {ident(each.record): each.record for each in latest if each.is_part}
        new = [record for key, record in parts.items() if key not in seen]
    return found


def ident(record: models.Model) -> tuple[str, int]:
    return record._meta.label_lower, record.pk


def _by_model(records) -> list[list[models.Model]]:
    rows = defaultdict(list)
    for record in records:
        rows[type(record)].append(record)
    return list(rows.values())


def _declared(rows: list[models.Model]) -> list[Mention]:
    return [mention for declaration in DECLARATIONS[type(rows[0])] for mention in declaration(rows)]
