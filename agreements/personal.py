"""What agreements, outcomes and promises hold on an official."""

from django.utils.translation import gettext_lazy as _

from agreements.models import (
    AgreementCitation,
    Commitment,
    EarlierFile,
    OutcomeRole,
    Party,
    Period,
    Reminder,
    Side,
    Signatory,
    Subscription,
    TextWords,
    Tie,
)
from delegations.models import Official
from delegations.personal import INSTEAD, PRINTED
from forum.choices import NamePlace
from forum.personal.aging import stays
from forum.personal.held import SUBJECTS, held, leave, trace
from forum.records.texts import said

SIGNED = PRINTED | {
    "place": NamePlace.SIGNED,
    "why": _("Who signed a document is part of it: documents are kept as archives."),
}
held(Official, Signatory, "official", title=_("signatures"), **SIGNED)
held(Official, Signatory, "on_behalf_of", title=_("signatures in the person's stead"), **INSTEAD)
held(Official, OutcomeRole, "official", title=_("parts in outcomes"), **PRINTED)
held(Official, OutcomeRole, "on_behalf_of", title=_("outcomes in the person's stead"), **INSTEAD)
held(
    *(Official, Commitment, "owner"),
    title=_("promises"),
    why=_("A promise and its state stay, with an owner who is not named."),
)
held(
    *(Official, AgreementCitation, "signatory__official"),
    title=_("what sources say of signatures"),
    why=_("Sources of the record stay; the name is taken out of what was noted."),
)


def keep_signed_name(person: Official, spared: frozenset[str]) -> None:
    """Print under documents the name that visitors read there until now, if it is to stay."""
    if NamePlace.SIGNED in spared and person.is_published:
        unprinted = Signatory.objects.filter(official=person, name_as_printed="")
        unprinted.update(name_as_printed=said(person, "name")[:200])


SUBJECTS[Official].before.append(keep_signed_name)

# What follows from records or from the files of documents, which stay; and accounts of staff.
for model in (Period, Side, Tie, TextWords, EarlierFile, Subscription):
    leave(model)
trace(Reminder)
stays(Reminder, "It says that somebody was reminded once, and prevents a second time.")
stays(Party, "Reminders are sent to it as long as the agreement lasts.")
