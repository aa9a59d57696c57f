"""What a row would change in a record that is on record already."""

from collections.abc import Iterable, Mapping

from django.db.models import Model

from forum.intake.rows import Difference
from forum.records.countries import country_name


def differences(record: Model, values: Mapping[str, object]) -> list[Difference]:
    """The columns of a record that are other than these values; an empty value says nothing."""
    return [
        Difference(
            column,
            value,
            str(record._meta.get_field(column).verbose_name),
            in_words(record, column, getattr(record, column)),
            in_words(record, column, value),
        )
        for column, value in values.items()
        if value and getattr(record, column) != value
    ]


def in_words(record: Model, column: str, value: object) -> str:
    """A value as staff read it."""
    field = record._meta.get_field(column)
    if value in (None, ""):
        return ""
    if column in ("country", "represents"):
        return country_name(str(value))
    return str(value) if field.remote_field else str(dict(field.flatchoices).get(value, value))


def apply(record: Model, taken: Iterable[Difference]) -> list[str]:
    """Change a record, not saved, as these say; returns the columns."""
    columns = []
    for difference in taken:
        setattr(record, difference.column, difference.value)
        columns.append(difference.column)
    return columns
