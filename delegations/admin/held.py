"""Which office somebody held on the day of an occasion: told to a form while it is filled in."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path, reverse

from delegations.admin.vocabulary import OffersOffices
from delegations.models import Appointment, Delegation, Member, Speaker
from forum.admin.autocompletes import is_key
from forum.models import Event, Session
from forum.published import open_to
from forum.records.texts import LANGUAGES
from forum.records.typed import parse_date


class TellsWhatWasHeld:
    """The admin of offices held."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.held_view)
        return [path("held/", view, name="delegations_appointment_held"), *super().get_urls()]

    def held_view(self, request):
        """The one office that an official held then, as JSON: {held}, by the names of fields."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked, held = request.GET, None
        day = _day(asked, request.user)
        if day and is_key(asked.get("official")):
            offices = open_to(request.user, Appointment.objects.filter(official=asked["official"]))
            body = asked.get("institution", "")
            held = offices.only_one_held(day, body if is_key(body) else None)
        return JsonResponse({"held": held and _fields(held)})


def _day(asked, user) -> dt.date | None:
    """The day that is typed, or that of the programme item, delegation or event that is chosen."""
    try:
        return parse_date(asked.get("on", ""))[0]
    except ValueError:
        days = (_day_of(name, asked.get(name, ""), user) for name in OCCASIONS)
        return next(filter(None, days), None)


# From the closest to the widest, each with who takes part in it.
OCCASIONS = {
    "session": (Session, lambda session: Speaker(session=session).day),
    "delegation": (Delegation, lambda delegation: Member(delegation=delegation).day),
    "event": (Event, lambda event: event.days[0] if event.days else None),
}


def _day_of(name: str, key: str, user) -> dt.date | None:
    model, day = OCCASIONS[name]
    record = open_to(user, model.objects.filter(pk=key)).first() if is_key(key) else None
    return record and day(record)


def _fields(held: Appointment) -> dict:
    """What a row takes from it; of what is chosen from records, key and label."""
    chosen = {"appointment": held, "institution": held.institution, "rank": held.rank}
    return {
        **{name: [record.pk, str(record)] for name, record in chosen.items() if record},
        **{f"office_{each}": getattr(held, f"office_{each}") for each in LANGUAGES},
    }


class OfAnOccasion(OffersOffices):
    """A form of people in their offices, which takes over the office of whoever is chosen."""

    class Media:
        js = ["admin/held.js"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "official":
            field.widget.attrs["data-held"] = reverse("admin:delegations_appointment_held")
        return field
