"""The rows of a form as it was sent: taken out, moved, and numbered anew."""

import re
from collections.abc import Sequence

from django.utils.datastructures import MultiValueDict

# What stands beside a field bears its name after one of these.
BESIDE = "(?:take-|kept-|remove-)?"
# The rows of a second inline of the same name are called parties-2-0-role.
FIELD = r"-(?!\d+-|[A-Z_]+_FORMS$).+"


def renumbered(sent: MultiValueDict, prefix: str, order: Sequence[int]) -> MultiValueDict:
    """The same form with only these rows of an inline, in this order."""
    places = {number: place for place, number in enumerate(order)}
    name = re.compile(rf"({BESIDE}{re.escape(prefix)}-)(\d+)({FIELD})")
    result = sent.copy()
    result.clear()
    for key, values in sent.lists():
        row = name.fullmatch(key)
        if row is None:
            result.setlist(key, values)
        elif (place := places.get(_number(row[2]))) is not None:
            result.setlist(f"{row[1]}{place}{row[3]}", values)
    return result


def _number(digits: str) -> int:
    return int(digits) if len(digits) < 10 else -1
