"""A list that names a second head of a delegation: told beside the row, before it is saved."""

from collections.abc import Iterable, Sequence

from delegations.choices import MemberFunction
from delegations.models import Member
from delegations.models.delegation import SECOND_HEAD
from forum.intake.rows import Row
from forum.search.words import folded


def refuse_second_heads(rows: Sequence[Row], delegations: Iterable[int]) -> None:
    """Refuse each head but the one on record, or else the first that the list names."""
    on_record = Member.objects.heads().filter(delegation__in=delegations)
    heads: dict[object, object] = {head.delegation_id: head.pk for head in on_record}
    for row in rows:
        if row.cells.get("function") == MemberFunction.HEAD and not row.is_left_out:
            who = row.known.pk if row.known else _who(row)
            if heads.setdefault(_side(row), who) != who:
                row.problems["function"] = str(SECOND_HEAD)


def _side(row: Row) -> object:
    """The delegation, which may be one that the list brings."""
    delegation = row.cells.get("delegation_record")
    return delegation.pk if delegation else tuple(folded(row.says("delegation")))


def _who(row: Row) -> tuple[str, ...]:
    """Whoever a list names twice in one office is one member."""
    return tuple(row.says(column) for column in ("name", "office", "institution"))
