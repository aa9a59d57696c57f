"""When an agreement enters into force, as it says itself: explained in a sentence."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.choices import EntryRule
from forum.choices import DatePrecision
from forum.records.partial_dates import format_partial


def entry_in_words(
    rule: str,
    *,
    needed: int | None = None,
    parties: int = 0,
    consents: int = 0,
    on: dt.date | None = None,
    precision: str = DatePrecision.DAY,
) -> str:
    """Explain the rule in the reader's language, with how far it has come; empty without a rule.

    So many of its parties have consented; `on` is the day of its entry into force, if known.
    """
    if rule == EntryRule.DAY:
        day = format_partial(on, precision)
        said = _("It enters into force on the day that it states: %(day)s.") % {"day": day}
        return said if day else _("It enters into force on a day that it states.")
    texts: Mapping[str, str] = {
        EntryRule.ALL: _("It enters into force once every party has consented to be bound."),
        EntryRule.NUMBER: _needed(needed),
    }
    sentences = [texts.get(rule, ""), _consents(parties, consents) if rule and consents else ""]
    return " ".join(sentence for sentence in sentences if sentence)


def _needed(needed: int | None) -> str:
    if needed is None:
        return _("It enters into force once enough parties have consented to be bound.")
    text = ngettext(
        "It enters into force once %(count)d party has consented to be bound.",
        "It enters into force once %(count)d parties have consented to be bound.",
        needed,
    )
    return text % {"count": needed}


def _consents(parties: int, consents: int) -> str:
    if consents >= parties:
        return _("All on record have.")
    text = ngettext(
        "Of %(parties)d on record %(count)d has.",
        "Of %(parties)d on record %(count)d have.",
        consents,
    )
    return text % {"parties": parties, "count": consents}
