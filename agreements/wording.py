"""How the state of a document is said."""

import datetime as dt

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.choices import Stage, Status


def is_concluded(agreement, on: dt.date) -> bool:
    """Whether its conclusion is behind us on that day, and not only planned."""
    is_ahead = agreement.concluded_on is not None and agreement.concluded_on > on
    return agreement.stage == Stage.CONCLUDED and not is_ahead


def conclusion_label(agreement, on: dt.date) -> str:
    """What the day of its conclusion is called: “Signed”, “Adopted”, or “Planned for”."""
    is_past = is_concluded(agreement, on)
    return capfirst(agreement.get_mode_display()) if is_past else _("Planned for")


def status_label(agreement) -> str:
    """The computed status in words: what was adopted or exchanged is never called signed.

    The agreement comes from with_status(); empty before anything was known of it.
    """
    if agreement.status is None:
        return ""
    if agreement.status == Status.SIGNED:
        return agreement.get_mode_display()
    return str(Status(agreement.status).label)
