"""Which archives are kept: the newest, and the last one of so many days, weeks and months."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

PERIODS: dict[str, Callable[[dt.datetime], object]] = {
    "daily": lambda time: time.date(),
    "weekly": lambda time: time.isocalendar()[:2],
    "monthly": lambda time: (time.year, time.month),
    "yearly": lambda time: time.year,
}
RULE = re.compile(rf"(\d+) ({'|'.join(PERIODS)})")


@dataclass(frozen=True)
class Retention:
    """The last so many archives, and that of so many periods of each kind."""

    last: int = 0
    periods: tuple[tuple[int, str], ...] = ()

    def kept(self, times: Iterable[dt.datetime]) -> set[dt.datetime]:
        """Of these times those that are kept: always the newest.

        Of a period the newest counts, and a period without any counts for nothing: after a pause
        of a month, seven days are the last seven that have an archive.
        """
        newest_first = sorted(times, reverse=True)
        kept = set(newest_first[: max(self.last, 1)])
        for number, name in self.periods:
            newest: dict[object, dt.datetime] = {}
            for time in newest_first:
                newest.setdefault(PERIODS[name](time), time)
            kept.update([*newest.values()][:number])
        return kept


def parse(text: str) -> Retention:
    """A number, or rules such as “7 daily 4 weekly 12 monthly”; raises ValueError otherwise."""
    words = " ".join(text.replace(",", " ").split())
    if words.isdecimal() and int(words):
        return Retention(last=int(words))
    rules = RULE.findall(words)
    if not rules or " ".join(f"{number} {name}" for number, name in rules) != words:
        raise ValueError(
            "Say how many archives to keep: a number from 1, or for example"
            " “7 daily 4 weekly 12 monthly”."
        )
    return Retention(periods=tuple((int(number), name) for number, name in rules))
