"""What a new record of an event begins with: the event's day, place and languages."""

import datetime as dt

from forum.admin.autocompletes import is_key
from forum.models import Event, Session
from forum.published import open_to
from forum.records.translated import TranslatedField

DAYS = ("day", "concluded_on", "happened_on")


class TakesOver:
    """A kind of record whose empty form takes over what is known of the event in its address."""

    # The fields, each called as the event's; and those of DAYS.
    takes_over: tuple[str, ...] = ()
    event_field = "event"

    def get_changeform_initial_data(self, request):
        given = super().get_changeform_initial_data(request)
        user = request.user
        event = _found(Event, given.get(self.event_field), user) if self.takes_over else None
        if event is None or not user.has_perm("forum.view_event"):
            return given
        session = _found(Session, given.get("session"), user)
        known = _texts(event, [name for name in self.takes_over if name not in DAYS])
        if name := next((name for name in DAYS if name in self.takes_over), ""):
            known[name] = (session and session.day) or _only_day(event) or self.usual_day(event)
        return known | given

    def usual_day(self, event: Event) -> dt.date | None:
        """The day to begin with where the event has several."""
        return None


def _found(model, key, user):
    return open_to(user, model.objects.filter(pk=key)).first() if is_key(key) else None


def _texts(event: Event, names) -> dict:
    known = {}
    for name in names:
        field = getattr(Event, name)
        columns = field.fields if isinstance(field, TranslatedField) else [name]
        known |= {column: getattr(event, column) for column in columns}
    return known


def _only_day(event: Event) -> dt.date | None:
    first, last = event.days or (None, None)
    return first if event.is_dated and first == last else None
