"""What lies between two countries, and how a page shows it."""

import re

from agreements.dossier.entries import Dossier
from agreements.dossier.sides import CountrySide
from tests.factories import make_agreement, make_delegation, make_event, make_party

PAIR = "/relations/ee/kz/"


def make_visit(**fields):
    """An event in Kazakhstan to which Estonia came."""
    event = make_event(**fields)
    make_delegation(event=event, country="EE")
    return event


def make_treaty(*codes, **fields):
    agreement = make_agreement(**fields)
    for code in codes or ("EE", "KZ"):
        make_party(agreement=agreement, country=code)
    return agreement


def dossier(*codes):
    return Dossier(*(CountrySide(code) for code in codes))


def shown(client, address=PAIR, **query) -> list:
    return [entry.record for entry in client.get(address, query).context["entries"]]


def numbers(page: str) -> dict[str, int]:
    found = re.findall(r'href="([?#][^"]*)"><strong>(\d+)</strong>', page)
    return {address: int(number) for address, number in found}
