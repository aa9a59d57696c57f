import datetime as dt

import pytest

from agreements.models import Agreement, AgreementCitation, Commitment, Outcome, Text
from tests.factories import (
    MAY_1,
    MAY_2,
    MAY_3,
    make_agreement,
    make_commitment,
    make_delegation,
    make_event,
    make_institution,
    make_outcome,
    make_outcome_role,
    make_party,
    make_signatory,
    make_source,
    make_text,
)

pytestmark = pytest.mark.django_db


def test_only_what_is_published_is_published():
    public = make_agreement()
    make_agreement(is_published=False)

    assert list(Agreement.objects.published()) == [public]


def test_the_end_is_the_stated_one_or_else_the_computed_one():
    stated = make_agreement(expires_on=MAY_3, term_months=60)
    computed = make_agreement(in_force_on=MAY_1, concluded_on=MAY_2, term_months=12)
    from_signature = make_agreement(concluded_on=MAY_2, term_months=12)
    unknown = make_agreement(term_months=12)
    over = make_agreement(expires_on=MAY_1)

    ends = dict(Agreement.objects.with_status(MAY_2).values_list("pk", "ends_on"))

    assert ends == {
        stated.pk: MAY_3,
        computed.pk: dt.date(2031, 5, 1),
        from_signature.pk: dt.date(2031, 5, 2),
        unknown.pk: None,
        over.pk: None,
    }


def test_the_status_is_of_today_unless_a_day_is_given():
    today = dt.datetime.now(dt.UTC).date()
    agreement = make_agreement(concluded_on=dt.date(2020, 1, 1), terminated_on=today)

    assert Agreement.objects.with_status().get(status="terminated") == agreement
    assert Agreement.objects.with_status(dt.date(2020, 1, 1)).get(status="signed") == agreement


def test_expiring_agreements_come_the_first_to_end_first(settings):
    settings.EXPIRING_DAYS = 30
    later = make_agreement(in_force_on=MAY_1, expires_on=MAY_3)
    sooner = make_agreement(concluded_on=dt.date(2029, 5, 2), term_months=12)
    make_agreement(in_force_on=MAY_1, expires_on=dt.date(2030, 6, 1))
    make_agreement(expires_on=dt.date(2030, 4, 30))
    make_agreement(expires_on=MAY_2, renewal="automatic")
    make_agreement(expires_on=MAY_2, terminated_on=MAY_1)

    assert list(Agreement.objects.expiring(MAY_1)) == [sooner, later]


def test_the_newest_agreement_comes_first_and_undated_ones_last():
    undated = make_agreement()
    older = make_agreement(concluded_on=MAY_1)
    newest = make_agreement(concluded_on=MAY_3)
    same_day = make_agreement(concluded_on=MAY_3)

    assert list(Agreement.objects.newest_first()) == [same_day, newest, older, undated]


def complete(**fields):
    agreement = make_agreement(**{"concluded_on": MAY_1} | fields)
    make_party(agreement=agreement)
    make_party(agreement=agreement)
    make_signatory(agreement=agreement)
    return agreement


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"concluded_on": None, "concluded_on_precision": "unknown"},
        {"concluded_on_precision": "year"},
    ],
    ids=["on a day", "on a day not known", "in a year"],
)
def test_an_agreement_with_parties_signatory_and_date_is_complete(fields):
    complete(**fields)

    assert list(Agreement.objects.incomplete()) == []


def test_each_missing_fact_makes_an_agreement_incomplete():
    without_date = complete(concluded_on=None)
    without_signatory = complete()
    without_signatory.signatories.all().delete()
    with_one_party = complete()
    with_one_party.parties.first().delete()
    without_anything = make_agreement()
    complete()

    assert set(Agreement.objects.incomplete()) == {
        without_date,
        without_signatory,
        with_one_party,
        without_anything,
    }


def test_a_depositary_does_not_make_up_for_a_missing_party():
    agreement = complete()
    agreement.parties.filter(pk=agreement.parties.first().pk).update(role="depositary")

    assert list(Agreement.objects.incomplete()) == [agreement]


def test_many_signatories_do_not_make_up_for_a_missing_party():
    agreement = complete()
    agreement.parties.first().delete()
    make_signatory(agreement=agreement)
    make_signatory(agreement=agreement)

    assert list(Agreement.objects.incomplete()) == [agreement]


def test_a_document_under_negotiation_is_not_incomplete():
    make_agreement(stage="negotiation")

    assert list(Agreement.objects.incomplete()) == []


def test_an_agreement_is_of_the_country_its_party_represents_or_else_stands_in():
    seat = make_party(institution=make_institution(country="EE")).agreement
    said = make_party(country="EE").agreement
    make_party(institution=make_institution(country="EE"), country="RO")
    make_party(institution=make_institution(country="KZ"))

    assert set(Agreement.objects.of_country("EE")) == {seat, said}


