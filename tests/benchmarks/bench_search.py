"""What a search costs among 50,000 records, beside fetching one of them by its key.

Run by `make benchmark`. Only the ratios mean anything: machines differ, and drift.
"""

import random
import time
from statistics import median

import pytest

from forum.models import SearchEntry
from forum.search import words
from forum.search.find import find

ROWS, ROUNDS = 50_000, 15
SYLLABLES = ["an", "ber", "cor", "dal", "fir", "gul", "kaz", "nur", "ost", "pol", "tar", "ulm"]


@pytest.fixture
def entries(db):
    chosen = random.Random(1)  # noqa: S311 - the same words each time

    def some(number):
        return " ".join("".join(chosen.choices(SYLLABLES, k=3)) for _ in range(number))

    SearchEntry.objects.bulk_create(
        (
            SearchEntry(
                kind="event",
                object_id=number,
                is_published=True,
                names=words.for_names([f"university {some(3)}"]),
                texts=words.for_texts([some(40)]),
            )
            for number in range(ROWS)
        ),
        batch_size=2_000,
    )


def seconds(call) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return median(taken)


def test_a_search_among_many(entries):
    floor = seconds(lambda: SearchEntry.objects.get(object_id=ROWS // 2, kind="event"))

    print(f"\n{'query':<24} {'ms':>8} {'times the floor':>16}")  # noqa: T201 - its purpose
    for query in ("kaznurtar", "kaznur ostpol", "kaz", "university", "university kaznur"):
        taken = seconds(lambda query=query: find(query))
        print(f"{query:<24} {taken * 1000:8.1f} {taken / floor:16.1f}")  # noqa: T201
