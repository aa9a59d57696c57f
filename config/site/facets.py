"""What the list of events can be narrowed by: what several apps know of them."""

from forum.filters import EVENTS

EVENT_FACETS = EVENTS.facets
