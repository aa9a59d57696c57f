"""How people, institutions, delegations and parties are named, to whom, and on which day."""

import datetime as dt

import pytest

from delegations import naming
from delegations.naming import Reader
from tests.factories import (
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_signatory,
    make_speaker,
)

pytestmark = pytest.mark.django_db

VISITOR, STAFF = Reader.VISITOR, Reader.STAFF
IN_1999, IN_2010, IN_2025 = dt.date(1999, 6, 1), dt.date(2010, 6, 1), dt.date(2025, 6, 1)
IN_BOTH = [VISITOR, STAFF]


# Who may be told what.


def anna_if(is_published: bool | None):
    """An official, published or not; nobody for None."""
    if is_published is None:
        return None
    return make_official(name_en="Anna Tamm", is_published=is_published)


def almau_if(is_published: bool | None):
    """An institution, published or not; none for None."""
    if is_published is None:
        return None
    return make_institution(name_en="AlmaU", country="KZ", is_published=is_published)


@pytest.mark.parametrize(
    ("who", "to_visitors", "to_staff"),
    [
        ({}, "Anna Tamm, Rector, AlmaU", "Anna Tamm, Rector, AlmaU"),
        ({"official": False}, "Rector, AlmaU", "Anna Tamm, Rector, AlmaU"),
        ({"institution": False}, "Anna Tamm, Rector", "Anna Tamm, Rector, AlmaU"),
        ({"official": False, "institution": False}, "Rector", "Anna Tamm, Rector, AlmaU"),
        (
            {"official": False, "institution": False, "office_en": ""},
            "name not published",
            "Anna Tamm, AlmaU",
        ),
        (
            {"official": False, "name_as_printed": "A. Tamm"},
            "A. Tamm, Rector, AlmaU",
            "Anna Tamm, Rector, AlmaU",
        ),
        ({"official": None}, "Rector, AlmaU", "Rector, AlmaU"),
        ({"official": None, "institution": None}, "Rector", "Rector"),
    ],
    ids=[
        "all published",
        "official not published",
        "institution not published",
        "neither published",
        "nothing that may be told",
        "printed, though not published",
        "only office and institution",
        "only the office",
    ],
)
def test_a_person_is_named_as_far_as_the_reader_may_know(who, to_visitors, to_staff):
    member = make_member(
        official=anna_if(who.get("official", True)),
        institution=almau_if(who.get("institution", True)),
        office_en=who.get("office_en", "Rector"),
        name_as_printed=who.get("name_as_printed", ""),
    )

    assert naming.person(member, VISITOR, member.day).in_words() == to_visitors
    assert naming.person(member, STAFF, member.day).in_words() == to_staff


@pytest.mark.parametrize("reader", IN_BOTH)
def test_only_a_published_record_is_led_to(reader):
    shown, hidden = make_official(slug="shown"), make_official(is_published=False)

    assert naming.official(shown, reader, None).url == "/officials/shown/"
    named = naming.official(hidden, reader, None)
    assert named is None if reader is VISITOR else named.url == ""


def test_nobody_has_no_name():
    assert naming.official(None, STAFF, None) is None
    assert naming.institution(None, STAFF, None) is None


@pytest.mark.parametrize(
    ("mode", "stead", "message"),
    [
        ("in_person", "The President", ""),
        ("video", "The President", ""),
        ("message_read", "", "The President"),
    ],
)
def test_one_acts_on_behalf_of_somebody_or_reads_the_message_of_somebody(mode, stead, message):
    president = make_official(name_en="The President")
    speaker = make_speaker(on_behalf_of=president, mode=mode)

    named = naming.person(speaker, VISITOR, None)

    assert (str(named.on_behalf_of), str(named.message_of)) == (stead, message)


def test_in_whose_stead_one_acts_is_told_to_visitors_only_if_published():
    hidden = make_official(name_en="Hidden", is_published=False)
    signatory = make_signatory(on_behalf_of=hidden)

    assert not naming.person(signatory, VISITOR, None).on_behalf_of
    assert str(naming.person(signatory, STAFF, None).on_behalf_of) == "Hidden"


# Delegations.


