"""How long a session lives: since it was begun, and without a request."""

from django.conf import settings

# Seconds since 1970, kept in the session.
SIGNED_IN, SEEN = "signed_in_at", "seen_at"
# A request writes down that it came if the last one did so longer ago: in seconds.
EVERY = 60


def begin(session, now: float) -> None:
    """Count the session's life from now."""
    session[SIGNED_IN] = session[SEEN] = now


def is_over(session, now: float) -> bool:
    """Whether the session of a user has lived too long, or waited too long for a request."""
    age, silence = now - session.get(SIGNED_IN, 0), now - session.get(SEEN, 0)
    return age >= settings.SESSION_HOURS * 3600 or silence >= settings.SESSION_IDLE_MINUTES * 60


def is_to_be_noted(session, now: float) -> bool:
    """Whether it is time to write down that the session is still used."""
    return now - session.get(SEEN, 0) >= EVERY
