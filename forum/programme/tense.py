"""Whether an event is ahead, on, over or off on a day: how pages speak of it depends on this."""

import datetime as dt
from enum import StrEnum

from forum.choices import DatePrecision, EventStatus


class Tense(StrEnum):
    AHEAD = "ahead"
    ON = "on"
    OVER = "over"
    OFF = "off"


def tense(status: str, days: tuple[dt.date, dt.date] | None, precision: str, on: dt.date) -> Tense:
    """The first of these rules that applies; `days` are the first and last that it can have.

    What is cancelled is off, and what is postponed is ahead, whatever day was said of it.
    Without a day, what was held or happened is over. Known to the day, an event is on from
    its first to its last; of a month or a year nobody can say that it is on.
    """
    if status == EventStatus.CANCELLED:
        return Tense.OFF
    if status == EventStatus.POSTPONED:
        return Tense.AHEAD
    if days and precision == DatePrecision.DAY and days[0] <= on <= days[1]:
        return Tense.ON
    happened = status == EventStatus.HELD or precision == DatePrecision.UNKNOWN
    return Tense.OVER if happened or (days and days[1] < on) else Tense.AHEAD
