"""Cells about people that say more than their column: “NAME – OFFICE”, several names, “acting”."""

from collections.abc import Sequence

from delegations.intake.people import known_offices
from forum.intake.cells import people, person
from forum.intake.kinds import Place

# What a cell that names somebody may say beside the name, by the columns of a list.
BESIDE = ("office", "institution", "capacity", "honorific")


def split_name(values: dict[str, str], place: Place) -> list[dict[str, str]]:
    """A row for each person, with what the cells say beside a name or an office as columns.

    “NAME – OFFICE”, “NAME and NAME”, an office alone, “acting Rector”.
    """
    offices = known_offices(place)
    values = _with_capacity(values, offices)
    named = people(values.get("name", ""))
    return [_with_name(values | {"name": name}, offices) for name in named] or [values]


def _with_capacity(values: dict[str, str], offices: Sequence[str]) -> dict[str, str]:
    """An office with the capacity in which it is held, each in its column."""
    said = person(values.get("office", ""), offices)
    if not said.capacity or values.get("capacity") or any((said.name, said.also_office, said.rest)):
        return values
    bodies = {"institution": values.get("institution") or said.institution}
    if not said.office or said.institution not in ("", bodies["institution"]):
        return values
    return values | {"office": said.office, "capacity": said.capacity} | bodies


def _with_name(values: dict[str, str], offices: Sequence[str]) -> dict[str, str]:
    """What stands beside a name, in columns that say nothing yet.

    A name beside another office than its own column says is left for staff to read.
    """
    found = person(values["name"], offices)
    said = {column: text for column in BESIDE if (text := getattr(found, column))}
    is_understood = bool(found.name or found.office) and not found.rest
    has_two = found.office and values.get("office")
    if not said or not is_understood or has_two:
        return values
    kept = {column: text for column, text in values.items() if text}
    return {column: text for column, text in (said | kept | {"name": found.name}).items() if text}
