"""Officials: their offices, identifiers and addresses."""

import datetime as dt

import pytest

from delegations.models import Official, OfficialContact, OfficialName
from tests.factories import make_appointment, make_official
from tests.reading import refusals

pytestmark = pytest.mark.django_db


def test_partial_dates_of_an_office_stand_for_whole_years():
    appointment = make_appointment(
        starts_on=dt.date(2020, 6, 15),
        starts_on_precision="year",
        ends_on=dt.date(2020, 6, 15),
        ends_on_precision="year",
    )

    appointment.full_clean()

    assert appointment.starts_on == dt.date(2020, 1, 1)
    assert appointment.ends_on == dt.date(2020, 12, 31)


@pytest.mark.parametrize("orcid", ["", "0000-0002-1825-0097", "0000-0002-1694-233X"])
def test_an_orcid(orcid):
    make_official(orcid=orcid).full_clean()


@pytest.mark.parametrize(
    "orcid",
    [
        "0000000218250097",
        "https://orcid.org/0000-0002-1825-0097",
        "0000-0002-1825-009",
        "0000-0002-1825-009x",
        "X000-0002-1825-0097",
    ],
)
def test_what_is_no_orcid_is_refused(orcid):
    official = make_official()
    official.orcid = orcid

    assert "orcid" in refusals(official)


@pytest.mark.parametrize(
    ("field", "value"), [("orcid", "0000-0002-1825-0097"), ("wikidata_id", "Q204626")]
)
def test_an_identifier_is_one_official_s(field, value):
    make_official(**{field: value})
    second = make_official()
    setattr(second, field, value)

    assert "Another official has this" in str(refusals(second))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ({"name_en": "Sayasat Nurbek"}, "sayasat-nurbek"),
        ({"name_ru": "Саясат Нурбек"}, "sayasat-nurbek"),
        ({"name_et": "Tiit Land"}, "tiit-land"),
        ({"name_en": "—"}, "official"),
    ],
    ids=["English", "Russian", "Estonian", "no letter at all"],
)
def test_an_address_is_made_from_the_name(name, slug):
    official = Official(**name)

    official.full_clean()

    assert official.slug == slug


def test_two_people_of_one_name_have_two_addresses():
    for slug in ("askar-aliev", "askar-aliev-2", "askar-aliev-3"):
        official = Official(name_en="Askar Aliev")
        official.full_clean()
        official.save()
        assert official.slug == slug


def test_an_official_s_private_contact_goes_with_them():
    contact = OfficialContact.objects.create(official=make_official(), phone="+7")

    contact.official.delete()

    assert not OfficialContact.objects.exists()


def test_a_name_in_another_script_needs_a_language_tag_that_exists():
    official = make_official()

    OfficialName(official=official, text="نۇربەك", language="kk-Arab").full_clean()

    wrong = OfficialName(official=official, text="x", language="klingon")
    assert list(refusals(wrong)) == ["language"]
