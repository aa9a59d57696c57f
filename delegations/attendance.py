"""At which events an institution or a country was, and who was there for it."""

from django.db.models import Q, QuerySet

from delegations.models import Attendance, Delegation, Member, Official, Speaker
from delegations.querysets import is_present
from forum.derived import catch_up
from forum.models import Event, Session
from forum.querysets import is_public


def events_of(institution) -> QuerySet:
    """Published events to which it came, sent somebody, or whose public programme names it."""
    return _events(institution=institution)


def events_of_country(code: str) -> QuerySet:
    """Published events held there, or at which it or an institution there was."""
    return _events(country=code)


def sides_of_events(events) -> set[tuple[int, str]]:
    """Each country at each of these events: (primary key, code)."""
    catch_up()
    rows = Attendance.objects.filter(event__in=events.order_by().values("pk"))
    return {*rows.exclude(country="").order_by().values_list("event_id", "country").distinct()}


def _events(**side) -> QuerySet:
    catch_up()
    there = Attendance.objects.filter(**side)
    return Event.objects.published().filter(pk__in=there.order_by().values("event"))


def people_at(events, sides) -> QuerySet:
    """Published officials who took part in these events for one of the sides.

    A side tells by `came(path)` which rows are of it, or whose delegation is.
    """
    members, speakers = Q(), Q()
    for side in sides:
        members |= side.came("delegation__") | side.came("")
        speakers |= side.came("")
    keys = events.order_by().values("pk")
    came, spoke = seen_members(keys).filter(members), seen_speakers(keys).filter(speakers)
    return Official.objects.published().filter(
        Q(pk__in=came.values("official")) | Q(pk__in=spoke.values("official"))
    )


def seen_members(events: QuerySet | None = None) -> QuerySet:
    """Members whom visitors may see; at some events, if their keys are given."""
    members = Member.objects.listed()
    if events is None:
        return members.filter(is_present("delegation__"))
    return members.filter(delegation__in=Delegation.objects.present().filter(event__in=events))


def seen_speakers(events: QuerySet | None = None) -> QuerySet:
    """Speakers whom visitors may see; at some events, if their keys are given."""
    speakers = Speaker.objects.taking_part()
    if events is None:
        return speakers.filter(is_public(Session, "session__"))
    return speakers.filter(session__in=Session.objects.public().filter(event__in=events))
