"""At which events an institution or a country was, and who was there for it."""

from django.db.models import Q, QuerySet

from delegations.models import Attendance, Delegation, Member, Official, Speaker
from forum.derived import catch_up
from forum.models import Event, Session


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
    came = seen_members().filter(members, delegation__event__in=keys)
    spoke = seen_speakers().filter(speakers, session__event__in=keys)
    return Official.objects.published().filter(
        Q(pk__in=came.values("official")) | Q(pk__in=spoke.values("official"))
    )


def seen_members() -> QuerySet:
    """Members whom visitors may see."""
    return Member.objects.listed().filter(delegation__in=Delegation.objects.present())


def seen_speakers() -> QuerySet:
    """Speakers whom visitors may see."""
    return Speaker.objects.taking_part().filter(session__in=Session.objects.public())
