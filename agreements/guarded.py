"""Which fields are private, by which right they are seen and changed, and what is published."""

from agreements.models import (
    Agreement,
    Commitment,
    EarlierFile,
    Party,
    ProgressNote,
    Reminder,
    Step,
    Text,
)
from forum.published import public
from forum.rights import guard

guard(Party, "contact_email", "contact_language", by="agreements.view_party_contact")
guard(Reminder, "recipient", by="agreements.view_party_contact")

public(Agreement, lambda rows: rows.published())
public(Step, lambda rows: rows.public())
public(Text, lambda rows: rows.public())
public(EarlierFile, lambda rows: rows.none())
public(Commitment, lambda rows: rows.public())
public(ProgressNote, lambda rows: rows.filter(is_public=True))
