"""Files of other systems, as rows with plain columns: told by what is in them, not by their name.

Each format is a module with `recognises(text)` and `rows(text)`. Rows come one by one; a broken
file raises UnreadableError with a sentence, at the row that is broken.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from forum.intake.formats import popolo, ror, schedule, universities


@dataclass(frozen=True)
class Format:
    """A kind of file, and of which kind of list its rows are."""

    name: str
    kind: str
    recognises: Callable[[str], bool]
    rows: Callable[[str], Iterator[dict[str, str]]]


FORMATS = (
    Format("ROR", "institutions", ror.recognises, ror.rows),
    Format("Hipo", "institutions", universities.recognises, universities.rows),
    Format("schedule", "programme", schedule.recognises, schedule.rows),
    Format("Popolo", "officials", popolo.recognises, popolo.rows),
)


def format_of(text: str) -> Format | None:
    """The format that a file has, if it is a known one."""
    return next((each for each in FORMATS if each.recognises(text)), None)
