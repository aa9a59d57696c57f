"""Writing rows of many models together, past the doors that mark what follows from each.

What follows is written once, at the end: see config.archive.making.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.db import models

from forum.derived.turning import remember
from forum.history import bulk
from forum.history.keeping import revision

BATCH = 500
LIST = "Made up"


class Sheet:
    """Rows that refer to each other: those of a model are written after those they refer to.

    Of what has a page of its own the beginning of a history is kept, as of an imported list.
    """

    def __init__(self, *order: type[models.Model]):
        self.order = order
        self.rows: dict[type[models.Model], list] = {model: [] for model in order}
        self.ties: dict[tuple[type[models.Model], str], list] = defaultdict(list)

    def add(self, row: models.Model) -> models.Model:
        self.rows[type(row)].append(row)
        return row

    def tie(self, row: models.Model, name: str, others: Sequence) -> None:
        """Put others, by their keys or themselves, into a list of related records."""
        self.ties[type(row), name] += [(row, other) for other in others]

    def write(self) -> None:
        """Write all that was added, as one revision."""
        with revision(comment=LIST):
            for model in self.order:
                for rows in _generations(self.rows[model]):
                    model._base_manager.bulk_create(rows, batch_size=BATCH)
                    remember(model, [row.pk for row in rows])
            for (model, name), pairs in self.ties.items():
                _tie(model._meta.get_field(name), pairs)
            for model in self.order:
                if hasattr(model, "is_published") and self.rows[model]:
                    bulk.keep_new(self.rows[model])
        self.rows = {model: [] for model in self.order}
        self.ties.clear()


def _generations(rows: list[models.Model]) -> Iterator[list[models.Model]]:
    """Rows without a parent that is yet to be written, then those under them, and so on."""
    waiting = rows
    while waiting:
        ready, later = [], []
        for row in waiting:
            above = getattr(row, "parent", None) if hasattr(row, "parent_id") else None
            (later if above is not None and above.pk is None else ready).append(row)
        yield ready
        waiting = later


def _tie(field: models.ManyToManyField, pairs: list) -> None:
    through = field.remote_field.through
    own, other = field.m2m_field_name(), field.m2m_reverse_field_name()
    through._base_manager.bulk_create(
        through(**{f"{own}_id": row.pk, f"{other}_id": getattr(to, "pk", to)}) for row, to in pairs
    )
