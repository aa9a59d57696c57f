"""Time zones by their names in the IANA database, written for people."""

import datetime as dt
import zoneinfo

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


def offset(moment: dt.datetime) -> str:
    """How far a moment's clock is from UTC: UTC+5, UTC+5:30, UTC."""
    ahead = moment.replace(tzinfo=dt.UTC) - moment
    minutes = int(ahead.total_seconds()) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
