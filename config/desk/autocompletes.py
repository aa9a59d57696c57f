"""What an autocomplete of the admin offers: a record with what tells it from others of its name."""

from collections.abc import Callable

from django.contrib.admin.views.autocomplete import AutocompleteJsonView

from delegations.findable import place
from delegations.models import Appointment, Delegation, Member
from forum.admin.alike import about
from forum.models import Session, Venue
from forum.rights import sees_all
from forum.search.find import kind_of
from forum.search.index import KINDS

# Of what the search does not find by itself, from what the admin's lists bring along.
ABOUT: dict[type, Callable] = {
    Appointment: lambda held: place(held.institution) if held.institution else "",
    Delegation: lambda delegation: f"{delegation.event}, {about(delegation.event)}",
    Member: lambda member: str(member.delegation),
    Session: lambda session: str(session.event),
    Venue: place,
}


class TellingAutocomplete(AutocompleteJsonView):
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        shown = context["object_list"]
        kind = KINDS.get(kind_of(shown.model) or "") if hasattr(shown, "model") else None
        # It may name what is not published: the body in which somebody has an office.
        is_told = kind and sees_all(self.request.user)
        records = kind.records().in_bulk([record.pk for record in shown]) if is_told else {}
        self.known = {key: kind.about(record) for key, record in records.items()}
        return context

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        tell = ABOUT.get(type(obj), lambda record: self.known.get(record.pk))
        more = tell(obj)
        return result | {"text": f"{obj} ({more})"} if more else result
