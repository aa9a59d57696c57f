import datetime as dt

import pytest

from config.backup.folder import archives, name_of
from config.backup.retention import Retention, parse


def at(day: str, hour: int = 2) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(hour), dt.UTC)


def days(first: str, number: int) -> list[dt.datetime]:
    return [at(first) + dt.timedelta(days=n) for n in range(number)]


def kept(text: str, times: list[dt.datetime]) -> list[str]:
    return [time.date().isoformat() for time in sorted(parse(text).kept(times))]


def test_a_number_keeps_the_last():
    assert kept("3", days("2026-01-01", 10)) == ["2026-01-08", "2026-01-09", "2026-01-10"]


def test_days_weeks_and_months_keep_the_last_archive_of_each():
    every_night = days("2025-01-01", 500)  # Until 15 May 2026, a Friday.

    assert kept("7 daily 4 weekly 12 monthly", every_night) == [
        *("2025-06-30", "2025-07-31", "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30"),
        *("2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31"),
        *("2026-04-26", "2026-04-30", "2026-05-03"),
        *("2026-05-09", "2026-05-10", "2026-05-11", "2026-05-12", "2026-05-13", "2026-05-14"),
        "2026-05-15",
    ]


def test_a_week_over_the_new_year_is_one():
    assert kept("2 weekly", days("2025-12-20", 15)) == ["2025-12-28", "2026-01-03"]


def test_of_several_on_a_day_the_last_is_kept():
    times = [at("2026-01-01", 1), at("2026-01-01", 23), at("2026-01-02", 1)]

    assert parse("2 daily").kept(times) == {times[1], times[2]}


def test_a_pause_costs_no_archive():
    times = [*days("2026-01-01", 3), *days("2026-06-01", 2)]

    assert len(parse("4 daily").kept(times)) == 4


def test_the_newest_is_always_kept():
    assert Retention().kept([at("2026-01-01"), at("2026-01-02")]) == {at("2026-01-02")}
    assert parse("1 yearly").kept([]) == set()


@pytest.mark.parametrize(
    "text", ["", "0", "-1", "x", "7 hourly", "daily 7", "7 daily 4", "1.5", "7daily"]
)
def test_anything_else_is_a_sentence(text):
    with pytest.raises(ValueError, match="Say how many archives to keep"):
        parse(text)


def test_commas_and_spaces_are_of_no_account():
    assert parse("7 daily,  4 weekly") == parse("7 daily 4 weekly")


def test_archives_are_known_by_their_names_alone(tmp_path):
    time = at("2026-01-02")
    named = tmp_path / name_of(time)
    for name in (named.name, "entente-old.tar", "other.tar", "entente-20261399T000000Z.tar"):
        (tmp_path / name).touch()

    assert archives(tmp_path) == {time: named}
    assert archives(tmp_path / "nowhere") == {}
