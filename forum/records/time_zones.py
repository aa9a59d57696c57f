"""Time zones by their names in the IANA database, written for people."""

import datetime as dt
import zoneinfo
from collections.abc import Iterable

from babel.dates import get_timezone_location
from django.utils.translation import get_language

# What a visitor may choose without a script that knows their own.
ALWAYS = ("UTC", "Europe/London", "Europe/Warsaw", "Europe/Tallinn", "Asia/Almaty")


def find(name: str) -> zoneinfo.ZoneInfo | None:
    """The zone of that name; None for anything else, whatever it is."""
    return zoneinfo.ZoneInfo(name) if name in zoneinfo.available_timezones() else None


def city(name: str) -> str:
    """The city that a zone is named after, in the reader's language; UTC stays UTC."""
    if "/" not in name:
        return name
    return get_timezone_location(name, locale=get_language() or "en", return_city=True)


def there(moment: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """A moment by the clock of a zone; the first and last day that there is stay as they are."""
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment


def described(zone: zoneinfo.ZoneInfo, moments: Iterable[dt.datetime]) -> str:
    """A zone by city and name, and how far from UTC it is then: Warsaw (Europe/Warsaw, UTC+2).

    Where its clock is changed between the moments, both distances are named, in their order.
    """
    name = city(zone.key)
    offsets = (offset(there(moment, zone)) for moment in moments)
    details = [each for each in dict.fromkeys([zone.key, *offsets]) if each != name]
    return f"{name} ({', '.join(details)})" if details else name


def offset(moment: dt.datetime) -> str:
    """How far a moment's clock is from UTC: UTC+5, UTC+5:30, UTC."""
    ahead = moment.utcoffset() or dt.timedelta()
    minutes = int(ahead.total_seconds()) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
