"""When the parties of an agreement came and went, in words."""

import datetime as dt
from dataclasses import dataclass

from agreements.choices import PartyRole
from agreements.life.entry import entry_in_words
from agreements.models import Agreement, Party
from agreements.models.party import PARTY_DATES
from delegations import naming
from delegations.naming import Reader
from forum.choices import DatePrecision
from forum.records.partial_dates import format_partial


@dataclass(frozen=True)
class PartyActions:
    """What one party did and when, as visitors may know it."""

    name: str
    signed: str
    consented: str
    in_force: str
    left: str


def party_actions(parties: list[Party], on: dt.date | None) -> list[PartyActions]:
    """A row for each party, named as on that day, or none if nothing is recorded of any."""
    rows = [
        PartyActions(
            name=naming.party(party, Reader.VISITOR, on).in_words(),
            signed=_day(party, "signed_on"),
            consented=_consent(party),
            in_force=_day(party, "in_force_on"),
            left=_day(party, "left_on"),
        )
        for party in parties
    ]
    return rows if any(map(_has_acted, parties)) else []


def entry_of(agreement: Agreement, parties: list[Party]) -> str:
    """The rule of its entry into force in a sentence; empty if none is recorded."""
    own = [party for party in parties if party.role == PartyRole.PARTY]
    return entry_in_words(
        agreement.entry_rule,
        needed=agreement.entry_consents,
        parties=len(own),
        consents=sum(_has_happened(party, "consent_on") for party in own),
        on=agreement.in_force_on,
        precision=agreement.in_force_on_precision,
    )


def _has_acted(party: Party) -> bool:
    return bool(party.consent_kind) or any(_has_happened(party, date) for date in PARTY_DATES)


def _has_happened(party: Party, date: str) -> bool:
    some_day = getattr(party, f"{date}_precision") == DatePrecision.UNKNOWN
    return some_day or getattr(party, date) is not None


def _day(party: Party, date: str) -> str:
    return format_partial(getattr(party, date), getattr(party, f"{date}_precision"))


def _consent(party: Party) -> str:
    said = (party.get_consent_kind_display(), _day(party, "consent_on"))
    return ", ".join(filter(None, said))
