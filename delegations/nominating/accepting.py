"""Whom a delegation named becomes a member, without being typed again."""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from delegations.choices import Accreditation, NomineeState
from delegations.intake.kinds_of_bodies import likely_kind
from delegations.models import Institution, Member, Nominee, Official, OfficialContact
from forum.history.keeping import revision
from forum.intake.scripts import column_language
from forum.records.texts import LANGUAGES

# Who comes to help and to guard: visitors never read who they are.
UNLISTED = ("staff", "security", "protocol", "driver")
NEEDS = ("dietary_needs", "access_needs")


@dataclass(frozen=True)
class Meant:
    """Whom and which body staff say that a nominee means: on record, new, or no body at all."""

    official: Official | None = None
    institution: Institution | None = None
    institution_is_new: bool = False


@transaction.atomic
def accept(nominee: Nominee, meant: Meant, *, by) -> Member:
    """Make the nominee a member of the delegation, or bring the member up to date."""
    with revision(by=by, comment=_("Accepted as the delegation named them.")):
        official = meant.official or _new_official(nominee)
        _keep_needs(nominee, official)
        body = meant.institution
        if meant.institution_is_new:
            body = _of_a_colleague(nominee) or _new_body(nominee)
        member = _member(nominee, official, body)
    nominee.state, nominee.member, nominee.remark = NomineeState.ACCEPTED, member, ""
    nominee.save()
    return member


def _new_official(nominee: Nominee) -> Official:
    language = nominee.invitation.language
    texts = {}
    for name in filter(None, (nominee.name, nominee.original_name)):
        texts.setdefault(f"name_{column_language(name, language)}", name)
    official = Official(**texts)
    if nominee.photo:
        with nominee.photo.open() as file:
            official.photo = ContentFile(file.read(), nominee.photo.name)
    official.full_clean()
    official.save()
    return official


def _keep_needs(nominee: Nominee, official: Official) -> None:
    said = {name: text for name in NEEDS if (text := getattr(nominee, name))}
    if said:
        contact = OfficialContact.objects.filter(official=official).first()
        contact = contact or OfficialContact(official=official)
        for name, text in said.items():
            setattr(contact, name, text)
        contact.full_clean()
        contact.save()


def _of_a_colleague(nominee: Nominee) -> Institution | None:
    """The body of the same name, if somebody of the delegation comes from one on record already."""
    same = {f"institution__{_column_of_body(nominee)}": nominee.institution}
    members = nominee.invitation.delegation.members.filter(**same)
    member = members.select_related("institution").order_by("pk").first()
    return member.institution if member else None


def _column_of_body(nominee: Nominee) -> str:
    return f"name_{column_language(nominee.institution, nominee.invitation.language)}"


def _new_body(nominee: Nominee) -> Institution:
    name, delegation = nominee.institution, nominee.invitation.delegation
    kind = likely_kind(name)
    body = Institution(**{_column_of_body(nominee): name}, kind=kind, country=delegation.country)
    body.full_clean()
    body.save()
    return body


def _member(nominee: Nominee, official: Official, body: Institution | None) -> Member:
    delegation = nominee.invitation.delegation
    member = nominee.member or delegation.members.filter(official=official).first()
    if member is None:
        listed = nominee.category not in UNLISTED
        member = Member(
            delegation=delegation, accreditation=Accreditation.PENDING, is_listed=listed
        )
    member.official, member.institution = official, body
    member.function = nominee.category
    if nominee.office:
        _say_office(member, nominee)
    member.full_clean()
    member.save()
    return member


def _say_office(member: Member, nominee: Nominee) -> None:
    """Put the office in its language; other languages of a former office go with that."""
    said = nominee.office_language
    language = said if said in LANGUAGES else nominee.invitation.language
    column = f"office_{column_language(nominee.office, language)}"
    if getattr(member, column) != nominee.office:
        for each in LANGUAGES:
            setattr(member, f"office_{each}", "")
        setattr(member, column, nominee.office)
