"""When records were changed last, read from the history that is kept of them."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Max, Model

NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def last_changes(
    model: type[Model], keys: Iterable[int | None], *, by: str = "id"
) -> dict[int, dt.datetime]:
    """The last change of each record that has a history, in one query.

    By its primary key, or by that of a record which its rows belong to: what was taken away from
    that or deleted counts too.
    """
    rows = model.history.filter(**{f"{by}__in": {*keys} - {None}}).order_by().values_list(by)
    return dict(rows.annotate(Max("history_date")))
