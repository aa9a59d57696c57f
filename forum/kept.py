"""Of which records a history is kept, and what is a part of what."""

from forum.history.keeping import keep_history
from forum.models import (
    Attachment,
    Closure,
    Event,
    EventCitation,
    Figure,
    Series,
    Session,
    Source,
    Topic,
    Venue,
)

keep_history(Series, Topic, Venue, Source, Event)
keep_history(Session, Figure, part_of=["event"])
keep_history(Closure, part_of=["venue"])
keep_history(Attachment, part_of=["event", "session"])
keep_history(EventCitation, part_of=["event", "session"])
