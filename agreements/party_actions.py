"""When the parties of an agreement came and went, in words."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from agreements.choices import EntryRule, PartyRole
from agreements.life.entry import entry_in_words
from agreements.models import Agreement, Party
from delegations import naming
from delegations.naming import Reader
from forum.choices import DatePrecision
from forum.records.partial_dates import format_partial


@dataclass(frozen=True)
class PartyActions:
    """What the parties did and when, as visitors may know it: a row for each.

    What no party did has no column; a row is its name and a (column, text) for each column.
    """

    columns: list[str]
    rows: list[tuple[str, list[tuple[str, str]]]]

    def __bool__(self):
        return bool(self.columns)


def party_actions(parties: list[Party], on: dt.date | None) -> PartyActions:
    """A row for each party, named as on that day; who only keeps the document is none."""
    parties = [party for party in parties if party.role != PartyRole.DEPOSITARY]
    told = {
        _("Signed"): [_day(party, "signed_on") for party in parties],
        _("Consent to be bound"): [*map(_consent, parties)],
        _("In force for it from"): [_day(party, "in_force_on") for party in parties],
        _("Left"): [_day(party, "left_on") for party in parties],
    }
    told = {column: texts for column, texts in told.items() if any(texts)}
    rows = [
        (
            naming.party(party, Reader.VISITOR, on).in_words(),
            [(column, texts[place]) for column, texts in told.items()],
        )
        for place, party in enumerate(parties)
    ]
    return PartyActions([*told], rows)


def entry_of(agreement: Agreement, parties: list[Party]) -> str:
    """The rule of its entry into force in a sentence; empty if none is recorded or it is past."""
    if agreement.entry_rule != EntryRule.DAY and _has_happened(agreement, "in_force_on"):
        return ""
    own = [party for party in parties if party.role == PartyRole.PARTY]
    return entry_in_words(
        agreement.entry_rule,
        needed=agreement.entry_consents,
        parties=len(own),
        consents=sum(_has_happened(party, "consent_on") for party in own),
        on=agreement.in_force_on,
        precision=agreement.in_force_on_precision,
    )


def _has_happened(record: Agreement | Party, date: str) -> bool:
    some_day = getattr(record, f"{date}_precision") == DatePrecision.UNKNOWN
    return some_day or getattr(record, date) is not None


def _day(party: Party, date: str) -> str:
    return format_partial(getattr(party, date), getattr(party, f"{date}_precision"))


def _consent(party: Party) -> str:
    said = (party.get_consent_kind_display(), _day(party, "consent_on"))
    return ", ".join(filter(None, said))
