"""Of which records a history is kept, and what is a part of what."""

from agreements.models import (
    Agreement,
    AgreementCitation,
    AgreementLink,
    AgreementReference,
    Commitment,
    Outcome,
    OutcomeRole,
    Party,
    ProgressNote,
    Provision,
    Signatory,
    Text,
)
from agreements.models.citation import SUBJECTS
from forum.history.keeping import keep_history

keep_history(Agreement)
keep_history(Party, Signatory, Provision, Text, AgreementReference, part_of=["agreement"])
keep_history(AgreementLink, part_of=["agreement", "other"], touches=["other"])
keep_history(Commitment, Outcome, part_of=["agreement", "event"])
keep_history(ProgressNote, part_of=["commitment"])
keep_history(OutcomeRole, part_of=["outcome"])
keep_history(AgreementCitation, part_of=SUBJECTS)
