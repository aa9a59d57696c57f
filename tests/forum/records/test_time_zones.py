"""Time zones as people read them: the clock of the day, not of today."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from babel.core import get_global

from forum.records import cities
from forum.records.time_zones import MAIN, described, there, zone_of

WARSAW = ZoneInfo("Europe/Warsaw")


def noon(year, month, day, zone=WARSAW):
    return dt.datetime(year, month, day, 12, tzinfo=zone)


@pytest.mark.parametrize(
    ("zone", "moments", "text"),
    [
        ("Europe/Warsaw", [noon(2030, 1, 8)], "Warsaw (Europe/Warsaw, UTC+1)"),
        ("Europe/Warsaw", [noon(2030, 7, 8)], "Warsaw (Europe/Warsaw, UTC+2)"),
        ("America/New_York", [noon(2030, 7, 8)], "New York (America/New_York, UTC−4)"),
        ("Asia/Kolkata", [noon(2030, 7, 8)], "Kolkata (Asia/Kolkata, UTC+5:30)"),
        ("UTC", [noon(2030, 7, 8)], "UTC"),
        # Kazakhstan has had one zone since 1 March 2024.
        ("Asia/Almaty", [noon(2024, 2, 28)], "Almaty (Asia/Almaty, UTC+6)"),
        ("Asia/Almaty", [noon(2024, 3, 8)], "Almaty (Asia/Almaty, UTC+5)"),
        # Summer time ends on 27 October 2030.
        (
            "Europe/Warsaw",
            [noon(2030, 10, 26), noon(2030, 10, 26), noon(2030, 10, 27)],
            "Warsaw (Europe/Warsaw, UTC+2, UTC+1)",
        ),
    ],
)
def test_a_zone_is_as_far_from_utc_as_on_the_days_that_it_is_named_for(zone, moments, text):
    assert described(ZoneInfo(zone), moments) == text


def test_the_last_moment_that_there_is_stays_as_it_is():
    last = dt.datetime.max.replace(tzinfo=ZoneInfo("America/New_York"))

    assert there(last, WARSAW) == last


@pytest.mark.parametrize(
    ("country", "names", "zone"),
    [
        ("EE", (), "Europe/Tallinn"),
        ("PL", ("Kraków",), "Europe/Warsaw"),
        ("KZ", ("Astana",), "Asia/Almaty"),
        ("KZ", ("", "Ақтау"), "Asia/Aqtau"),
        ("KZ", ("Уральск",), "Asia/Oral"),
        ("KZ", ("Almatõ",), "Asia/Almaty"),
        ("RU", ("Peterburi",), "Europe/Moscow"),
        ("RU", ("владивосток",), "Asia/Vladivostok"),
        ("US", ("New-York",), "America/New_York"),
        ("US", ("Washington",), "America/New_York"),
        ("CN", ("Hangzhou",), "Asia/Shanghai"),
        ("KZ", (), ""),
        ("RU", ("Нигде",), ""),
        ("US", ("Tallinn",), ""),
        ("", ("Tallinn",), ""),
        ("SUHH", ("Москва",), ""),
        ("\x00", ("\ud800",), ""),
    ],
)
def test_the_zone_of_a_city_is_told_or_left_open(country, names, zone):
    assert zone_of(country, *names) == zone


def test_every_zone_and_country_that_the_table_of_cities_names_is_one():
    territories = get_global("territory_zones")
    known = {zone for code, zones in territories.items() if len(zones) > 1 for zone in zones}

    assert {*cities.CITIES, *MAIN.values()} <= known
    assert {country for country, zone in MAIN.items() if zone not in territories[country]} == set()
