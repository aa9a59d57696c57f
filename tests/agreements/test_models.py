import datetime as dt
import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.models import ProtectedError

from agreements.choices import Instrument, InstrumentClass
from agreements.models import Agreement, AgreementLink, Outcome, Party, Provision, Signatory, Text
from delegations import naming
from forum.records.partial_dates import first_day
from tests.factories import (
    MAY_1,
    MAY_2,
    make_agreement,
    make_appointment,
    make_commitment,
    make_event,
    make_institution,
    make_link,
    make_outcome,
    make_party,
    make_provision,
    make_rank,
    make_session,
    make_signatory,
    make_text,
    pdf_file,
)

pytestmark = pytest.mark.django_db


def refusals(record) -> dict:
    with pytest.raises(ValidationError) as refused:
        record.full_clean()
    return refused.value.message_dict


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


def test_a_chosen_file_gets_its_checksum_and_can_still_be_read():
    content = pdf_file().read()
    text = Text(agreement=make_agreement(), file=ContentFile(content, "text.pdf"))
    text.file.read()

    text.full_clean()

    assert text.sha256 == hashlib.sha256(content).hexdigest()
    assert text.file.read() == content


def test_another_file_gets_another_checksum():
    text = make_text(file=ContentFile(b"draft", "text.pdf"), sha256="0" * 64)
    content = pdf_file(pages=2).read()
    text.file = ContentFile(content, "text.pdf")

    text.full_clean()

    assert text.sha256 == hashlib.sha256(content).hexdigest()


def test_a_file_that_stays_keeps_its_checksum_unread():
    text = make_text(file=ContentFile(b"authentic", "text.pdf"), sha256="a" * 64)
    text = Text.objects.get(pk=text.pk)
    text.file.storage.delete(text.file.name)

    text.full_clean()

    assert text.sha256 == "a" * 64


def test_a_removed_file_takes_its_checksum_along():
    text = make_text(sha256="a" * 64)

    text.full_clean()

    assert text.sha256 == ""


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


# The office of the day of signature.


def test_a_signatory_known_by_an_office_held_is_filled_in():
    held = make_appointment(
        institution=make_institution(), office_en="Rector", office_et="rektor", rank=make_rank()
    )
    signatory = Signatory(agreement=make_agreement(), appointment=held)

    signatory.full_clean()

    assert (signatory.official, signatory.institution) == (held.official, held.institution)
    assert (signatory.office_en, signatory.office_et) == ("Rector", "rektor")
    assert signatory.rank == held.rank


def test_what_was_typed_is_never_overwritten():
    held = make_appointment(institution=make_institution(), office_en="Rector", rank=make_rank())
    official, institution, rank = held.official, make_institution(), make_rank()
    signatory = Signatory(
        agreement=make_agreement(),
        appointment=held,
        official=official,
        institution=institution,
        rank=rank,
        office_kk="Ректордың міндетін атқарушы",
    )

    signatory.full_clean()

    assert (signatory.official, signatory.institution) == (official, institution)
    assert signatory.rank == rank
    assert signatory.office_kk == "Ректордың міндетін атқарушы"
    assert not signatory.office_en


def test_a_later_office_never_rewrites_the_one_signed_in():
    held = make_appointment(office_en="Vice-Rector")
    signatory = Signatory(agreement=make_agreement(), appointment=held)
    signatory.full_clean()
    signatory.save()

    held.office_en = "Rector"
    held.save()
    signatory.full_clean()
    signatory.save()

    assert Signatory.objects.get().office_en == "Vice-Rector"


# In words.


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
