"""What is recorded at the door, each in one transaction, and once however often it is sent."""

import datetime as dt
import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from delegations.accreditation.services import act_on
from delegations.choices import Accreditation, AccreditationAct, PassageKind
from delegations.door.passing import in_words, refusal
from delegations.door.reads import last_passage
from delegations.models import Member, Passage
from forum.history.author import name_of
from forum.history.locking import lock


@transaction.atomic
def record_passage(
    member: Member, kind: PassageKind, *, key: uuid.UUID, at: dt.datetime, by
) -> tuple[Passage, bool]:
    """Record that a member came in or went out, and say whether that is new: a key counts once.

    Raises ValidationError with the sentence that says why not; then nothing has changed.
    """
    if sent := Passage.objects.filter(key=key).first():
        return sent, False
    lock(member)
    member = Member.objects.select_related("delegation__event").get(pk=member.pk)
    _refuse_impossible(member, kind)
    passage = Passage.objects.create(key=key, member=member, kind=kind, at=at, by_name=name_of(by))
    is_first = member.accreditation != Accreditation.CHECKED_IN
    if kind == PassageKind.ARRIVED and is_first:
        act_on(member, AccreditationAct.CHECKED_IN, by=by)
    return passage, True


@transaction.atomic
def undo_last_passage(member: Member, reason: str, *, by) -> Passage:
    """Take back what was recorded last; it stays, with the reason.

    Whoever has come at no other time is checked in no more. Raises ValidationError.
    """
    if not reason.strip():
        raise ValidationError(_("Say why."))
    lock(member)
    member = Member.objects.get(pk=member.pk)
    passage = last_passage(member)
    if passage is None:
        raise ValidationError(_("Nothing is recorded that could be undone."))
    passage.undone_at = timezone.now()
    passage.undone_by_name, passage.undone_reason = name_of(by), reason.strip()
    passage.save()
    is_checked_in = member.accreditation == Accreditation.CHECKED_IN
    if is_checked_in and last_passage(member) is None:
        act_on(member, AccreditationAct.CHECK_IN_UNDONE, by=by, reason=reason)
    return passage


def _refuse_impossible(member: Member, kind: PassageKind) -> None:
    last = last_passage(member)
    last_at = in_words(last.at, timezone.now(), member.delegation.event.tz) if last else ""
    if said := refusal(kind, member.accreditation, last.kind if last else "", last_at):
        raise ValidationError(said)
