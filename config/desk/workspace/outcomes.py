"""What came of the event and what was promised, also in its documents."""

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.models import Commitment, Outcome
from config.desk.workspace.desk import Desk, yes
from config.desk.workspace.tables import Table, line, titles, ways
from forum.querysets import of_any
from forum.records.partial_dates import format_partial


def tables(desk: Desk) -> list[Table]:
    found = []
    if desk.may("view", Outcome):
        found.append(_outcomes(desk))
    if desk.may("view", Commitment):
        found.append(_commitments(desk))
    return found


def outcomes_of(event):
    documents = of_any(Outcome, agreement=Q(event=event))
    return Outcome.objects.filter(Q(event=event) | documents)


def commitments_of(event):
    return Commitment.objects.of_events([event])


def _outcomes(desk: Desk) -> Table:
    lines = [
        line(
            desk,
            each,
            [
                each.get_kind_display(),
                format_partial(each.happened_on, each.happened_on_precision),
                each.agreement,
            ],
        )
        for each in desk.shown(outcomes_of(desk.event)).select_related("agreement")
    ]
    return Table(
        capfirst(Outcome._meta.verbose_name_plural),
        titles(Outcome, "kind", "happened_on", "agreement"),
        lines,
        ways((_("Add an outcome"), desk.adding(Outcome, event=desk.event.pk))),
    )


def _commitments(desk: Desk) -> Table:
    rows = desk.shown(commitments_of(desk.event).for_reading())
    lines = [
        line(
            desk,
            each,
            [
                ", ".join(map(str, each.responsible.all())),
                format_partial(each.due_on),
                each.get_state_display(),
                each.agreement,
                yes(each.is_public),
            ],
        )
        for each in rows
    ]
    return Table(
        capfirst(Commitment._meta.verbose_name_plural),
        titles(Commitment, "responsible", "due_on", "state", "agreement", "is_public"),
        lines,
        ways((_("Add a commitment"), desk.adding(Commitment, event=desk.event.pk))),
    )
