"""When an event and what is planned of it are, in words, even where nothing is known."""

import datetime as dt

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from forum.choices import DatePrecision
from forum.models import Event, Venue
from forum.programme.tense import Tense
from forum.records.countries import country_name
from forum.records.partial_dates import format_day, format_partial, format_range
from forum.records.texts import one_line, said


def dates(event: Event) -> str:
    """The days of an event; without any, whether they can still be announced."""
    if event.starts_on:
        return format_range(event.starts_on, event.ends_on, event.date_precision)
    if event.tense() == Tense.AHEAD:
        return _("date to be announced")
    return format_partial(None, DatePrecision.UNKNOWN)


def day_of_programme(event: Event, day: dt.date | None) -> str:
    """The heading of a day of its programme; for what has no day, whether it can still get one."""
    if day:
        return capfirst(format_day(day))
    return _("Day to be announced") if event.tense() == Tense.AHEAD else _("Day not known")


def whereabouts(venue: Venue | None, event: Event) -> str:
    """A place with all that it takes to find it: building, address, city and country."""
    parts = [said(venue, "name")]
    if venue and venue.parent:
        parts.append(said(venue.parent, "name"))
    parts += [said(venue, "address"), said(event, "city")]
    parts.append(country_name(event.country) if event.country else "")
    return one_line(", ".join(dict.fromkeys(part for part in parts if part)))


def when_and_where(event: Event) -> str:
    """The line below the title of a document: whether it is off, its days and its place."""
    place = [said(event.venue, "name"), said(event, "city"), country_name(event.country)]
    off = capfirst(event.get_status_display()) if event.is_off else ""
    parts = (off, dates(event), ", ".join(filter(None, place)))
    return " · ".join(part for part in parts if part)
