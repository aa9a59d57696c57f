"""Agreements and their parts: what belongs together, and how they are named."""

import datetime as dt

import pytest
from django.db.models import ProtectedError

from agreements.choices import Instrument, InstrumentClass
from agreements.models import Agreement, AgreementLink, Outcome, Party, Provision, Signatory, Text
from delegations import naming
from forum.records.partial_dates import first_day
from tests.factories import (
    MAY_1,
    MAY_2,
    make_agreement,
    make_commitment,
    make_event,
    make_institution,
    make_link,
    make_outcome,
    make_party,
    make_provision,
    make_session,
    make_signatory,
)
from tests.reading import refusals

pytestmark = pytest.mark.django_db


def test_a_ceremony_is_of_the_agreement_s_own_event():
    agreement = make_agreement(stage="agreed", event=make_event(), session=make_session())

    assert refusals(agreement) == {"session": ["That ceremony is of another event."]}

    agreement.event = agreement.session.event
    agreement.full_clean()


def test_a_ceremony_without_its_event_is_refused():
    agreement = make_agreement()
    agreement.session = make_session()

    assert refusals(agreement) == {"__all__": ["Give the event of the ceremony too."]}


def test_a_half_filled_agreement_is_refused_without_a_crash():
    assert "__all__" in refusals(Agreement())


def test_a_signatory_signs_for_a_party_of_the_same_agreement():
    signatory = make_signatory(agreement=make_agreement(stage="agreed"), party=make_party())

    assert refusals(signatory) == {"party": ["That party is of another agreement."]}

    signatory.party = make_party(agreement=signatory.agreement)
    signatory.full_clean()


@pytest.mark.parametrize("side", ["from_party", "to_party"])
def test_a_provision_binds_parties_of_the_same_agreement(side):
    provision = make_provision(agreement=make_agreement(stage="agreed"), **{side: make_party()})

    assert refusals(provision) == {side: ["That party is of another agreement."]}

    setattr(provision, side, make_party(agreement=provision.agreement))
    provision.full_clean()


@pytest.mark.parametrize("model", [Party, Signatory, Provision, AgreementLink, Text, Outcome])
def test_a_part_of_no_agreement_is_refused_without_a_crash(model):
    assert refusals(model()) != {}


@pytest.mark.parametrize(
    ("field", "month", "year"),
    [
        ("concluded_on", dt.date(2032, 2, 1), dt.date(2032, 1, 1)),
        ("in_force_on", dt.date(2032, 2, 1), dt.date(2032, 1, 1)),
        ("expires_on", dt.date(2032, 2, 29), dt.date(2032, 12, 31)),
        ("terminated_on", dt.date(2032, 2, 29), dt.date(2032, 12, 31)),
    ],
)
def test_a_partial_date_stands_for_its_whole_month_or_year(field, month, year):
    for precision, date in {"month": month, "year": year, "day": dt.date(2032, 2, 15)}.items():
        fields = {field: dt.date(2032, 2, 15), f"{field}_precision": precision}
        agreement = make_agreement(**fields)

        agreement.full_clean()

        assert getattr(agreement, field) == date


def test_an_agreement_may_end_in_the_year_in_which_it_began():
    agreement = make_agreement()
    agreement.concluded_on = agreement.expires_on = dt.date(2032, 6, 15)
    agreement.expires_on_precision = "year"

    agreement.full_clean()

    assert agreement.expires_on == dt.date(2032, 12, 31)


@pytest.mark.parametrize("make", [make_signatory, make_outcome], ids=["signatory", "outcome"])
@pytest.mark.parametrize("precision", ["month", "year", "day"])
def test_the_partial_date_of_a_part_is_widened_too(make, precision):
    field = "signed_on" if make is make_signatory else "happened_on"
    record = make(**{field: dt.date(2032, 2, 15), f"{field}_precision": precision})

    record.full_clean()

    assert getattr(record, field) == first_day(dt.date(2032, 2, 15), precision)


