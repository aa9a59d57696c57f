"""What is held on an official, and what becomes of it when it is erased."""

from django.utils.translation import gettext_lazy as _

from delegations.models import (
    Absence,
    AccreditationStep,
    Answer,
    Appointment,
    Attendance,
    Badge,
    Delegation,
    DelegationCitation,
    Double,
    Drawing,
    Invitation,
    Look,
    Meeting,
    Member,
    Nominee,
    NotTheSame,
    Official,
    OfficialContact,
    OfficialName,
    Passage,
    Question,
    Quota,
    Speaker,
    Tally,
    Transfer,
)
from forum.choices import DatePrecision, NamePlace
from forum.personal.aging import ends_with_event, goes_with_event, stays
from forum.personal.eraser import withheld
from forum.personal.held import held, leave, subject, trace
from forum.records.texts import LANGUAGES
from forum.records.translated import columns

NAMES = columns("name", "sort_name")
EMPTIED = (
    *columns("sort_name", "honorific", "distinctions", "biography"),
    *("photo", "photo_credit", "orcid", "wikidata_id", "website"),
)


def nameless(key: int) -> dict:
    """What an official's record says once the name is withheld."""
    slug = f"withheld-{key}"
    while Official.objects.exclude(pk=key).filter(slug=slug).exists():
        slug += "-"
    names = {f"name_{language}": withheld(language) for language in LANGUAGES}
    sides = {"photo_width": None, "photo_height": None}
    died = {"died_on": None, "died_on_precision": DatePrecision.DAY}
    return dict.fromkeys(EMPTIED, "") | names | sides | died | {"slug": slug, "is_withheld": True}


subject(
    Official,
    title=_("record"),
    named_by=(*NAMES,),
    # A website may be that of a whole ministry.
    known_by=("orcid", "wikidata_id", "slug"),
    withheld=nameless,
)
held(
    *(Official, OfficialName, "official"),
    title=_("other names"),
    named_by=(
        "text",
        ("given", "family"),
        ("family", "given"),
        ("given", "patronymic", "family"),
        ("family", "given", "patronymic"),
    ),
    goes=True,
)
held(
    *(Official, OfficialContact, "official"),
    title=_("private contact"),
    known_by=("email", "phone"),
    is_private=True,
)
held(
    *(Official, Absence, "official"),
    title=Absence._meta.verbose_name_plural,
    is_private=True,
)
held(
    *(Official, Appointment, "official"),
    title=_("offices held"),
    why=_("Who holds a public office is part of the record of the institution."),
)
PRINTED = {
    "named_by": ("name_as_printed",),
    "cleared": ("name_as_printed",),
    "place": NamePlace.PRINTED,
    "why": _("That somebody took part, in which office and for whom, is part of the record."),
}
INSTEAD = {"why": _("That somebody acted in another's stead is part of the record.")}
held(Official, Member, "official", title=_("memberships of delegations"), **PRINTED)
held(Official, Member, "on_behalf_of", title=_("members in the person's stead"), **INSTEAD)
held(
    *(Official, Nominee, "member__official"),
    title=_("what a delegation said when it named the person"),
    named_by=("name", "original_name"),
    is_private=True,
)
held(
    *(Official, Answer, "nominee__member__official"),
    title=_("what a delegation answered for the person"),
    is_private=True,
)
held(Official, Speaker, "official", title=_("speeches"), **PRINTED)
held(Official, Speaker, "on_behalf_of", title=_("speakers in the person's stead"), **INSTEAD)
held(
    *(Official, DelegationCitation, "official"),
    title=_("what sources say of the person"),
    goes=True,
)
held(
    *(Official, DelegationCitation, "member__official", "speaker__official"),
    title=_("what sources say of what the person did"),
    why=_("Sources of the record stay; the name is taken out of what was noted."),
)

ends_with_event(Delegation, "event")
ends_with_event(AccreditationStep, "member__delegation__event")
ends_with_event(Meeting, "requested_by__event")
ends_with_event(Transfer, "delegation__event")
goes_with_event(Answer, "nominee__invitation__delegation__event")
goes_with_event(Nominee, "invitation__delegation__event")
goes_with_event(Look, "invitation__delegation__event")
goes_with_event(Invitation, "delegation__event")
stays(OfficialContact, "The office writes to people between events too; it is cleared on request.")
stays(Absence, "It is asked about only on its own days; it goes with the person's wish.")
stays(Official, "A wish holds until the person says otherwise.")

# Another person may have the same name.
leave(Official, (*NAMES, "orcid", "wikidata_id", "website"))
leave(OfficialName)
leave(OfficialContact)
# What follows from records, and who of staff said or did something; a badge says a number alone.
for model in (Attendance, Badge, Double, Drawing, NotTheSame, Question, Quota, Tally):
    leave(model)
trace(AccreditationStep, Passage)
