"""Whether an event is ready: what is missing or contradictory, found by small named checks."""
