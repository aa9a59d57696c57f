"""How often and when records were changed, read from the history that is kept of them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, Model


@dataclass(frozen=True)
class Revision:
    """The number of changes since a record was made, and the time of the last one."""

    number: int
    at: dt.datetime

    def __add__(self, other: "Revision") -> "Revision":
        return Revision(self.number + other.number, max(self.at, other.at))


NEVER = Revision(0, dt.datetime(1970, 1, 1, tzinfo=dt.UTC))


def revisions(model: type[Model], keys: Iterable[int]) -> dict[int, Revision]:
    """The revision of each record that has a history, by primary key, in one query."""
    rows = model.history.filter(id__in=set(keys)).order_by().values_list("id")
    counted = rows.annotate(Count("history_id"), Max("history_date"))
    return {key: Revision(count - 1, changed) for key, count, changed in counted}
