import pytest

from agreements.ceremony.signings import signing, signings
from tests.factories import (
    MAY_1,
    make_agreement,
    make_event,
    make_institution,
    make_official,
    make_party,
    make_session,
    make_signatory,
)

pytestmark = pytest.mark.django_db


def bilateral(**fields):
    """A document of a Kazakh and an Estonian party, each with a signatory."""
    agreement = make_agreement(stage="agreed", languages="kk, et", **fields)
    for position, country in enumerate(("KZ", "EE"), 1):
        party = make_party(
            agreement=agreement,
            name_as_printed=f"Party {country}",
            country=country,
            position=position,
        )
        make_signatory(
            agreement=agreement, party=party, office_en=f"Rector {country}", position=position
        )
    return agreement


def sitting(agreement, host):
    return [each.office_en for each in signing(agreement, host).seats]


def test_the_guest_sits_at_the_host_s_right_hand_left_of_the_host_for_the_audience():
    assert sitting(bilateral(), "KZ") == ["Rector EE", "Rector KZ"]
    assert sitting(bilateral(), "EE") == ["Rector KZ", "Rector EE"]


def test_without_a_host_all_sit_in_the_order_of_the_parties():
    assert sitting(bilateral(), "PL") == ["Rector KZ", "Rector EE"]
    assert sitting(bilateral(), "") == ["Rector KZ", "Rector EE"]


def test_each_party_s_own_copy_names_it_first():
    copies = signing(bilateral(), "KZ").copies

    orders = [[party.country for party in copy.order] for copy in copies]
    assert orders == [["KZ", "EE"], ["EE", "KZ"]]
    assert all(copy.languages == ["kk", "et"] for copy in copies)


def test_a_party_without_a_signatory_is_a_problem():
    agreement = bilateral()
    make_party(agreement=agreement, name_as_printed="TalTech", position=3)

    assert signing(agreement, "KZ").problems == ["No one signs for TalTech."]


def test_a_beneficiary_needs_no_signatory_and_a_witness_signs_for_none():
    agreement = bilateral()
    make_party(agreement=agreement, name_as_printed="Students", role="beneficiary")
    make_signatory(agreement=agreement, role="witnesses", office_en="President")

    found = signing(agreement, "KZ")

    assert found.problems == []
    assert [each.office_en for each in found.onlookers] == ["President"]


def test_a_signatory_for_no_party_and_one_for_two_are_problems():
    agreement, official = bilateral(), make_official(name_en="A B")
    agreement.signatories.update(official=official)
    make_signatory(agreement=agreement, office_en="Dean")

    problems = " ".join(signing(agreement, "KZ").problems)

    assert "signs for no party" in problems
    assert "A B signs for more than one party." in problems


@pytest.mark.parametrize(
    ("instrument", "authority", "missing"),
    [
        ("treaty", "", 2),
        ("intergovernmental", "", 2),
        ("treaty", "office", 0),
        ("treaty", "full_powers", 0),
        ("cooperation", "", 0),
    ],
)
def test_who_signs_a_treaty_needs_full_powers_or_an_office_of_article_7(
    instrument, authority, missing
):
    agreement = bilateral(instrument=instrument)
    agreement.signatories.update(authority=authority)

    problems = signing(agreement, "KZ").problems

    assert sum("Vienna Convention" in problem for problem in problems) == missing


def test_originals_that_do_not_match_and_missing_languages_are_remarks():
    agreement = bilateral(originals=3)
    agreement.languages = ""

    remarks = " ".join(signing(agreement, "KZ").remarks)

    assert "3 originals are on record, for 2 parties." in remarks
    assert "The languages of the document are not on record." in remarks


def test_documents_come_in_the_order_of_the_programme_and_abandoned_ones_not_at_all():
    event = make_event()
    late = make_session(event=event, kind="signing", day=MAY_1, starts_at="17:00")
    early = make_session(event=event, kind="signing", day=MAY_1, starts_at="09:00")
    unplaced = make_agreement(event=event, stage="proposed")
    second = make_agreement(event=event, session=late)
    first = make_agreement(event=event, session=early)
    make_agreement(event=event, stage="abandoned")

    assert [each.agreement for each in signings(event)] == [first, second, unplaced]
    assert [each.agreement for each in signings(event, [late])] == [second]


def test_a_pack_costs_the_same_for_any_number_of_documents(django_assert_num_queries):
    event, institution = make_event(), make_institution()
    for _ in range(3):
        make_party(agreement=bilateral(event=event), institution=institution)

    with django_assert_num_queries(5):
        signings(event)
