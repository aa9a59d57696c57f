"""Where nobody is looked for, and where everybody is: what staff and the site left behind."""

from django.contrib.admin.models import LogEntry
from reversion.models import Revision

from forum.models import (
    AuditEntry,
    Author,
    Due,
    Erasure,
    FacetChoice,
    FacetValue,
    GoneAddress,
    Intake,
    IntakeHeadings,
    Letter,
    OldAddress,
    PublicChange,
    SearchEntry,
    SearchKey,
    SearchWord,
    SentForm,
    SetAside,
    Stale,
    Touch,
)
from forum.personal.aging import goes_with_event
from forum.personal.held import leave, trace

for model in (
    *(Due, FacetChoice, FacetValue, PublicChange),
    *(SearchEntry, SearchKey, SearchWord, Stale),
):
    leave(model)
# Addresses lead by their own rules; what headings mean is asked without any row.
for model in (GoneAddress, OldAddress, IntakeHeadings, SentForm, Touch):
    leave(model)
# Who did something stays by name: it is an account of staff.
leave(Author)
leave(AuditEntry, ("who", "model"))
leave(Erasure, ("by", "model"))
leave(Intake, ("author_name",))
leave(SetAside, ("author_name", "ender_name", "check_name", "subject", "essence"))
trace(Revision, LogEntry, Intake, Erasure)
goes_with_event(Letter, "event")
