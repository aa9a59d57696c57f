"""Recent changes: who changed what and when, in words, read from the revisions."""

from config.desk.changes.views import context, number_since_last_visit, recent_changes

__all__ = ["context", "number_since_last_visit", "recent_changes"]
