"""People and institutions whom published pages cannot name, since their records are not published.

Of one event, or of all.
"""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from agreements.models import Party, Signatory
from delegations.models import Delegation, Institution, Member, Speaker
from forum.models import Session

BODIES = ("institution", "also_institution")


def unnamed(event=None) -> list[tuple[str, QuerySet]]:
    """Lists with their titles: members, speakers, signatories; then institutions."""
    people = [
        (_("Members without a name"), _members(event)),
        (_("Speakers without a name"), _speakers(event)),
        (_("Signatories without a name"), _signatories(event)),
    ]
    return [
        *(
            (title, rows.nameless().select_related("official", "institution"))
            for title, rows in people
        ),
        (_("Institutions without a name"), unnamed_institutions(event)),
    ]


def unnamed_institutions(event=None) -> QuerySet:
    """Unpublished institutions that send delegations or people, or are parties, in public."""
    named = Q(pk__in=_delegations(event).values("institution"))
    parties = Party.objects.filter(name_as_printed="", **_of("agreement", event))
    named |= Q(pk__in=parties.values("institution"))
    for rows in (_members(event), _speakers(event), _signatories(event)):
        for body in BODIES:
            named |= Q(pk__in=rows.order_by().values(body))
    return Institution.objects.filter(named, is_published=False).in_order()


def _of(name: str, event) -> dict:
    """A lookup: rows of a published event or agreement, of this event or of any."""
    own = {f"{name}__is_published": True}
    if event is None:
        return own
    return own | ({name: event} if name == "event" else {f"{name}__event": event})


def _delegations(event) -> QuerySet:
    return Delegation.objects.present().filter(**_of("event", event))


def _members(event) -> QuerySet:
    return Member.objects.listed().filter(delegation__in=_delegations(event))


def _speakers(event) -> QuerySet:
    sessions = Session.objects.public().filter(**_of("event", event))
    return Speaker.objects.filter(session__in=sessions)


def _signatories(event) -> QuerySet:
    return Signatory.objects.filter(**_of("agreement", event))
