from agreements.models.agreement import Agreement
from agreements.models.citation import AgreementCitation
from agreements.models.commitment import Commitment
from agreements.models.link import AgreementLink
from agreements.models.outcome import Outcome, OutcomeRole
from agreements.models.party import Party, Provision
from agreements.models.period import Period
from agreements.models.progress import ProgressNote
from agreements.models.reference import AgreementReference
from agreements.models.reminder import CalendarAddress, Reminder, Subscription
from agreements.models.round import Round
from agreements.models.side import Side
from agreements.models.signatory import Signatory
from agreements.models.step import Step
from agreements.models.text import EarlierFile, Text
from agreements.models.tie import Tie
from agreements.models.words import TextWords

__all__ = [
    "Agreement",
    "AgreementCitation",
    "AgreementLink",
    "AgreementReference",
    "CalendarAddress",
    "Commitment",
    "EarlierFile",
    "Outcome",
    "OutcomeRole",
    "Party",
    "Period",
    "ProgressNote",
    "Provision",
    "Reminder",
    "Round",
    "Side",
    "Signatory",
    "Step",
    "Subscription",
    "Text",
    "TextWords",
    "Tie",
]
