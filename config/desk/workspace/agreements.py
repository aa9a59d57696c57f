"""The documents of the event: their parties, what they are today, and who has yet to sign."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.choices import ONLOOKERS, PartyRole
from agreements.models import Agreement
from agreements.wording import status_label
from config.desk.workspace.desk import Desk, yes
from config.desk.workspace.tables import Line, Table, line, titles, ways
from forum.records.partial_dates import format_partial


def tables(desk: Desk) -> list[Table]:
    rows = desk.event.agreements.with_badge().order_by("pk")
    rows = rows.prefetch_related("parties__institution", "signatories")
    return [
        Table(
            capfirst(Agreement._meta.verbose_name_plural),
            [
                *titles(Agreement),
                _("Parties"),
                *titles(Agreement, "concluded_on")[1:],
                capfirst(_("status today")),
                _("No signatory for"),
                *titles(Agreement, "is_published")[1:],
            ],
            [_line(desk, agreement) for agreement in rows],
            ways((_("Add an agreement"), desk.adding(Agreement, event=desk.event.pk))),
        )
    ]


def _line(desk: Desk, agreement: Agreement) -> Line:
    parties = agreement.parties.all()
    cells = [
        "; ".join(str(party) for party in parties),
        format_partial(agreement.concluded_on, agreement.concluded_on_precision),
        status_label(agreement),
        "; ".join(str(party) for party in unsigned(agreement)),
        yes(agreement.is_published),
    ]
    return line(desk, agreement, cells)


def unsigned(agreement: Agreement) -> list:
    """The parties for which nobody is on record who signs."""
    signed = {each.party_id for each in agreement.signatories.all() if each.role not in ONLOOKERS}
    return [
        party
        for party in agreement.parties.all()
        if party.role == PartyRole.PARTY and party.pk not in signed
    ]
