"""Who changes what just now."""

import reversion


def author() -> str:
    """The name of whoever makes the revision that is open; empty if nobody is known."""
    user = reversion.get_user() if reversion.is_active() else None
    return name_of(user) if user else ""


def name_of(user) -> str:
    """An account's name, as it is kept when the account is gone."""
    return (user.get_full_name() or user.get_username())[:200]
