"""What the door tells of somebody: enough to know them by, and whether they may come in."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from delegations.accreditation.badges import in_use
from delegations.accreditation.zones import zones_of
from delegations.choices import PassageKind
from delegations.door.passing import in_words, refused_by_state
from delegations.models import Member, Zone
from delegations.naming import Reader, person

# So many comings and goings of one person are told.
MOST = 20


@dataclass(frozen=True)
class Shown:
    """`closed` says why the door stays closed, `standing` what was recorded last and when."""

    key: int
    name: str
    office: str
    delegation: str
    category: str
    state: str
    closed: str
    standing: str
    is_inside: bool
    zones: list[Zone]
    number: int | None
    photo: str
    url: str


def shown(event, members: Iterable[Member]) -> list[Shown]:
    """What is told of these members of the event, as `members_at` gave them."""
    members, now = list(members), timezone.now()
    badges, zones = in_use(members), zones_of(event, members)
    return [
        Shown(
            **_of(event, member),
            standing=_standing(event, member, now),
            zones=zones[member.pk],
            number=badges[member.pk].number if member.pk in badges else None,
        )
        for member in members
    ]


def passages_of(event, member: Member) -> list[dict[str, str]]:
    """How somebody came and went, the latest first: in words, and what of it was undone by whom."""
    now = timezone.now()
    return [
        {
            "said": f"{each.get_kind_display()} {in_words(each.at, now, event.tz)}",
            "by": each.by_name,
            "undone": each.undone_by_name if each.undone_at else "",
            "reason": each.undone_reason,
        }
        for each in member.passages.order_by("-pk")[:MOST]
    ]


def _of(event, member: Member) -> dict:
    named = person(member, Reader.STAFF, event.days[0] if event.days else None)
    at = [event.pk, member.pk]
    has_photo = member.official and member.official.photo
    return {
        "key": member.pk,
        "name": str(named.name or named.office),
        "office": str(named.office) if named.name else "",
        "delegation": str(member.delegation),
        "category": member.get_function_display(),
        "state": member.get_accreditation_display(),
        "closed": refused_by_state(member.accreditation),
        "is_inside": member.last_kind == PassageKind.ARRIVED,
        "photo": reverse("admin:door_photo", args=at) if has_photo else "",
        "url": reverse("admin:door_member", args=at),
    }


def _standing(event, member: Member, now) -> str:
    if not member.last_kind:
        return ""
    kind = PassageKind(member.last_kind).label
    return f"{kind} {in_words(member.last_at, now, event.tz)}"
