"""Whom a code is of: the token of a badge, with or without its address, or a badge's number."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from delegations.models import Badge, Member

TOKEN = re.compile(r"[A-Za-z0-9_-]{24}")
NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class Found:
    """Who it is, and a sentence if that badge opens no door; `is_guess` of a token of nobody."""

    member: Member | None = None
    said: str = ""
    is_guess: bool = False


def plain(text: str) -> str:
    """What a code says: of an address what stands behind its #."""
    return text.rpartition("#")[2].strip()


def is_code(text: str) -> bool:
    """Whether it is a token or a number, and no name."""
    return bool(TOKEN.fullmatch(text) or NUMBER.fullmatch(text))


def find(event, text: str) -> Found:
    """Who has the badge with this token, or with this number at the event."""
    badges = Badge.objects.select_related("member__delegation")
    if TOKEN.fullmatch(text):
        return _of_token(event, badges.filter(token=text).first())
    badge = badges.filter(event=event, number=int(text)).first()
    return _of_badge(badge) if badge else Found(said=_("No badge has this number."))


def _of_token(event, badge: Badge | None) -> Found:
    if badge is None:
        return Found(said=_("No badge has this code."), is_guess=True)
    if badge.event_id != event.pk:
        return Found(said=_("This is a badge of another event."))
    return _of_badge(badge)


def _of_badge(badge: Badge) -> Found:
    if badge.member is None:
        return Found(said=_("Whoever had this badge is no longer on the list."))
    if badge.revoked_at:
        said = _("This badge is not valid any more: it was lost or taken back.")
        return Found(member=badge.member, said=said)
    return Found(member=badge.member)