def test_an_address_is_made_from_the_title_in_any_alphabet():
    first = Agreement(title_kk="Ынтымақтастық туралы келісім")
    first.full_clean()
    first.save()
    second = Agreement(title_kk="Ынтымақтастық туралы келісім")
    second.full_clean()

    assert first.slug.isascii()
    assert second.slug == f"{first.slug}-2"


def test_an_agreement_does_not_relate_to_itself():
    agreement = make_agreement()
    link = AgreementLink(agreement=agreement, other=agreement, kind="cites")

    assert "An agreement cannot relate to itself." in str(refusals(link))


def test_a_relation_is_recorded_once():
    link = make_link(kind="cites")
    again = AgreementLink(agreement=link.agreement, other=link.other, kind="cites")

    assert refusals(again) == {"__all__": ["This relation is already recorded."]}

    again.kind = "amends"
    again.full_clean()


def test_two_agreements_may_cite_each_other():
    link = make_link(kind="cites")

    AgreementLink(agreement=link.other, other=link.agreement, kind="cites").full_clean()


def test_an_agreement_that_others_relate_to_is_not_deleted():
    link = make_link()

    with pytest.raises(ProtectedError):
        link.other.delete()


def test_an_agreement_takes_its_parts_along():
    link = make_link()
    make_party(agreement=link.agreement)
    make_commitment(agreement=link.agreement)

    link.agreement.delete()

    assert not AgreementLink.objects.exists()
    assert not Party.objects.exists()


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [
        ("treaty", InstrumentClass.AGREEMENT),
        ("memorandum", InstrumentClass.AGREEMENT),
        ("other", InstrumentClass.AGREEMENT),
        ("plan", InstrumentClass.IMPLEMENTING),
        ("protocol", InstrumentClass.IMPLEMENTING),
        ("joint_statement", InstrumentClass.STATEMENT),
        ("letter_of_intent", InstrumentClass.STATEMENT),
        ("charter", InstrumentClass.ADOPTED),
        ("decision", InstrumentClass.ADOPTED),
    ],
)
def test_the_instrument_decides_the_class(instrument, expected):
    assert Agreement(instrument=instrument).instrument_class == expected


def test_every_instrument_has_a_class():
    classes = {Agreement(instrument=each).instrument_class for each in Instrument}

    assert classes == set(InstrumentClass)


def test_a_party_is_named_by_what_is_known_of_it():
    institution = make_institution(name_en="TalTech")
    everything = Party(institution=institution, name_as_printed="Tallinn Tech", country="EE")

    assert str(everything) == "TalTech"
    assert str(Party(name_as_printed="Tallinn Tech", country="EE")) == "Tallinn Tech"
    assert str(Party(country="EE")) == "Estonia"
    assert str(Party()) == ""


def country_of(party):
    return naming.party(party, naming.Reader.STAFF, None).country


def test_a_party_represents_the_country_that_is_said_or_else_the_one_it_stands_in():
    branch = make_institution(country="KZ")

    assert country_of(Party(institution=branch, country="RO")) == "RO"
    assert country_of(Party(institution=branch)) == "KZ"
    assert country_of(Party(name_as_printed="ESN")) == ""


def test_a_provision_is_named_by_its_field_or_its_text():
    assert str(Provision(text_en="Academic mobility")) == "Academic mobility"
    assert len(str(Provision(text_en="x" * 500))) == 80


def test_a_text_is_named_by_its_kind_and_language():
    assert str(Text(kind="authentic", language="kk")) == "authentic text (Kazakh)"
    assert str(Text(kind="draft")) == "draft"


@pytest.mark.parametrize(
    ("fields", "overdue"),
    [
        ({"due_on": MAY_1}, True),
        ({"due_on": MAY_1, "state": "under_way"}, True),
        ({"due_on": MAY_1, "state": "fulfilled"}, False),
        ({"due_on": MAY_1, "state": "lapsed"}, False),
        ({"due_on": MAY_2}, False),
        ({}, False),
    ],
    ids=["open", "under way", "fulfilled", "lapsed", "due today", "without a day"],
)
def test_a_promise_is_overdue_if_its_day_has_passed_and_nothing_settled_it(fields, overdue):
    assert make_commitment(**fields).is_overdue(MAY_2) == overdue
