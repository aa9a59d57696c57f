"""What the list of events can be narrowed by: what several apps know of them."""

from delegations.filters import PARTICIPANT
from forum.filters import EVENT_FACETS as OF_EVENTS

# The countries that took part stand beside the country that was the host.
EVENT_FACETS = [*OF_EVENTS[:2], PARTICIPANT, *OF_EVENTS[2:]]
