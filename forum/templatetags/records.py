"""How a record's fields are written on a page."""

import datetime as dt
import re
from functools import lru_cache

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from forum import wording
from forum.choices import SessionKind
from forum.records import countries, languages, partial_dates, tables, time_zones
from forum.records.markup import marked, render_markdown
from forum.records.texts import text_and_language

register = template.Library()

# A word between tags. In our markup no attribute has either bracket: both are escaped there.
WORD = re.compile(r"(?:\A|>)\s*[^\s<]")

register.filter("country", countries.country_name)
register.filter("language_name", languages.language_name)
register.filter("language_names", languages.language_names)
register.filter("event_dates", wording.dates)
register.filter("day_of_programme", wording.day_of_programme)
register.filter("day", partial_dates.format_day)
register.filter("short_day", partial_dates.format_short_day)
register.filter("on_day", partial_dates.format_on)
register.filter("since_day", partial_dates.format_since)
register.filter("until_day", partial_dates.format_until)
register.filter("period", partial_dates.format_period)
register.filter("zone_city", time_zones.city)


@register.simple_block_tag
def unless_blank(content: SafeString) -> str:
    """Leave out what would be an empty box: markup without a word or a picture in it."""
    return content if WORD.search(content) or "<img" in content else ""


@register.simple_tag
def text(record, field: str) -> SafeString | str:
    """Write a translated field; one that falls back to another language says which."""
    return marked(*text_and_language(record, field))


@register.simple_tag
def session_title(session) -> SafeString | str:
    """Name an item of a programme: by its title, as it was printed, or by what it is."""
    if session.title:
        return text(session, "title")
    if session.original_title:
        return format_html(
            '<span dir="auto" lang="{}">{}</span>',
            session.original_language,
            session.original_title,
        )
    return capfirst(session.get_kind_display())


@register.simple_tag
def kind_beside_title(session) -> str:
    """Of what kind an item of a programme is, unless its title is that word, or it has none."""
    title = session.title or session.original_title
    kind = _kind_of_item(session.kind, get_language()) if title else ""
    return kind if kind.lower() != session.title.lower() else ""


@lru_cache(maxsize=128)
def _kind_of_item(kind: str, _language: str) -> str:
    """The label of a kind, made once for each language: a day has hundreds of items."""
    return capfirst(str(SessionKind(kind).label))


@register.simple_tag
def markdown(record, field: str) -> SafeString:
    """Write a translated Markdown field, marked with its language."""
    content, language = text_and_language(record, field)
    if not content:
        return SafeString()
    return format_html('<div class="prose" lang="{}">{}</div>', language, render_markdown(content))


@register.simple_tag
def partial_date(record, field: str) -> str:
    """Write a date with a precision of its own, as exactly as it is known."""
    return partial_dates.format_partial(
        getattr(record, field), getattr(record, f"{field}_precision")
    )


@register.simple_tag
def in_tense(event, *, ahead: str, over: str, on: str = "", off: str = "") -> str:
    """Of these wordings the one that fits an event today; what is on is spoken of as if ahead,
    and what is off as if over, where they have none of their own.
    """
    return {"ahead": ahead, "on": on or ahead, "over": over, "off": off or over}[event.tense()]


@register.filter
def exact_date(value) -> str:
    """Write an exact date in the reader's language."""
    return partial_dates.format_partial(value) if value else ""


@register.filter
def as_exact_as(value, precision: str) -> str:
    """Write a date only as exactly as the precision says."""
    return partial_dates.format_partial(value, precision)


@register.filter
def of(mapping: dict, record):
    """The mapping's entry for a record, found by its primary key."""
    return mapping.get(record.pk)


@register.simple_tag
def csv_separators() -> list[tuple[str, str]]:
    """The separators that a table can have, each with its label; the reader's own first."""
    return [(name, tables.LABELS[name]) for name in tables.separators()]


# A page has hundreds of them, and where their files are does not change while the site runs.
@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str) -> SafeString:
    """Draw one of our icons; it says nothing to those who do not see it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" width="20" height="20"><use href="{}#{}"/></svg>',
        static("icons.svg"),
        name,
    )


@register.simple_tag
@lru_cache(maxsize=512)
def flag(code: str | None) -> SafeString | str:
    """Draw a country's flag; nothing if we have no drawing, or for no country.

    The country's name stands beside it, so that nothing is lost on those who do not see it.
    """
    path = f"flags/{code.lower()}.svg" if code else ""
    if not path or finders.find(path) is None:
        return ""
    return format_html('<img class="flag" src="{}" width="18" height="12" alt="">', static(path))


@register.simple_tag
def place(record) -> SafeString:
    """Write the city and the country of a record, with the country's flag."""
    names = (text(record, "city"), countries.country_name(record.country))
    written = format_html_join(", ", "{}", ((name,) for name in names if name))
    return format_html("{}{}", flag(record.country), written)


@register.simple_tag
def clock(moment: dt.datetime, zone, day: dt.date | None = None) -> SafeString:
    """Write the time of a moment in a time zone, with its day if that is not the given one."""
    there = time_zones.there(moment, zone)
    written = f"{there:%H:%M}"
    if day and there.date() != day:
        written = f"{partial_dates.format_short_day(there.date())} {written}"
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), written)


@register.simple_tag
def hours(session, zone, day: dt.date | None) -> SafeString | str:
    """Write from when to when an item of a programme is, as far as it is known."""
    times = [clock(moment, zone, day) for moment in (session.begins, session.finishes) if moment]
    return format_html_join("–", "{}", ((time,) for time in times))


@register.simple_tag
def venue_in_full(venue) -> SafeString:
    """Write a room with where it is: its floor, house and address."""
    parts = [text(venue, "name"), venue.floor, venue.parent and text(venue.parent, "name")]
    parts += [text(venue, "address"), text(venue, "city")]
    return format_html_join(", ", "{}", ((part,) for part in parts if part))


@register.simple_tag
def to_calendar(event, session, title: str) -> SafeString:
    """The way to an item of a programme as an entry of a calendar; whose it is is only heard."""
    return format_html(
        '<a class="to-calendar" href="{url}" title="{label}">'
        '{drawing}<span class="unseen">{label}: {title}</span></a>',
        url=reverse("event-session-calendar", args=[event.slug, session.pk]),
        label=_("Add to a calendar"),
        drawing=icon("calendar"),
        title=title,
    )
