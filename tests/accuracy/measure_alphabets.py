"""How many names stand beside a wrong neighbour, held against ICU, which Postgres has.

Run by `make accuracy`; it needs a Postgres in DATABASE_URL.
"""

import itertools

import pytest
from django.db import connection

from forum.records.collation import sort_key
from tests.accuracy import data

LANGUAGES = ("en", "kk", "ru", "et")
NAMES = 2_000


@pytest.mark.django_db
def test_the_order_of_names():
    if connection.vendor != "postgresql":
        print("\nthe order of names: set DATABASE_URL to a Postgres, to hold it against ICU")  # noqa: T201
        return
    everything = {name for each in data.organisations() for name, _language in each["names"]}
    names = sorted(everything)[:: max(1, len(everything) // NAMES)]
    print()  # noqa: T201
    for language in LANGUAGES:
        ours = sorted(names, key=lambda name: (sort_key(name, language), name))
        wrong = sum(not _in_order(pair, language) for pair in itertools.pairwise(ours))
        print(f"{len(names)} names in {language}: {wrong} wrong neighbours   goal: 0")  # noqa: T201


def _in_order(pair: tuple[str, str], language: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT %s <= %s COLLATE "{language}-x-icu"', pair)
        return cursor.fetchone()[0]
