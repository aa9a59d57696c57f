"""At which events an institution or a country was, and who was there for it."""

from django.db.models import F, Q, QuerySet

from delegations.models import Delegation, Member, Official, Speaker
from forum.models import Event, Session


def events_of(institution):
    """Published events to which it came, sent somebody, or whose public programme names it."""
    came = Delegation.objects.present().filter(institution=institution)
    published = Event.objects.published()
    events = (
        published.filter(delegations__in=came)
        | published.filter(delegations__members__in=_members().filter(institution=institution))
        | published.filter(sessions__speakers__in=_speakers().filter(institution=institution))
    )
    return published.filter(pk__in=events.values("pk"))


def events_of_country(code: str):
    """Published events held there, or at which it or an institution there was."""
    found = Q()
    for rows in _sides():
        found |= Q(pk__in=rows.filter(side=code).values("event_key"))
    return Event.objects.published().filter(found)


def sides_of_events(events) -> set[tuple[int, str]]:
    """Each country at each of these events: (primary key, code)."""
    keys = events.order_by().values("pk")
    rows = [
        each.filter(event_key__in=keys).order_by().values_list("event_key", "side")
        for each in _sides()
    ]
    return set(rows[0].union(*rows[1:]))


def people_at(events, sides) -> QuerySet:
    """Published officials who took part in these events for one of the sides.

    A side tells by `came(path)` which rows are of it, or whose delegation is.
    """
    members, speakers = Q(), Q()
    for side in sides:
        members |= side.came("delegation__") | side.came("")
        speakers |= side.came("")
    keys = events.order_by().values("pk")
    came = _members().filter(members, delegation__event__in=keys)
    spoke = _speakers().filter(speakers, session__event__in=keys)
    return Official.objects.published().filter(
        Q(pk__in=came.values("official")) | Q(pk__in=spoke.values("official"))
    )


def _members():
    return Member.objects.listed().filter(delegation__in=Delegation.objects.present())


def _speakers():
    return Speaker.objects.taking_part().filter(session__in=Session.objects.public())


def _sides() -> list[QuerySet]:
    """Rows with the `event_key` and `side` of each country at an event, as visitors may know."""
    present = Delegation.objects.present()
    seated = [
        (present, "event_id"),
        (_members(), "delegation__event_id"),
        (_speakers(), "session__event_id"),
    ]
    return [
        Event.objects.exclude(country="").annotate(event_key=F("pk"), side=F("country")),
        present.exclude(country="").annotate(event_key=F("event_id"), side=F("country")),
        *(
            rows.filter(institution__is_published=True)
            .exclude(institution__country="")
            .annotate(event_key=F(event), side=F("institution__country"))
            for rows, event in seated
        ),
    ]