def test_an_agreement_between_two_of_one_country_is_found_once():
    agreement = make_agreement()
    make_party(agreement=agreement, institution=make_institution(country="EE"))
    make_party(agreement=agreement, institution=make_institution(country="EE"))
    make_party(agreement=agreement, country="KZ")

    assert list(Agreement.objects.of_country("EE")) == [agreement]
    assert list(Agreement.objects.of_country("EE").of_country("KZ")) == [agreement]
    assert list(Agreement.objects.of_country("EE").with_status(MAY_1).newest_first()) == [agreement]


def test_the_countries_of_agreements_are_those_of_their_sides():
    make_party(institution=make_institution(country="EE"))
    make_party(institution=make_institution(country="KZ"), country="RO")
    make_party(country="UZ")
    make_party(name_as_printed="ESN")
    make_party(institution=make_institution(country=""))
    make_agreement()

    assert Agreement.objects.countries() == {"EE", "RO", "UZ"}
    assert Agreement.objects.of_country("EE").countries() == {"EE"}
    assert Agreement.objects.none().countries() == set()


def test_a_document_of_unknown_sides_counts_for_the_countries_of_its_event():
    visit = make_event(country="KZ")
    make_delegation(event=visit, country="EE")
    nobody = make_agreement(event=make_event(country="", parent=visit))
    unknown = make_agreement(event=visit)
    make_party(agreement=unknown, country="EE")
    make_party(agreement=unknown, name_as_printed="A company")
    known = make_agreement(event=visit)
    make_party(agreement=known, country="EE")
    make_party(agreement=known, country="LV")
    make_party(agreement=known, name_as_printed="A bank", role="depositary")
    make_agreement(event=make_event(country="KZ", is_published=False))

    assert set(Agreement.objects.of_country("KZ")) == {nobody, unknown}
    assert Agreement.objects.filter(pk=known.pk).countries() == {"EE", "LV"}


@pytest.mark.parametrize("role", ["party", "beneficiary", "depositary"])
def test_an_institution_s_agreements_are_found_once_in_any_role(role):
    institution = make_institution()
    agreement = make_agreement()
    make_party(agreement=agreement, institution=institution, role=role)
    make_party(agreement=agreement, institution=institution, unit_en="School of IT")
    make_party()

    assert list(Agreement.objects.of_institution(institution)) == [agreement]
    assert Agreement.objects.of_institution(institution).count() == 1


def test_a_listing_brings_the_parties_in_their_order():
    agreement = make_agreement()
    second = make_party(agreement=agreement, position=2)
    first = make_party(agreement=agreement, position=1)

    assert list(Agreement.objects.for_listing(MAY_1).get().parties.all()) == [first, second]


def test_overdue_promises_come_the_oldest_first():
    newer = make_commitment(due_on=MAY_2, state="under_way")
    older = make_commitment(due_on=MAY_1)
    make_commitment(due_on=MAY_3)
    make_commitment()
    make_commitment(due_on=MAY_1, state="fulfilled")
    make_commitment(due_on=MAY_1, state="lapsed")

    assert list(Commitment.objects.overdue(MAY_3)) == [older, newer]


def test_the_overdue_are_the_same_for_the_list_and_for_each_promise():
    for state in ("open", "under_way", "fulfilled", "lapsed"):
        for due_on in (None, MAY_1, MAY_2, MAY_3):
            make_commitment(state=state, due_on=due_on)

    in_list = set(Commitment.objects.overdue(MAY_2))

    assert in_list == {each for each in Commitment.objects.all() if each.is_overdue(MAY_2)}


def test_texts_and_promises_are_public_only_if_said_so():
    agreement = make_agreement()
    text = make_text(agreement=agreement)
    make_text(agreement=agreement, is_public=False)
    commitment = make_commitment(agreement=agreement)
    make_commitment(agreement=agreement, is_public=False)

    assert list(Text.objects.public()) == [text]
    assert list(Commitment.objects.public()) == [commitment]


def test_outcomes_bring_their_roles_in_three_queries(django_assert_num_queries):
    for _ in range(3):
        make_outcome_role(outcome=make_outcome(), institution=make_institution())

    with django_assert_num_queries(3):  # outcomes, roles, names of institutions
        said = [str(role) for each in Outcome.objects.with_roles() for role in each.roles.all()]

    assert len(said) == 3


def test_sources_about_an_agreement_and_what_visitors_see_of_its_parts():
    agreement = make_agreement()
    about = [
        AgreementCitation.objects.create(source=make_source(), **subject)
        for subject in (
            {"agreement": agreement},
            {"signatory": make_signatory(agreement=agreement)},
            {"outcome": make_outcome(agreement=agreement)},
            {"commitment": make_commitment(agreement=agreement)},
        )
    ]
    for subject in (
        {"agreement": make_agreement()},
        {"commitment": make_commitment(agreement=agreement, is_public=False)},
    ):
        AgreementCitation.objects.create(source=make_source(), **subject)

    assert set(AgreementCitation.objects.about(agreement)) == set(about)
