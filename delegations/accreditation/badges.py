"""Badges: numbers given once, tokens that nobody guesses, and where codes lead."""

import secrets
from collections.abc import Iterable

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from delegations.models import Badge, Member

BYTES = 18
# A badge of an event that has none yet.
FIRST = 1


def give_badge(member: Member) -> Badge:
    """The badge in use of a member; a new one for whoever has none.

    Its number follows the highest that was ever given at the event: call it under
    `lock(member)`, by which the event is locked too.
    """
    if badge := in_use([member]).get(member.pk):
        return badge
    event = member.delegation.event_id
    highest = Badge.objects.filter(event=event).aggregate(highest=Max("number"))["highest"]
    number = FIRST if highest is None else highest + 1
    token = secrets.token_urlsafe(BYTES)
    return Badge.objects.create(event_id=event, member=member, number=number, token=token)


def revoke_badge(member: Member) -> None:
    """Let the badge of a member open no door any more; its number is never given again."""
    Badge.objects.filter(member=member, revoked_at=None).update(revoked_at=timezone.now())


def in_use(members: Iterable[Member]) -> dict[int, Badge]:
    """The badge in use of each member who has one, by the member's key."""
    rows = Badge.objects.filter(member__in=[each.pk for each in members], revoked_at=None)
    return {badge.member_id: badge for badge in rows}


def address_of(badge: Badge) -> str:
    """Where the code on a badge leads whoever scans it with a phone: to the door of its event.

    The token stands behind a #: browsers send that to no server, so it enters no log.
    """
    door = reverse("admin:door", args=[badge.event_id])
    return f"{settings.SITE_URL.rstrip('/')}{door}#{badge.token}"
