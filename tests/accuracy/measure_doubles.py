"""How many of the institutions that two public lists share are noticed as doubles.

Run by `make accuracy`; ACCURACY_SHOW=on lists the pairs, to be judged by reading.
"""

import os
from collections import Counter

import pytest

from delegations.doubles.finding import doubles_of
from delegations.models import Institution, InstitutionName
from tests.accuracy import data

pytestmark = pytest.mark.django_db


def record_registry() -> dict[int, Institution]:
    """The organisations of the registry, each with all its names."""
    rows, names = [], []
    for number, each in enumerate(data.organisations()):
        (first, _language), *others = each["names"]
        row = Institution(
            name_en=first[:300],
            slug=f"registry-{number}",
            country=each["country"],
            domains=" ".join(dict.fromkeys(each["domains"]))[:300],
        )
        names += [
            InstitutionName(institution=row, text=text[:300], language=language)
            for text, language in others
        ]
        rows.append(row)
    Institution.objects.bulk_create(rows)
    InstitutionName.objects.bulk_create(names)
    return {row.pk: row for row in rows}


def record_list() -> dict[int, Institution]:
    """The universities of the other list, each with one name."""
    rows = [
        Institution(
            name_en=each["name"][:300],
            slug=f"list-{number}",
            country=each["alpha_two_code"],
            domains=" ".join(each["domains"])[:300],
        )
        for number, each in enumerate(data.universities())
    ]
    Institution.objects.bulk_create(rows)
    return {row.pk: row for row in rows}


def test_two_lists_of_institutions():
    registry, listed = record_registry(), record_list()
    found = {
        (record.pk, other.pk): sign
        for record in Institution.objects.filter(pk__in=registry).prefetch_related("names")
        for other, sign in doubles_of(record)
        if other.pk in listed
    }

    counts = Counter(sign.label for sign in found.values())
    print(f"\n{len(found)} pairs of {len(registry)} and {len(listed)} institutions proposed")  # noqa: T201
    for label, number in counts.items():
        print(f"  {label:<40}{number:>6}")  # noqa: T201
    print("goal: at least 300 of the 316 that are the same, at most 5 % wrong")  # noqa: T201
    if os.environ.get("ACCURACY_SHOW"):
        for (one, other), sign in found.items():
            print(sign.label, "|", registry[one], "|", listed[other])  # noqa: T201
