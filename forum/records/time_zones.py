"""Time zones by their names in the IANA database, written for people."""

import datetime as dt
import zoneinfo
from collections.abc import Iterable
from functools import lru_cache

from babel.core import get_global
from babel.dates import get_timezone_location
from django.utils.translation import get_language

from forum.records import cities
from forum.records.texts import LANGUAGES

# What a visitor may choose without a script that knows their own.
ALWAYS = ("UTC", "Europe/London", "Europe/Warsaw", "Europe/Tallinn", "Asia/Almaty")

# Where nearly everybody lives in one of a country's zones: the others are islands and the like.
MAIN = {
    "AR": "America/Argentina/Buenos_Aires",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "MN": "Asia/Ulaanbaatar",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}


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


def zone_of(country: str, *names: str) -> str:
    """The zone of a city, called by any of its names; empty if that cannot be told.

    The city decides only where its country has several zones.
    """
    zones = _zones().get(country, [])
    if len(zones) == 1:
        return zones[0]
    known = {zone for name in names for zone in _zones_by_city().get(_plain(name), ())}
    here = [zone for zone in zones if zone in known]
    return here[0] if len(here) == 1 else MAIN.get(country, "")


def all_zones() -> list[str]:
    """The zones of all countries, by their names."""
    return sorted({zone for zones in _zones().values() for zone in zones if "Etc/" not in zone})


@lru_cache(maxsize=1)
def _zones() -> dict[str, list[str]]:
    """The zones of each country, as far as this machine knows them."""
    known = zoneinfo.available_timezones()
    territories = get_global("territory_zones")
    return {code: [zone for zone in zones if zone in known] for code, zones in territories.items()}


@lru_cache(maxsize=1)
def _zones_by_city() -> dict[str, list[str]]:
    """The zones of each city that gives its name to one, or that we know, in any language."""
    found = cities.known_by(_plain)
    several = [zones for zones in _zones().values() if len(zones) > 1]
    for zone in {zone for zones in several for zone in zones}:
        for language in LANGUAGES:
            name = get_timezone_location(zone, locale=language, return_city=True)
            found.setdefault(_plain(name), []).append(zone)
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace(".", " ").split())
