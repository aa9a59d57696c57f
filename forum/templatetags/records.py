"""How a record's fields are written on a page."""

import datetime as dt
from functools import lru_cache

from babel.dates import format_time
from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language

from forum import wording
from forum.records import countries, languages, partial_dates, tables, time_zones
from forum.records.markup import marked, render_markdown
from forum.records.texts import text_and_language

register = template.Library()

register.filter("country", countries.country_name)
register.filter("language_name", languages.language_name)
register.filter("language_names", languages.language_names)
register.filter("event_dates", wording.dates)
register.filter("day_of_programme", wording.day_of_programme)
register.filter("day", partial_dates.format_day)
register.filter("on_day", partial_dates.format_on)
register.filter("since_day", partial_dates.format_since)
register.filter("until_day", partial_dates.format_until)
register.filter("period", partial_dates.format_period)
register.filter("zone_city", time_zones.city)


@register.simple_block_tag
def unless_blank(content: SafeString) -> str:
    """Leave out what would be an empty box: markup without a word or a picture in it."""
    return content if strip_tags(content).strip() or "<img" in content else ""


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


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one of our icons; it says nothing to those who do not see it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" width="20" height="20"><use href="{}#{}"/></svg>',
        static("icons.svg"),
        name,
    )


@lru_cache(maxsize=512)
def _is_drawn(path: str) -> bool:
    return finders.find(path) is not None


@register.simple_tag
def flag(code: str | None) -> SafeString | str:
    """Draw a country's flag; nothing if we have no drawing, or for no country.

    The country's name stands beside it, so that nothing is lost on those who do not see it.
    """
    path = f"flags/{code.lower()}.svg" if code else ""
    if not path or not _is_drawn(path):
        return ""
    return format_html('<img class="flag" src="{}" width="18" height="12" alt="">', static(path))


@register.simple_tag
def clock(moment: dt.datetime, zone, day: dt.date | None = None) -> SafeString:
    """Write the time of a moment in a time zone, with its day if that is not the given one."""
    there = time_zones.there(moment, zone)
    written = format_time(there, "HH:mm", locale=get_language() or "en")
    if day and there.date() != day:
        written = f"{partial_dates.format_short_day(there.date())} {written}"
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), written)
