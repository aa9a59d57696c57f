"""What a delegation and its host do with the people that it names."""

import datetime as dt
from collections.abc import Mapping
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from delegations.choices import InvitationState, NomineeState
from delegations.models import Invitation, Nominee
from delegations.nominating import letters
from delegations.nominating.rules import Standing
from forum.audit.trail import note
from forum.choices import AuditKind
from forum.private_addresses.tokens import give_token

# What the delegation has not handed over yet.
OPEN = (NomineeState.DRAFT, NomineeState.RETURNED)


@transaction.atomic
def set_up(invitation: Invitation, *, quotas: Mapping[str, int], by) -> None:
    """Save an invitation with its quotas; a new one has an address that nobody knows yet."""
    if invitation._state.adding:
        give_token(invitation, letters.until(timezone.now()))
    invitation.invited_by = by
    invitation.save()
    invitation.quotas.all().delete()
    for category, most in quotas.items():
        invitation.quotas.create(category=category, most=most)


@transaction.atomic
def make_link(invitation: Invitation, *, by) -> str:
    """A new token of its page, told once; the former one opens nothing any more."""
    token = give_token(invitation, letters.until(timezone.now()))
    invitation.is_revoked = False
    invitation.save()
    note(AuditKind.TOKEN, by=by, subject=invitation.delegation, act="made")
    return token


@transaction.atomic
def send_link(invitation: Invitation, *, by) -> None:
    """Let a letter go out with a link; every earlier link ends when it leaves."""
    invitation.is_revoked = False
    invitation.save()
    letters.invite(invitation)
    note(AuditKind.TOKEN, by=by, subject=invitation.delegation, act="sent")


@transaction.atomic
def revoke(invitation: Invitation, *, by) -> None:
    invitation.is_revoked = True
    invitation.save()
    note(AuditKind.TOKEN, by=by, subject=invitation.delegation, act="ended")


def refuse(nominee: Nominee, on: dt.date) -> None:
    """Raise ValidationError with a sentence if the delegation may not name or change somebody."""
    others = nominee.invitation.nominees.exclude(pk=nominee.pk)
    counted = others.exclude(state=NomineeState.WITHDRAWN).values_list("category", flat=True)
    standing = nominee.invitation.standing(on)
    if refusal := standing.refusal(nominee.state, nominee.category, list(counted)):
        raise ValidationError({refusal.field or "__all__": refusal.sentence})


@transaction.atomic
def keep_draft(nominee: Nominee) -> None:
    """Keep what the delegation says of somebody: a draft, until it is submitted."""
    if nominee.state != NomineeState.RETURNED:
        nominee.state = NomineeState.DRAFT
    before = Nominee.objects.filter(pk=nominee.pk).first()
    nominee.save()
    if before and before.photo.name != nominee.photo.name:
        _let_go(before.photo)
    nominee.invitation.touch()


@transaction.atomic
def take_off(nominee: Nominee) -> None:
    """Take somebody off the list: without a trace, unless the host has seen them."""
    if nominee.was_seen:
        nominee.state = NomineeState.WITHDRAWN
        nominee.save()
    else:
        _let_go(nominee.photo)
        nominee.delete()
    nominee.invitation.touch()


def _let_go(photo) -> None:
    """Delete a photo that nobody needs any more, once that is sure."""
    if photo:
        transaction.on_commit(partial(photo.storage.delete, photo.name))


@transaction.atomic
def submit(invitation: Invitation, on: dt.date) -> list[str]:
    """Hand over to the host whoever is new or changed and complete.

    What is missing of each other person, as sentences; raises ValidationError with these if it is
    nobody who can be handed over.
    """
    standing = invitation.standing(on)
    waiting = [
        (each, _refusal(each, standing)) for each in invitation.nominees.filter(state__in=OPEN)
    ]
    complete = [nominee for nominee, refusal in waiting if not refusal]
    refusals = [refusal for _nominee, refusal in waiting if refusal]
    if not complete:
        raise ValidationError(refusals or [_("There is nobody new to submit.")])
    _hand_over(invitation, complete)
    return refusals


def _hand_over(invitation: Invitation, complete: list[Nominee]) -> None:
    now = timezone.now()
    for nominee in complete:
        nominee.state, nominee.submitted_at = NomineeState.SUBMITTED, now
        nominee.save()
    invitation.state, invitation.submitted_at = InvitationState.SUBMITTED, now
    invitation.changed_at = now
    invitation.save()
    letters.tell_submitted(invitation, len(complete))


def _refusal(nominee: Nominee, standing: Standing) -> str:
    """Why somebody stays a draft; empty if nothing is missing."""
    lacks = nominee.lacks
    if not standing.may_change(nominee.state):
        lacks = [_("The deadline has passed: write to your contact at the host.")]
    return f"{nominee}: {' '.join(lacks)}" if lacks else ""


@transaction.atomic
def give_back(nominee: Nominee, remark: str) -> None:
    """Return somebody to the delegation, which reads the remark."""
    nominee.state, nominee.remark = NomineeState.RETURNED, remark
    nominee.full_clean()
    nominee.save()


@transaction.atomic
def close_review(invitation: Invitation, *, accepted: int, returned: int) -> None:
    """Tell the delegation what came of those whom it submitted."""
    if returned:
        invitation.state = InvitationState.RETURNED
    invitation.changed_at = timezone.now()
    invitation.save()
    letters.tell_answer(invitation, accepted=accepted, returned=returned)
