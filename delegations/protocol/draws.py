"""The draws of lots of an event, as they are told: anybody can repeat them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from delegations.models import Drawing
from delegations.protocol.facts import DelegationFact
from delegations.protocol.precedence import Order
from forum.choices import PrecedenceRule
from forum.models import Event
from forum.prepared import prepared


@dataclass(frozen=True)
class Draw:
    """`drawn` are the lots: the place, the number on record, the name if the reader sees it."""

    record: Drawing
    day: dt.date
    drawn: Sequence[tuple[int, int, str]]


@prepared
def _drawings_of(event: int) -> QuerySet:
    return Drawing.objects.filter(event=event)


def draws_of(event: Event, among: Order[DelegationFact]) -> list[Draw]:
    """All that were made, the first one first; none where no lot decides."""
    if event.precedence_rule != PrecedenceRule.DRAWN:
        return []
    names = {key: fact.label for key, fact in among.by_key.items()}
    return [
        Draw(
            each,
            day=each.drawn_at.astimezone(event.tz).date(),
            drawn=[
                (one["lot"], one["number"], names.get(one["number"], "")) for one in each.result
            ],
        )
        for each in _drawings_of(event.pk)
    ]
