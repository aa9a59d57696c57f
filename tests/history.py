"""What the history of a record says, for tests."""

from forum.history.differences import Entry, history_of
from forum.history.keeping import label


def entries_of(record) -> list[Entry]:
    """The revisions of a record and its parts, the oldest first."""
    return history_of((label(record), record.pk))


def last_author(record) -> str:
    """Who changed the record last, by name."""
    return entries_of(record)[-1].by


def changed_fields(record) -> list[str]:
    """Which fields of the record itself its newest revision changed."""
    own = [each for each in entries_of(record)[-1].changes if each.ident[1] == record.pk]
    before, after = ((state or {}).get("fields", {}) for state in (own[0].before, own[0].after))
    return [name for name in after if before.get(name) != after[name]]
