"""When something was last recorded to have happened to an agreement or under it.

The latest day, not after the day in question, of: its conclusion, provisional application and
entry into force, its outcomes, the progress notes of its commitments and its steps, but for those
of the record.
"""

import datetime as dt

from django.db.models import Case, DateField, F, Max, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest, NullIf

from agreements.choices import OF_RECORD

# SQLite's MAX() of a NULL is NULL, Postgres' GREATEST() overlooks it: neither gets to see one.
NEVER = Value(dt.date.min, output_field=DateField())


def latest_day(model, on: dt.date) -> NullIf:
    """The last activity of a row of agreements by that day; NULL if no day is known."""
    days = (
        _own_day("concluded_on", on),
        _own_day("provisional_on", on),
        _own_day("in_force_on", on),
        _latest(_rows(model, "outcomes"), "agreement", "happened_on", on),
        _latest(_notes(model), "commitment__agreement", "noted_on", on),
        _latest(_rows(model, "steps").exclude(kind__in=OF_RECORD), "agreement", "happened_on", on),
    )
    return NullIf(Greatest(*(Coalesce(day, NEVER) for day in days)), NEVER)


def _rows(model, name: str):
    return model._meta.get_field(name).related_model._default_manager.order_by()


def _notes(model):
    return _rows(model._meta.get_field("commitments").related_model, "notes")


def _own_day(field: str, on: dt.date) -> Case:
    return Case(When(**{f"{field}__lte": on}, then=F(field)), output_field=DateField())


def _latest(rows, agreement: str, day: str, on: dt.date) -> Subquery:
    mine = rows.filter(**{agreement: OuterRef("pk"), f"{day}__lte": on})
    return Subquery(mine.values(agreement).annotate(latest=Max(day)).values("latest"))
