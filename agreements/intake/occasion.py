"""What a document takes over from the event at which it was signed."""

import datetime as dt
from dataclasses import dataclass

from forum.choices import DatePrecision, SessionKind
from forum.models import Event, Session
from forum.records import partial_dates
from forum.records.texts import LANGUAGES


@dataclass(frozen=True)
class Occasion:
    """An event, and its ceremony if it had exactly one."""

    event: Event | None = None
    ceremony: Session | None = None

    @classmethod
    def of(cls, event: Event | None) -> "Occasion":
        signings = event.sessions.filter(kind=SessionKind.SIGNING)[:2] if event else ()
        return cls(event, signings[0] if len(signings) == 1 else None)

    def date(self) -> tuple[dt.date, str] | None:
        """The day of the ceremony or of the event; of several days, what they have in common."""
        if self.ceremony and self.ceremony.day:
            return self.ceremony.day, DatePrecision.DAY
        days = self.event.days if self.event else None
        if days is None:
            return None
        first, last = days
        if first == last:
            return first, DatePrecision.DAY
        if first.year != last.year:
            return None
        precision = DatePrecision.MONTH if first.month == last.month else DatePrecision.YEAR
        return partial_dates.first_day(first, precision), precision

    def fields(self) -> dict[str, object]:
        """Event, ceremony, place and languages, by the columns of an agreement."""
        if self.event is None:
            return {}
        cities = {f"city_{each}": getattr(self.event, f"city_{each}") for each in LANGUAGES}
        return {
            "event": self.event,
            "session": self.ceremony,
            "country": self.event.country,
            "languages": self.event.languages,
            **cities,
        }