@pytest.mark.parametrize(
    ("fields", "to_visitors", "to_staff"),
    [
        ({"country": "EE"}, ("Estonia", "EE", ""), ("Estonia", "EE", "")),
        ({"country": "EE", "name_en": "Rectors"}, ("Rectors", "EE", ""), ("Rectors", "EE", "")),
        ({"institution": True}, ("AlmaU", "KZ", "AlmaU"), ("AlmaU", "KZ", "AlmaU")),
        (
            {"institution": True, "name_en": "Team"},
            ("Team", "KZ", "AlmaU"),
            ("Team", "KZ", "AlmaU"),
        ),
        ({"institution": False}, ("A delegation", "", ""), ("AlmaU", "KZ", "AlmaU")),
    ],
    ids=["country", "name", "institution", "named institution", "institution not published"],
)
def test_a_side_is_called_by_its_name_its_country_or_its_institution(fields, to_visitors, to_staff):
    if "institution" in fields:
        fields = fields | {"institution": almau_if(fields["institution"])}
    delegation = make_delegation(**fields)

    for reader, told in ((VISITOR, to_visitors), (STAFF, to_staff)):
        side = naming.side(delegation, reader, delegation.day)
        body = side.institution and side.institution.name
        assert (str(side.name), side.country, str(body or "")) == told


def test_a_side_is_called_as_at_the_time_of_its_event(taltech):
    event = make_event(starts_on=IN_1999, ends_on=IN_1999)
    delegation = make_delegation(event=event, institution=taltech)

    side = naming.side(delegation, VISITOR, delegation.day)

    assert (str(side.name), str(side.today)) == ("Tallinn Technical University", "TalTech")
    assert side.is_institution
    assert side.url == "/institutions/taltech/"


# Parties.


@pytest.mark.parametrize(
    ("fields", "to_visitors", "to_staff"),
    [
        ({"institution": True}, ("AlmaU", "KZ"), ("AlmaU", "KZ")),
        ({"institution": True, "country": "RO"}, ("AlmaU", "RO"), ("AlmaU", "RO")),
        ({"institution": False}, ("a party not named here", ""), ("AlmaU", "KZ")),
        ({"institution": False, "country": "RO"}, ("Romania", ""), ("AlmaU", "RO")),
        ({"institution": False, "name_as_printed": "AU"}, ("AU", ""), ("AlmaU", "KZ")),
        ({"name_as_printed": "ESN"}, ("ESN", ""), ("ESN", "")),
        ({"name_as_printed": "ESN", "country": "RO"}, ("ESN", "RO"), ("ESN", "RO")),
        ({"country": "RO"}, ("Romania", ""), ("Romania", "")),
    ],
    ids=[
        "institution",
        "for another country",
        "institution not published",
        "not published, for a country",
        "not published, but printed",
        "printed",
        "printed, for a country",
        "country",
    ],
)
def test_a_party_is_called_by_its_institution_as_printed_or_by_its_country(
    fields, to_visitors, to_staff
):
    if "institution" in fields:
        fields = fields | {"institution": almau_if(fields["institution"])}
    record = make_party(**fields)

    for reader, told in ((VISITOR, to_visitors), (STAFF, to_staff)):
        party = naming.party(record, reader, None)
        assert (str(party.name), party.beside) == told


def test_a_party_is_written_with_its_unit_and_country():
    body = make_institution(name_en="AlmaU", country="KZ")
    party = naming.party(make_party(institution=body, unit_en="Law"), VISITOR, None)

    assert party.in_words() == "AlmaU, Law"
    assert party.with_country == "AlmaU, Law, Kazakhstan"


# Offices.


def office(on=IN_2025, reader=VISITOR, **fields):
    return naming.appointment(make_appointment(**fields), reader, on)


def test_an_office_ends_with_the_body_that_it_is_in_or_with_its_holder():
    closed = make_institution(closed_on=dt.date(2016, 12, 31), closed_on_precision="year")
    late = make_official(died_on=dt.date(2018, 3, 5))

    in_closed, of_late = office(institution=closed), office(official=late)

    assert (in_closed.ends_on, in_closed.ends_on_precision) == (dt.date(2016, 12, 31), "year")
    assert (of_late.ends_on, of_late.ends_on_precision) == (dt.date(2018, 3, 5), "day")
    assert not office().is_over


def test_visitors_are_not_told_when_a_body_was_closed_that_they_may_not_know():
    closed = make_institution(closed_on=IN_2010, is_published=False)
    held = {"institution": closed}

    told, known = office(**held), office(reader=STAFF, **held)

    assert (told.is_over, told.ends_on) == (True, None)
    assert known.ends_on == IN_2010
    assert not office(institution=make_institution(is_published=False)).is_over


def test_a_former_office_is_under_the_names_of_its_last_day(taltech, anna):
    former = office(official=anna, institution=taltech, ends_on=IN_1999)
    present = office(official=anna, institution=taltech, starts_on=IN_1999)

    assert str(former.institution.name) == "Tallinn Technical University"
    assert (str(former.official.name), str(former.official.today)) == ("Anna Kask", "Anna Tamm")
    assert (str(present.institution.name), str(present.official.name)) == ("TalTech", "Anna Tamm")
