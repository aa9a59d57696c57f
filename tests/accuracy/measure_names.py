"""How often a name is found that is spelled otherwise than it was recorded.

Run by `make accuracy`. Each line says how many were first, and how many among the first five.
"""

import random

import pytest

from delegations.models import Institution, InstitutionName, Official
from forum.models import SearchEntry
from forum.search.find import find
from tests.accuracy import data

pytestmark = pytest.mark.django_db

LETTERS = "abcdefghijklmnoprstuvz"


def rank(query: str, wanted: set[int]) -> int:
    """At which place one of these records is among what a visitor finds; 0 if it is not."""
    found = find(query)
    keys = [key for entries in found.entries.values() for key in entries] + found.similar
    of_key = dict(SearchEntry.objects.filter(pk__in=keys).values_list("pk", "object_id"))
    places = (place for place, key in enumerate(keys, 1) if of_key[key] in wanted)
    return next(places, 0)


def tell(what: str, queries: list[tuple[str, set[int]]], goal: str) -> None:
    ranks = [rank(query, wanted) for query, wanted in queries]
    first, five = (sum(0 < each <= n for each in ranks) / len(ranks) for n in (1, 5))
    none = sum(not each for each in ranks) / len(ranks)
    print(f"{what:<46}{len(ranks):>6}{first:>8.0%}{five:>8.0%}{none:>8.0%}   {goal}")  # noqa: T201


def slip(name: str, chosen: random.Random) -> str:
    """The name with one letter of its longest word changed, lost, added or moved."""
    words = name.split()
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    word, letter = words[longest], chosen.choice(LETTERS)
    at = chosen.randrange(len(word))
    words[longest] = chosen.choice(
        [
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        ]
    )
    return " ".join(words)


@pytest.fixture(scope="module", autouse=True)
def heading():
    print(f"\n{'what is written':<46}{'number':>6}{'first':>8}{'five':>8}{'none':>8}   goal")  # noqa: T201


def test_people():
    names, others = data.people()
    rows = [
        Official(name_en=name, slug=f"person-{number}", is_published=True)
        for number, name in enumerate(names.values())
    ]
    Official.objects.bulk_create(rows)
    keys = {person: {row.pk} for person, row in zip(names, rows, strict=True)}
    chosen = random.Random(1)  # noqa: S311 - the same each time
    known = [(name, keys[person]) for person, name in names.items()]
    other = [(spelling, keys[person]) for spelling, person in others]

    tell("a person's recorded name", known, "100 %")
    tell("another spelling, in any script", other, "88 % first, 93 % five")
    tell("the name with a word too many", [(f"{name} MEP", key) for name, key in known], "")
    tell("the name with one wrong letter", [(slip(name, chosen), key) for name, key in known], "")
    wrong = [(slip(spelling, chosen), key) for spelling, key in other]
    tell("another spelling with one wrong letter", wrong, "")


def test_affiliations():
    rows, names = {}, []
    for number, each in enumerate(data.organisations()):
        (first, _language), *others = each["names"]
        rows[each["id"]] = row = Institution(
            name_en=first, slug=f"body-{number}", country=each["country"], is_published=True
        )
        names += [
            InstitutionName(institution=row, text=text, language=language)
            for text, language in others
        ]
    Institution.objects.bulk_create(rows.values())
    InstitutionName.objects.bulk_create(names)
    queries = [
        (text, {rows[key].pk for key in keys if key in rows}) for text, keys in data.affiliations()
    ]

    tell("an affiliation, for its institution", queries, "80 % five")
