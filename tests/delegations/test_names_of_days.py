"""What a person or an institution was called on the day of an act."""

import datetime as dt

import pytest
from django.utils import translation

from delegations import naming
from delegations.models import InstitutionName
from delegations.naming import Reader, Wording
from tests.factories import make_agreement, make_institution, make_member, make_party

pytestmark = pytest.mark.django_db

VISITOR = Reader.VISITOR
IN_1999, IN_2010, IN_2025 = dt.date(1999, 6, 1), dt.date(2010, 6, 1), dt.date(2025, 6, 1)
IN_BOTH = list(Reader)


@pytest.mark.parametrize("reader", IN_BOTH)
@pytest.mark.parametrize(
    ("day", "name", "today"),
    [
        (IN_1999, "Tallinn Technical University", "TalTech"),
        (dt.date(2002, 12, 31), "Tallinn Technical University", "TalTech"),
        (dt.date(2003, 1, 1), "TalTech", ""),
        (IN_2025, "TalTech", ""),
        (None, "TalTech", ""),
    ],
)
def test_an_institution_is_called_as_on_that_day(taltech, reader, day, name, today):
    named = naming.institution(taltech, reader, day)

    assert (str(named.name), str(named.today)) == (name, today)
    assert named.url == "/institutions/taltech/"


@pytest.mark.parametrize(
    ("day", "name", "today"),
    [(IN_1999, "Anna Kask", "Anna Tamm"), (IN_2025, "Anna Tamm", "")],
)
def test_a_person_is_called_as_on_that_day(anna, day, name, today):
    member = make_member(official=anna, name_as_printed="A. Kask")

    named = naming.person(member, VISITOR, day)

    assert (str(named.name), str(named.today)) == (name, today)
    assert named.printed == "A. Kask"


def test_renaming_a_record_changes_nothing_in_an_act_once_its_old_name_is_dated():
    university = make_institution(name_en="Old University")
    agreement = make_agreement(concluded_on=IN_2010)
    party = make_party(agreement=agreement, institution=university)
    before = naming.party(party, VISITOR, agreement.day)

    university.name_en = "New University"
    university.save()
    InstitutionName.objects.create(
        institution=university, text="Old University", language="en", valid_until=IN_2025
    )
    after = naming.party(party, VISITOR, agreement.day)

    assert str(before.name) == str(after.name) == "Old University"
    assert (str(before.today), str(after.today)) == ("", "New University")


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"valid_from": IN_1999, "valid_until": IN_2025}, "Other"),
        ({"valid_until": IN_2010}, "Other"),
        ({"valid_until": IN_2010, "kind": "alias"}, "Other"),
        ({"valid_until": IN_2010, "kind": "transliteration"}, "Other"),
        ({"valid_until": IN_2010, "kind": "acronym"}, "Today"),
        ({"valid_until": IN_2010, "kind": "as_printed"}, "Today"),
        ({"valid_until": IN_1999}, "Today"),
        ({"valid_from": IN_2025}, "Today"),
        ({"valid_from": IN_1999}, "Today"),
        ({"valid_from": IN_1999, "is_preferred": True}, "Other"),
        ({"valid_from": IN_1999, "is_preferred": True, "language": "et"}, "Today"),
        ({}, "Today"),
        ({"is_preferred": True}, "Today"),
    ],
    ids=[
        "from and until",
        "until that very day",
        "another name of that time",
        "in another script",
        "an acronym is no name of a time",
        "a misprint is none either",
        "ended before",
        "begins later",
        "still used, but only beside today's",
        "still used and preferred",
        "preferred by readers of another language",
        "of no time",
        "preferred, but of no time",
    ],
)
def test_a_dated_name_that_covers_the_day_counts(fields, name):
    university = make_institution(name_en="Today")
    InstitutionName.objects.create(
        institution=university, text="Other", **{"language": "en", "kind": "former"} | fields
    )

    assert str(naming.institution(university, VISITOR, IN_2010).name) == name


@pytest.mark.parametrize(
    ("reader", "name"),
    [
        ("en", Wording("Old", "en")),
        ("kk", Wording("Ескі", "kk")),
        ("ru", Wording("Старый", "ru")),
        ("et", Wording("Old", "en")),
    ],
)
def test_the_name_of_that_day_is_in_the_reader_s_language_if_it_has_one(reader, name):
    university = make_institution(name_en="New", name_et="Uus")
    for language, text in (("ru", "Старый"), ("en", "Old"), ("kk-Latn", "Eski"), ("kk", "Ескі")):
        InstitutionName.objects.create(
            institution=university, text=text, language=language, valid_until=IN_2010
        )

    with translation.override(reader):
        named = naming.institution(university, VISITOR, IN_1999)

    assert named.name == name
    assert named.today == (Wording("Uus", "et") if reader == "et" else Wording("New", "en"))


@pytest.mark.parametrize(
    ("printed", "name", "beside", "today"),
    [
        ("", "Today", "", ""),
        ("Today", "Today", "", ""),
        ("Todai", "Today", "Todai", ""),
        ("Once", "Once", "", "Today"),
    ],
    ids=["not printed", "printed alike", "misprinted", "printed under a former name"],
)
def test_a_printed_form_is_a_spelling_unless_the_record_was_called_so(printed, name, beside, today):
    university = make_institution(name_en="Today")
    InstitutionName.objects.create(institution=university, text="Once", kind="former")

    named = naming.institution(university, VISITOR, IN_2010, printed)

    assert (str(named.name), named.printed, str(named.today)) == (name, beside, today)
