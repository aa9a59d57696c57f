"""What is left to chance, the same each time for the same seed."""

import datetime as dt
import random
from collections.abc import Mapping, Sequence

from forum.choices import DatePrecision
from forum.records import partial_dates
from forum.records.texts import LANGUAGES

YEAR, YEARS = 365, 20
PRECISIONS = {
    DatePrecision.DAY: 88,
    DatePrecision.MONTH: 6,
    DatePrecision.YEAR: 4,
    DatePrecision.UNKNOWN: 2,
}


class Chance(random.Random):
    """Seeded for each subject by itself: what is added to one leaves the others as they were."""

    def happens(self, share: float) -> bool:
        return self.random() < share

    def weighted(self, weights: Mapping):
        return self.choices([*weights], [*weights.values()])[0]

    def early(self, number: int) -> int:
        """A place among so many, the first of which are taken far more often than the last."""
        return int(number * self.random() ** 3)

    def early_in(self, values: Sequence):
        return values[self.early(len(values))]

    def about(self, mean: float) -> int:
        """A number that is often small, sometimes large, and the mean on average."""
        return int(self.expovariate(1 / (mean + 0.5)) if mean else 0)

    def days(self, least: int, most: int) -> dt.timedelta:
        return dt.timedelta(self.randint(least, most))

    def past(self, today: dt.date) -> dt.date:
        """A day of the last twenty years, more often a late one."""
        return today - dt.timedelta(int(YEARS * YEAR * self.random() ** 1.3))

    def dated(self, field: str, day: dt.date, *, ends: bool = False) -> dict:
        """A day under the name of its field, for some only in part or not at all."""
        precision = self.weighted(PRECISIONS)
        if precision == DatePrecision.UNKNOWN:
            return {field: None, f"{field}_precision": precision}
        widen = partial_dates.last_day if ends else partial_dates.first_day
        return {field: widen(day, precision), f"{field}_precision": precision}

    def said(self, field: str, texts: Sequence[str], share: float = 0.6) -> dict:
        """A text under the names of its columns: in one language, and in some of the others."""
        first = 0 if self.happens(0.8) else self.randrange(len(LANGUAGES))
        return {
            f"{field}_{language}": text
            for number, (language, text) in enumerate(zip(LANGUAGES, texts, strict=True))
            if number == first or self.happens(share)
        }
