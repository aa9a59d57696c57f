"""The items of a programme, by what the rows of a list call them."""

from forum.intake.rows import Row
from forum.models import Event, Session
from forum.records.texts import LANGUAGES
from forum.search.words import folded


class Items:
    """The items of a programme by what rows call them: day, time and title, or what they are."""

    def __init__(self, event: Event):
        self.by_key: dict[tuple, Session] = {}
        for session in event.sessions.select_related("event"):
            self.add(session)

    def add(self, session: Session) -> None:
        texts = [getattr(session, f"title_{language}") for language in LANGUAGES]
        titles = [_plain(text) for text in (*texts, session.original_title) if text]
        when = session.starts_at, session.is_after_midnight
        for title in titles or [session.kind]:
            self.by_key.setdefault((session.day, title, *when), session)
            # Without a time, the first of the day that is called so.
            self.by_key.setdefault((session.day, title), session)

    def get(self, row: Row) -> Session | None:
        start, is_late = row.cells["starts_at"], bool(row.cells.get("after_midnight"))
        when = (start, is_late) if start else ()
        title = _plain(row.says("title")) or row.cells["kind"]
        return self.by_key.get((row.cells["date"], title, *when))

    def above(self, row: Row) -> Session | None:
        """The longer item that the row says it is a part of."""
        return self.by_key.get((row.cells["date"], _plain(row.says("under"))))


def _plain(text: str) -> tuple[str, ...]:
    return tuple(folded(text))
