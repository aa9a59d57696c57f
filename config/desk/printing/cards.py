"""Place cards: a folded card for the table, its back in another script for who sits opposite."""

from config.desk.printing import pictures
from config.desk.printing.gathering import Gathering, Guest


def place_cards(gathering: Gathering) -> dict:
    return {
        "flags": pictures.flags(guest.side.country for guest in gathering.guests),
        "cards": [_card(guest) for guest in gathering.guests],
    }


def _card(guest: Guest) -> dict:
    other = guest.other_name
    return {
        "name": guest.called,
        "back": other.text or guest.called,
        "back_language": other.language.partition("-")[0],
        "role": guest.role,
        "side": guest.side.name,
        "flag": guest.side.country,
    }
