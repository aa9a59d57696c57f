import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from delegations.models import (
    Appointment,
    Delegation,
    Institution,
    Meeting,
    Member,
    Official,
    OfficialContact,
    OfficialName,
    Speaker,
)
from tests.factories import (
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_meeting,
    make_member,
    make_official,
    make_rank,
    make_session,
    make_speaker,
)

pytestmark = pytest.mark.django_db


def refusals(record) -> dict:
    with pytest.raises(ValidationError) as refused:
        record.full_clean()
    return refused.value.message_dict


# Who somebody is on an occasion.


def held_office(**fields):
    defaults = {"office_en": "Rector", "office_et": "rektor"}
    return make_appointment(institution=make_institution(), rank=make_rank(), **defaults | fields)


KINDS = {
    "member": lambda **fields: Member(delegation=make_delegation(), **fields),
    "speaker": lambda **fields: Speaker(session=make_session(), **fields),
}


@pytest.fixture(params=KINDS.values(), ids=KINDS)
def somebody(request):
    return request.param


def test_somebody_known_by_an_office_held_is_filled_in(somebody):
    held = held_office()
    person = somebody(appointment=held)

    person.full_clean()

    assert (person.official, person.institution) == (held.official, held.institution)
    assert (person.office_en, person.office_et) == ("Rector", "rektor")
    assert person.rank == held.rank


def test_what_was_typed_is_never_overwritten(somebody):
    held = held_office()
    typed = {"official": held.official, "institution": make_institution(), "rank": make_rank()}
    person = somebody(appointment=held, office_kk="Ректордың орынбасары", **typed)

    person.full_clean()

    assert {name: getattr(person, name) for name in typed} == typed
    assert person.office_kk == "Ректордың орынбасары"
    assert not person.office_en
    assert not person.office_et


def test_an_office_held_by_somebody_else_is_refused(somebody):
    person = somebody(appointment=held_office(), official=make_official())

    with pytest.raises(ValidationError, match="held by somebody else"):
        person.full_clean()


def test_only_what_is_empty_is_filled_in(somebody):
    held, institution = held_office(), make_institution()
    person = somebody(appointment=held, institution=institution)

    person.full_clean()

    assert (person.official, person.institution) == (held.official, institution)
    assert person.office_en == "Rector"


def test_the_office_stays_when_the_appointment_changes(somebody):
    held = held_office()
    person = somebody(appointment=held)
    person.full_clean()
    person.save()

    held.office_en, held.rank = "President", make_rank(weight=90)
    held.save()
    person.refresh_from_db()
    person.full_clean()
    person.save()
    person.refresh_from_db()

    assert person.office_en == "Rector"
    assert person.rank != held.rank


def test_the_office_stays_when_the_appointment_is_deleted(somebody):
    held = held_office()
    person = somebody(appointment=held)
    person.full_clean()
    person.save()

    held.delete()
    person.refresh_from_db()

    assert person.appointment is None
    assert person.office_en == "Rector"


@pytest.mark.parametrize(
    "known",
    [
        lambda: {"official": make_official()},
        lambda: {"institution": make_institution()},
        lambda: {"office_kk": "Ректор"},
        lambda: {"name_as_printed": "S. Nurbek"},
        lambda: {"appointment": held_office()},
    ],
    ids=["official", "institution", "office", "printed name", "office held"],
)
def test_one_thing_known_is_enough(somebody, known):
    somebody(**known()).full_clean()


def test_nothing_known_is_not(somebody):
    assert refusals(somebody()) == {
        "__all__": ["Say who it is: an official, an institution, an office or a printed name."]
    }


def test_a_rank_alone_is_nobody(somebody):
    assert "__all__" in refusals(somebody(rank=make_rank()))


def test_somebody_is_named_by_what_is_known(somebody):
    official = make_official(name_en="Sayasat Nurbek")
    institution = make_institution(name_en="AlmaU")

    assert str(somebody(official=official, office_en="Minister")) == "Sayasat Nurbek, Minister"
    assert str(somebody(name_as_printed="S. Nurbek")) == "S. Nurbek"
    assert str(somebody(office_en="Rector", institution=institution)) == "Rector, AlmaU"


def test_who_took_part_cannot_be_deleted():
    official, institution = make_official(), make_institution()
    make_member(official=official, institution=institution)
    make_speaker(on_behalf_of=make_official(name_en="President"))

    for fact in (official, institution, Official.objects.get(name_en="President")):
        with pytest.raises(ProtectedError):
            fact.delete()


# Delegations and meetings.


def test_a_part_belongs_to_a_delegation_at_the_same_event():
    part = make_delegation()
    part.parent = make_delegation()

    assert refusals(part) == {"parent": ["That delegation is at another event."]}

    part.parent = make_delegation(event=part.event)
    part.full_clean()


def test_a_delegation_is_no_part_of_itself():
    event = make_event()
    whole = make_delegation(event=event)
    part = make_delegation(event=event, parent=whole)
    whole.parent = part

    assert refusals(whole) == {"parent": ["A delegation cannot be a part of itself."]}

    whole.parent = whole
    assert refusals(whole) == {"parent": ["A delegation cannot be a part of itself."]}


def test_a_meeting_is_between_two_delegations_of_one_event():
    meeting = make_meeting(requested_by=make_delegation(), counterpart=make_delegation())

    assert refusals(meeting) == {"counterpart": ["That delegation is at another event."]}

    meeting.counterpart = make_delegation(event=meeting.event)
    meeting.full_clean()


def test_a_delegation_does_not_meet_itself():
    meeting = make_meeting()
    meeting.counterpart = meeting.requested_by

    assert refusals(meeting) == {"__all__": ["A delegation cannot meet itself."]}


@pytest.mark.parametrize(
    "model", [Appointment, Delegation, Institution, Meeting, Member, Official, Speaker]
)
def test_an_empty_record_is_refused_without_a_crash(model):
    assert refusals(model()) != {}


def test_a_delegation_is_named_by_its_own_name_its_institution_or_its_country():
    institution = make_institution(name_en="TalTech")

    assert str(Delegation(name_en="Rectors", country="EE")) == "Rectors"
    assert str(Delegation(institution=institution)) == "TalTech"
    assert str(Delegation(country="EE")) == "Estonia"


# Institutions.


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


# Officials.


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
