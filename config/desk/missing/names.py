"""People and institutions whom pages cannot name, since their own records are not published.

Of all published pages, or of those of one event, which may be published after them.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from agreements.models import Party, Signatory
from delegations.models import Delegation, Institution, Member, Official, Speaker
from forum.models import Event, Session

BODIES = ("institution", "also_institution")


def nameless_people(event: Event | None = None) -> QuerySet:
    """Unpublished officials who would stand somewhere in public without a name, each once."""
    rows = [(each.nameless(), "official") for each in _representations(event)]
    return Official.objects.filter(_in_any(rows, event), is_published=False).in_order()


def nameless_institutions(event: Event | None = None) -> QuerySet:
    """Unpublished institutions that send delegations or people, or are parties, in public."""
    parties = Party.objects.filter(name_as_printed="", **_of("agreement", event))
    rows = [(_delegations(event), "institution"), (parties, "institution")]
    rows += [(each, body) for each in _representations(event) for body in BODIES]
    return Institution.objects.filter(_in_any(rows, event), is_published=False).in_order()


def _representations(event: Event | None) -> list[QuerySet]:
    """Members, speakers and signatories whom visitors may see."""
    sessions = Session.objects.public().filter(**_of("event", event))
    return [
        Member.objects.listed().filter(_is_in("delegation", _delegations(event), event)),
        Speaker.objects.filter(_is_in("session", sessions, event)),
        Signatory.objects.filter(**_of("agreement", event)),
    ]


def _delegations(event: Event | None) -> QuerySet:
    return Delegation.objects.present().filter(**_of("event", event))


def _of(name: str, event: Event | None) -> dict:
    """A lookup: rows of this event, or of any event or agreement that is published."""
    if event is None:
        return {f"{name}__is_published": True}
    return {name: event} if name == "event" else {f"{name}__event": event}


def _is_in(name: str, rows: QuerySet, event: Event | None) -> Q:
    """Whether what a row is in is among others: those of an event are few, and read at once."""
    if event is None:
        return Q(Exists(rows.order_by().filter(pk=OuterRef(name))))
    return Q(**{f"{name}__in": rows})


def _in_any(found: list[tuple[QuerySet, str]], event: Event | None) -> Q:
    """Whether any of these rows name a record.

    Those of an event lead to its records; of all, each record is asked about when it is its turn,
    and no more than a panel shows and counts.
    """
    named = Q()
    for rows, name in found:
        if event is None:
            named |= Q(Exists(rows.order_by().filter(**{name: OuterRef("pk")})))
        else:
            named |= Q(pk__in=rows.order_by().values(name))
    return named
