"""What staff decide about accreditations, each in one transaction and with a trace."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from delegations.accreditation.acts import CLOSED, ENTITLED, NEEDS_REASON, refusal, state_after
from delegations.accreditation.badges import give_badge, revoke_badge
from delegations.choices import Accreditation, AccreditationAct
from delegations.models import AccreditationStep, Member
from forum.audit.trail import note
from forum.choices import AuditKind
from forum.history.author import name_of
from forum.history.keeping import revision
from forum.history.locking import lock

# The states in which nobody has a badge that opens a door.
WITHOUT_BADGE = (Accreditation.PENDING, *CLOSED)


@transaction.atomic
def act_on(member: Member, act: AccreditationAct, *, by, reason: str = "") -> AccreditationStep:
    """Move a member's accreditation on, and record who did it and why.

    Raises ValidationError with the sentence that says why it is impossible; then nothing changed.
    """
    reason = reason.strip()
    if act in NEEDS_REASON and not reason:
        raise ValidationError({"reason": _("Say why.")})
    lock(member)
    member = Member.objects.with_names().select_related("delegation").get(pk=member.pk)
    if said := refusal(act, member.accreditation):
        raise ValidationError(said)
    with revision(by=by):
        return _take(member, act, by=by, reason=reason)


def act_on_each(
    members: Iterable[Member], act: AccreditationAct, *, by, reason: str = ""
) -> tuple[list[Member], list[tuple[Member, str]]]:
    """Do the same to many: with whom it was done, and with whom it could not be, and why.

    All of it is one transaction; one who is refused keeps nobody else from it.
    """
    done, refused = [], []
    with transaction.atomic(), revision(by=by):
        for member in members:
            try:
                act_on(member, act, by=by, reason=reason)
            except ValidationError as error:
                refused.append((member, " ".join(error.messages)))
            else:
                done.append(member)
    return done, refused


def _take(member: Member, act: AccreditationAct, *, by, reason: str) -> AccreditationStep:
    before = member.accreditation
    member.accreditation = state_after(act, before, _before_check_in(member, act))
    if before in CLOSED:
        member.refuse_second_head()
    member.save(update_fields=["accreditation"])
    step = AccreditationStep.objects.create(
        member=member,
        act=act,
        before=before,
        after=member.accreditation,
        reason=reason,
        by_name=name_of(by) if by else "",
    )
    _keep_badge(member, act)
    # The reason is private: it stands in the step alone.
    note(AuditKind.ACCREDITED, by=by, subject=member, act=act, before=before)
    return step


def _keep_badge(member: Member, act: AccreditationAct) -> None:
    """Give a badge to whoever may enter, and take it from whoever may not."""
    if act == AccreditationAct.BADGE_REPLACED or member.accreditation in WITHOUT_BADGE:
        revoke_badge(member)
    if member.accreditation in ENTITLED:
        give_badge(member)


def _before_check_in(member: Member, act: AccreditationAct) -> str:
    if act != AccreditationAct.CHECK_IN_UNDONE:
        return ""
    steps = member.accreditation_steps.filter(act=AccreditationAct.CHECKED_IN)
    return steps.values_list("before", flat=True).order_by("-pk").first() or ""
