"""People and institutions whom pages cannot name, since their own records are not published.

Of all published pages, or of those of one event, which may be published after them.
"""

from django.db.models import Q, QuerySet

from agreements.models import Party, Signatory
from delegations.models import Delegation, Institution, Member, Official, Speaker
from forum.models import Event, Session

BODIES = ("institution", "also_institution")


def nameless_people(event: Event | None = None) -> QuerySet:
    """Unpublished officials who would stand somewhere in public without a name, each once."""
    found = _in_any(rows.nameless().values("official") for rows in _representations(event))
    return Official.objects.filter(found).in_order()


def nameless_institutions(event: Event | None = None) -> QuerySet:
    """Unpublished institutions that send delegations or people, or are parties, in public."""
    parties = Party.objects.filter(name_as_printed="", **_of("agreement", event))
    keys = [_delegations(event).values("institution"), parties.values("institution")]
    for rows in _representations(event):
        keys += [rows.order_by().values(body) for body in BODIES]
    return Institution.objects.filter(_in_any(keys), is_published=False).in_order()


def _representations(event: Event | None) -> list[QuerySet]:
    """Members, speakers and signatories whom visitors may see."""
    sessions = Session.objects.public().filter(**_of("event", event))
    return [
        Member.objects.listed().filter(delegation__in=_delegations(event)),
        Speaker.objects.filter(session__in=sessions),
        Signatory.objects.filter(**_of("agreement", event)),
    ]


def _delegations(event: Event | None) -> QuerySet:
    return Delegation.objects.present().filter(**_of("event", event))


def _of(name: str, event: Event | None) -> dict:
    """A lookup: rows of this event, or of any event or agreement that is published."""
    if event is None:
        return {f"{name}__is_published": True}
    return {name: event} if name == "event" else {f"{name}__event": event}


def _in_any(keys) -> Q:
    found = Q()
    for each in keys:
        found |= Q(pk__in=each)
    return found
