"""What staff decide about a name holds for all rows of the list that say the same."""

from collections.abc import Iterator, Mapping, Sequence

from forum.choices import RowState
from forum.intake.kinds import Kind, Link
from forum.intake.rows import BY_STAFF, NEW, NONE
from forum.models import Intake, IntakeRow

# So many rows take over what was decided at once; those beyond stay open.
MOST = 1_000


def spread(
    intake: Intake, kind: Kind, decided: Sequence[IntakeRow], said: Mapping[int, dict[str, str]]
) -> list[IntakeRow]:
    """The rows, not saved, that are now decided like others, of which is given what they said."""
    found: dict[int, IntakeRow] = {}
    for link in kind.links:
        if link.may_repeat:
            for row in decided:
                text = said[row.pk].get(link.name, "")
                for other in _open(intake, link, text, row):
                    other = found.get(other.pk, other)
                    if other not in decided and _takes_over(other, link, row):
                        found[other.pk] = other
    return list(found.values())


def _open(intake: Intake, link: Link, text: str, row: IntakeRow) -> Iterator[IntakeRow]:
    """The doubtful rows that say this, if it was decided what it means."""
    if text and (_is_decided(link, row) or row.values.get(link.name) in link.instead(text)):
        rows = intake.rows.filter(state=RowState.DOUBTFUL, **{f"values__{link.name}": text})
        yield from rows.order_by("position")[:MOST]


def _is_decided(link: Link, row: IntakeRow) -> bool:
    answer = row.answers.get(link.name, {})
    return answer.get("by") == BY_STAFF and bool(answer["chosen"])


def _takes_over(other: IntakeRow, link: Link, row: IntakeRow) -> bool:
    """Let another row mean what this one does; whether it was still open and may mean it."""
    answer = other.answers.get(link.name)
    if not answer or answer["chosen"]:
        return False
    if not _is_decided(link, row):
        other.values[link.name] = row.values[link.name]
        other.answers[link.name] = {"candidates": [], "chosen": "", "by": ""}
        return True
    chosen = row.answers[link.name]["chosen"]
    if chosen not in {str(key) for key, _sign in answer["candidates"]} | {NEW, NONE}:
        return False
    other.answers[link.name] = answer | {"chosen": chosen, "by": BY_STAFF}
    return True
