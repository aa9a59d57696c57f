"""The rows of all tables as lines of JSON, the same for every database.

A table begins with an object, its model and its fields; each row is a list. Values are written and
read as the fields themselves do for fixtures, but to the microsecond and without touching texts.
The order of the tables is of no account: constraints between them are checked at commit.
"""

import datetime as dt
import gzip
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

from django.apps.registry import Apps
from django.db import DatabaseError, connections, models

from config.backup import tables
from config.backup.errors import BackupError

BATCH = 500
# A row is an article or a version of a record at most.
LONGEST_LINE = 1 << 28
PLAIN = {type(None), bool, int, float, str}
# What has one way to be written as text.
EXACT = (Decimal, dt.date, dt.time)
Tell = Callable[[str], None]


def _encode(value):
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value)} has no place in a backup.")


def _written(fields: list[models.Field], values: tuple) -> list:
    """The values of a row, as JSON can hold them."""
    row = SimpleNamespace(**{f.attname: v for f, v in zip(fields, values, strict=True)})
    return [
        value if type(value) in PLAIN or isinstance(value, EXACT) else f.value_to_string(row)
        for f, value in zip(fields, values, strict=True)
    ]


def dump(alias: str, path: Path, tell: Tell) -> dict[str, dict[str, int]]:
    """Write the rows of all tables to a file; how many there are, and the last key of each."""
    counted = {}
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=6) as out:
        for model in tables.kept_models():
            fields = tables.columns(model)
            names = [field.attname for field in fields]
            label = model._meta.label_lower
            _write_line(out, {"model": label, "fields": names})
            rows, number = models.QuerySet(model, using=alias).order_by("pk").values_list(*names), 0
            for number, values in enumerate(rows.iterator(chunk_size=2000), 1):
                _write_line(out, _written(fields, values))
                if not number % BATCH:
                    tell(f"{label}: {number:,} rows")
            counted[label] = {"rows": number, "last_key": last_key(alias, model)}
    return counted


def _write_line(out, value) -> None:
    out.write(json.dumps(value, ensure_ascii=False, default=_encode) + "\n")


def load(alias: str, source: BinaryIO, apps: Apps, tell: Tell) -> dict[str, int]:
    """Write all rows into empty tables; how many of each model.

    The models are those of the state that the rows are of. Raises BackupError if a row cannot be
    read or does not fit.
    """
    counted = {}
    with gzip.open(source, "rb") as lines:
        for label, labelled in groupby(_labelled(lines), key=itemgetter(0)):
            rows = map(itemgetter(1), labelled)
            model = apps.get_model(label)
            known = {field.attname: field for field in tables.columns(model)}
            fields = [known[name] for name in next(rows)]
            counted[label] = _load_table(alias, model, fields, rows, tell)
    return counted


def _labelled(lines) -> Iterator[tuple[str, list]]:
    """Each row with the model it is of; the first of each are the names of its fields."""
    label = ""
    while line := lines.readline(LONGEST_LINE):
        value = json.loads(line)
        if isinstance(value, dict):
            label, value = value["model"], value["fields"]
        yield label, value


def _load_table(alias, model, fields, rows, tell: Tell) -> int:
    connection = connections[alias]
    size, number = connection.ops.bulk_batch_size(fields, [None] * BATCH) or 1, 0
    into = connection.ops.quote_name(model._meta.db_table)
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    one = f"({', '.join(['%s'] * len(fields))})"
    with connection.cursor() as cursor:
        while batch := [*islice(rows, size)]:
            values = [v for row in batch for v in _read(connection, fields, row)]
            many = ", ".join([one] * len(batch))
            try:
                cursor.execute(f"INSERT INTO {into} ({names}) VALUES {many}", values)  # noqa: S608
            except DatabaseError as error:
                label = model._meta.label
                raise BackupError(f"Rows of {label} do not fit: {str(error).strip()}.") from error
            number += len(batch)
            tell(f"{model._meta.label}: {number:,} rows")
    return number


def _read(connection, fields: list[models.Field], row: list) -> Iterator:
    """The values of a row, as the database takes them."""
    for field, value in zip(fields, row, strict=True):
        # What is text stays as it was stored, whatever its field makes of what is typed.
        if isinstance(value, str) and not isinstance(field, models.CharField | models.TextField):
            value = field.to_python(value)
        # Only JSON has a null of its own.
        if value is None and isinstance(field, models.JSONField) and not field.null:
            value = models.Value(None, field)
        yield field.get_db_prep_save(value, connection)


def key_column(model: type[models.Model]) -> str | None:
    """The column whose values the database counts, if there is one."""
    key = model._meta.pk
    return key.column if isinstance(key, models.AutoField | models.BigAutoField) else None


def last_key(alias: str, model: type[models.Model]) -> int:
    """The last key that was given, though its row may be gone: it must not be given again."""
    if not (column := key_column(model)):
        return 0
    table, connection = model._meta.db_table, connections[alias]
    highest = models.QuerySet(model, using=alias).aggregate(n=models.Max("pk"))["n"] or 0
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        else:
            cursor.execute(
                "SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass)",
                [connection.ops.quote_name(table), column],
            )
        given = cursor.fetchone()
    return max(highest, (given and given[0]) or 0)


def set_last_key(alias: str, model: type[models.Model], key: int) -> None:
    """Let the next row have the key after this one, or after the highest there is."""
    column, connection = key_column(model), connections[alias]
    if not (column and key):
        return
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, key])
        else:
            sequence = "pg_get_serial_sequence(%s, %s)::regclass"
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"SELECT setval({sequence}, %s)", [quoted, column, key])
