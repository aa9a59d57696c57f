"""Rows and the records that they name."""


def tie(rows, field: str, records) -> list:
    """Point the rows at these very records, with all that was brought along for them.

    A row that names none of them is left to look it up itself.
    """
    by_key = {record.pk: record for record in records}
    rows = list(rows)
    for row in rows:
        record = by_key.get(getattr(row, f"{field}_id"))
        if record is not None:
            setattr(row, field, record)
    return rows
