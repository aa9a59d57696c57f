"""What a search costs among many records of each kind, beside fetching one entry by its key.

Run by `make bench-search`, with ROWS=100000 of each kind for the figures that docs/performance.md
gives. Processor time, and of Postgres' answers the time that they take; machines differ.
"""

import itertools
import os
import random
import re
import time
from collections import Counter
from functools import partial

import pytest
from django.db import connection

from forum.models import SearchEntry
from forum.search import vocabulary, words
from forum.search.find import find, matches, nearest
from forum.search.index import KINDS

ROWS = int(os.environ.get("ROWS", "10000"))
ROUNDS, BATCH = 50, 2_000
SYLLABLES = re.findall(".{3}", "anbcordalfirgulkaznurostpoltarulmkenshimorveltisrakbolzan")


class Writer:
    """Names and texts of few common and many rare words, the same in each run."""

    def __init__(self):
        self.random = random.Random(1)  # noqa: S311 - nothing is kept secret by it
        lengths = [2, 3, 3, 4]
        self.words = [
            "".join(self.random.choices(SYLLABLES, k=self.random.choice(lengths)))
            for _ in range(20_000)
        ]
        self.weights = [*itertools.accumulate(1 / (place + 5) for place in range(20_000))]

    def some(self, number: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=number))

    def university(self) -> str:
        sort = self.random.choice(["State", "National", "Technical", "Medical"])
        return f"{self.some(1)} {sort} University"

    def written(self, kind: str) -> tuple[str, str, str]:
        """The name of a record, names of others that have to do with it, and its text."""
        if kind == "event":
            name = f"{self.some(1)} forum of {self.some(2)} cooperation"
            return name, self.university(), self.some(40)
        if kind == "institution":
            return self.university(), "", f"Kazakhstan {self.some(10)}"
        if kind == "official":
            return self.some(2), self.university(), f"rector of the university {self.some(10)}"
        if kind == "agreement":
            name = f"Memorandum of understanding on {self.some(2)}"
            others = f"{self.university()} {self.university()}"
            return name, others, f"agreement between universities {self.some(30)}"
        return f"exchange of students {self.some(4)}", self.university(), self.some(10)


def entry(kind, number, writer) -> SearchEntry:
    name, others, text = writer.written(kind.name)
    marked = partial(words.marked, kind.mark)
    return SearchEntry(
        kind=kind.name,
        object_id=number,
        is_published=True,
        name_lines=[["en", name]],
        names=marked(words.for_names([name])),
        texts=marked(f"{words.for_names([others])} {words.for_texts([text])}".strip()),
    )


@pytest.fixture
def writer(db):
    """Who has written the entries of all records, those of the kinds in turn."""
    writer = Writer()
    rows = (entry(kind, number, writer) for number in range(ROWS) for kind in KINDS.values())
    while batch := list(itertools.islice(rows, BATCH)):
        SearchEntry.objects.bulk_create(batch)
        vocabulary.change(Counter(), vocabulary.count(each.name_lines for each in batch))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return writer


def test_a_search_among_many(writer):
    some = writer.some
    queries = {
        "the commonest word": lambda: "university",
        "its beginning": lambda: "univ",
        "two common words": lambda: "memorandum university",
        "their beginnings": lambda: "memor univ",
        "two words of any": lambda: some(2),
        "any and a common one": lambda: f"{some(1)} university",
        "beginnings of these": lambda: f"{some(1)[:5]} univers",
        "with typing errors": lambda: f"{some(1)[:-1]}x universitty",
        "nothing like it": lambda: "qwrtpsdfg hjklzxcvb",
    }
    ways = {
        "all kinds": find,
        "and similar": lambda query: find(query).similar,
        "a list": lambda query: matches("agreement", query),
        "nearest": lambda query: nearest("institution", query, 6),
    }
    floor = lambda: SearchEntry.objects.get(object_id=ROWS // 2, kind="event")  # noqa: E731
    _print(f"{ROWS} of each kind, in ms", "p50", "p99")
    _print("an entry by its key", *_measured(floor))
    for (told, query), (way, search) in itertools.product(queries.items(), ways.items()):
        _print(f"{told}, {way}", *_measured(lambda search=search, query=query: search(query())))


def _measured(call) -> tuple[str, str]:
    """How long a call takes for one half of the rounds at most, and for almost all."""
    # What Postgres works is not in the time of this process.
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    taken = []
    for _ in range(ROUNDS):
        start = clock()
        call()
        taken.append((clock() - start) * 1000)
    taken.sort()
    return f"{taken[ROUNDS // 2]:.1f}", f"{taken[ROUNDS * 99 // 100 - 1]:.1f}"


def _print(told: str, *figures: str) -> None:
    print(f"{told:<40}", *(f"{figure:>8}" for figure in figures))  # noqa: T201 - its purpose
