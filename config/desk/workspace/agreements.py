"""The documents of the event: their parties, what they are today, and who has yet to sign."""

from django.db.models import Prefetch
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.admin.concluding import concluding_of
from agreements.choices import ONLOOKERS, PartyRole
from agreements.life.sealing import awaits_seal
from agreements.models import Agreement, Party, Signatory
from agreements.wording import status_label
from config.desk.workspace.desk import Desk, yes
from config.desk.workspace.tables import Line, Table, line, titles, ways
from forum.admin.returning import returning
from forum.records.partial_dates import format_partial


def tables(desk: Desk) -> list[Table]:
    rows = desk.shown(desk.event.agreements.with_badge()).order_by("pk")
    parties = desk.shown(Party.objects.select_related("institution"))
    signatories = desk.shown(Signatory.objects.all())
    rows = rows.prefetch_related(Prefetch("parties", parties), Prefetch("signatories", signatories))
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
    parties = agreement.parties.all() if desk.may("view", Party) else ()
    open_parties = unsigned(agreement) if parties and desk.may("view", Signatory) else ()
    cells = [
        "; ".join(str(party) for party in parties),
        format_partial(agreement.concluded_on, agreement.concluded_on_precision),
        _status(desk, agreement),
        "; ".join(str(party) for party in open_parties),
        yes(agreement.is_published),
    ]
    return line(desk, agreement, cells)


def _status(desk: Desk, agreement: Agreement) -> SafeString | str:
    """What it is today; while that is not recorded as concluded, with the way to do so."""
    status = status_label(agreement)
    if not (awaits_seal(agreement) and desk.may("change", Agreement)):
        return status
    step = returning(concluding_of(agreement), desk.address)
    text = _("not yet recorded as concluded")
    return format_html('{} (<a href="{}">{}</a>)', status, step, text)


def unsigned(agreement: Agreement) -> list:
    """The parties for which nobody is on record who signs."""
    signed = {each.party_id for each in agreement.signatories.all() if each.role not in ONLOOKERS}
    return [
        party
        for party in agreement.parties.all()
        if party.role == PartyRole.PARTY and party.pk not in signed
    ]
