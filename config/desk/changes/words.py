"""What a revision did to records of one kind, as a sentence."""

from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Happening:
    """`action` is added, changed or removed; `text` names one of the records.

    `whole` names what they all belong to; empty if that is several records, or none.
    """

    action: str
    model: type[Model]
    number: int
    text: str
    whole: str

    def __str__(self):
        form = ("several" if self.number > 1 else "one", bool(self.whole))
        return _patterns()[self.action][form] % {
            "number": self.number,
            "kind": self.model._meta.verbose_name,
            "kinds": self.model._meta.verbose_name_plural,
            "name": self.text,
            "whole": self.whole,
        }


def _patterns() -> dict[str, dict[tuple[str, bool], str]]:
    return {
        "added": {
            ("one", False): _("added %(kind)s “%(name)s”"),
            ("one", True): _("added %(kind)s “%(name)s” to “%(whole)s”"),
            ("several", False): _("added %(number)d %(kinds)s"),
            ("several", True): _("added %(number)d %(kinds)s to “%(whole)s”"),
        },
        "changed": {
            ("one", False): _("changed %(kind)s “%(name)s”"),
            ("one", True): _("changed %(kind)s “%(name)s” of “%(whole)s”"),
            ("several", False): _("changed %(number)d %(kinds)s"),
            ("several", True): _("changed %(number)d %(kinds)s of “%(whole)s”"),
        },
        "removed": {
            ("one", False): _("removed %(kind)s “%(name)s”"),
            ("one", True): _("removed %(kind)s “%(name)s” from “%(whole)s”"),
            ("several", False): _("removed %(number)d %(kinds)s"),
            ("several", True): _("removed %(number)d %(kinds)s from “%(whole)s”"),
        },
    }
