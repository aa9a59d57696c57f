"""Badges: who may enter, told from two steps away, with a code for the door."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from config.desk.printing import pictures
from config.desk.printing.colours import colour_of
from config.desk.printing.gathering import Gathering, Guest
from delegations.naming.scripts import initials


def badges(paper: str) -> Callable[[Gathering], dict]:
    """What the template of badges needs, on paper of that size."""

    def content(gathering: Gathering) -> dict:
        return {
            "paper": paper,
            "labels": {
                "photo": _("Photograph"),
                "number": _("No."),
                "code": _("Code for the door"),
            },
            "flags": pictures.flags(guest.side.country for guest in gathering.guests),
            "badges": [_badge(guest) for guest in gathering.guests],
        }

    return content


def _badge(guest: Guest) -> dict:
    other = guest.other_name
    return {
        "honorific": guest.honorific,
        "name": guest.name,
        "other": other.text,
        "other_language": other.language.partition("-")[0],
        "role": guest.role,
        "side": guest.side.name,
        "flag": guest.side.country,
        "photo": pictures.photo(guest.photo) if guest.photo else "",
        "initials": initials(guest.name),
        "category": guest.entry.category_name,
        "colour": colour_of(guest.entry.category),
        "number": guest.entry.number,
        "zones": guest.entry.zones,
        "code": pictures.code(guest.entry.code),
    }


def refused(guest: Guest) -> str:
    """Why somebody gets no badge."""
    return guest.entry.refusal
