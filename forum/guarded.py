"""What of the records is published."""

from forum.models import Attachment, Closure, Event, Series, Session, Source, Topic, Venue
from forum.published import known_by_others, public

public(Event, lambda rows: rows.published())
public(Session, lambda rows: rows.public())
public(Attachment, lambda rows: rows.public())
public(Closure, lambda rows: rows.none())
known_by_others(Series, Source, Topic, Venue)
