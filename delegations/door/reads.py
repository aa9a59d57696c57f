"""What the door shows: who came last, and who is inside."""

from django.db.models import OuterRef, QuerySet, Subquery

from delegations.choices import PassageKind
from delegations.models import Member, Passage


def last_passage(member: Member) -> Passage | None:
    """What was recorded last of a member and is not undone."""
    return member.passages.filter(undone_at=None).order_by("-pk").first()


def members_at(event) -> QuerySet:
    """The members of all delegations of an event, with what names them and what came last."""
    standing = Passage.objects.filter(member=OuterRef("pk"), undone_at=None).order_by("-pk")
    rows = Member.objects.filter(delegation__event=event).with_dated_names()
    return rows.select_related("delegation__institution").annotate(
        last_kind=Subquery(standing.values("kind")[:1]),
        last_at=Subquery(standing.values("at")[:1]),
    )


def inside(event) -> QuerySet:
    """Who is inside: what was recorded last of them is an arrival. The latest first."""
    return members_at(event).filter(last_kind=PassageKind.ARRIVED).order_by("-last_at", "pk")
