"""Institutions: their domains, identifiers and dates."""

import datetime as dt

import pytest

from tests.factories import make_institution
from tests.reading import refusals

pytestmark = pytest.mark.django_db


def test_an_institution_does_not_belong_to_itself():
    university = make_institution()
    faculty = make_institution(parent=university)
    chair = make_institution(parent=faculty)

    for parent in (university, faculty, chair):
        university.parent = parent
        assert refusals(university) == {"parent": ["An institution cannot belong to itself."]}


@pytest.mark.parametrize(
    "domains", ["", "taltech.ee", "taltech.ee ttu.ee", "  ee.ee  ", "cs.kaznu.kz", "xn--a.com"]
)
def test_domains_are_host_names_with_spaces_between(domains):
    make_institution(domains=domains).full_clean()


@pytest.mark.parametrize(
    "domains",
    [
        "taltech",
        "https://taltech.ee",
        "taltech.ee, ttu.ee",
        "a@b.ee",
        ".ee",
        "taltech..ee",
        "ТУ.ee",
    ],
)
def test_what_is_no_domain_is_refused(domains):
    assert "is not a domain" in str(refusals(make_institution(domains=domains)))


@pytest.mark.parametrize(
    ("field", "value"),
    [("ror_id", "0443cwa12"), ("wikidata_id", "Q204626"), ("ror_id", ""), ("wikidata_id", "")],
)
def test_identifiers_of_institutions(field, value):
    make_institution(**{field: value}).full_clean()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ror_id", "https://ror.org/0443cwa12"),
        ("ror_id", "1443cwa12"),
        ("ror_id", "0443cwi12"),
        ("ror_id", "0443cwa1"),
        ("ror_id", "0443cwa12\n"),
        ("wikidata_id", "204626"),
        ("wikidata_id", "Q0"),
        ("wikidata_id", "q204626"),
        ("wikidata_id", "Q204626\n"),
    ],
    ids=[
        "ROR with its address",
        "ROR without a zero",
        "ROR with a letter that it never has",
        "ROR too short",
        "ROR with a line break",
        "Wikidata without Q",
        "Wikidata zero",
        "Wikidata with a small q",
        "Wikidata with a line break",
    ],
)
def test_what_is_no_identifier_of_an_institution_is_refused(field, value):
    institution = make_institution()
    setattr(institution, field, value)

    assert list(refusals(institution)) == [field]


@pytest.mark.parametrize("field", ["ror_id", "wikidata_id"])
def test_an_identifier_is_one_institution_s(field):
    value = {"ror_id": "0443cwa12", "wikidata_id": "Q204626"}[field]
    make_institution(**{field: value})
    second = make_institution()
    setattr(second, field, value)

    assert "Another institution has this" in str(refusals(second))


def test_many_institutions_lack_identifiers():
    for _ in range(2):
        make_institution().full_clean()


def test_partial_dates_of_an_institution_stand_for_whole_years():
    institution = make_institution(
        founded_on=dt.date(1918, 9, 17),
        founded_on_precision="year",
        closed_on=dt.date(2003, 2, 3),
        closed_on_precision="month",
    )

    institution.full_clean()

    assert institution.founded_on == dt.date(1918, 1, 1)
    assert institution.closed_on == dt.date(2003, 2, 28)
