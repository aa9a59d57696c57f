"""The page of an agreement: what a reader must be told."""

import datetime as dt
import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.agreements.full import make_full_agreement
from tests.factories import (
    MAY_1,
    make_agreement,
    make_commitment,
    make_event,
    make_figure,
    make_institution,
    make_official,
    make_party,
    make_signatory,
    make_source,
)
from tests.reading import read


@pytest.mark.django_db
def test_the_register_without_agreements_says_so(client):
    response = client.get("/agreements/")

    assertContains(response, "Nothing has been published yet.")
    assertNotContains(response, '<article class="row">')


@pytest.mark.django_db
def test_an_agreement_of_which_only_the_title_is_known_reads_well(client):
    agreement = make_agreement(title_en="Cooperation agreement")

    page = read(client.get(agreement.get_absolute_url()))

    assert "Cooperation agreement No date stated" in page
    assert "The parties have not been recorded." in page
    assert "Who signed is not recorded." in page
    assert "None" not in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"stage": "negotiation"},
            "No date stated … Who is to sign is not recorded. … To be concluded at Forum",
        ),
        (
            {"concluded_on": dt.date(2990, 5, 1)},
            "Planned for: 1 May 2990 … To be concluded at Forum",
        ),
        (
            {"concluded_on": dt.date(2020, 5, 1)},
            "Signed: 1 May 2020 … Who signed is not recorded. … Concluded at Forum",
        ),
        (
            {"concluded_on": dt.date(2020, 5, 1), "mode": "adopted"},
            "Adopted: 1 May 2020 … Who signed is not recorded.",
        ),
    ],
)
def test_what_is_still_to_be_signed_is_not_told_as_signed(client, fields, said):
    agreement = make_agreement(event=make_event(title_en="Forum"), **fields)

    page = read(client.get(agreement.get_absolute_url()))

    assert [each for each in said.split(" … ") if each not in page] == []


@pytest.mark.django_db
def test_an_agreement_with_everything_shows_it(client):
    agreement = make_full_agreement()

    page = read(client.get(agreement.get_absolute_url()))

    for said in (
        "Planned for: 1 May 2030 Astana, Kazakhstan",
        "The parties exchange students.",
        "School of IT",
        "reference 12-4/2025",
        "witnessed",
        "5",
        "paragraph II.3",
        "2 May 2030 open",
        "70 students",
        "To be concluded at Rectors' Forum",
        "Name in the source porozumienie o współpracy",
        "Legal nature legally binding",
        "In force from 2 May 2030",
        "Term 5 years",
        "Renewal renews itself",
        "Notice 6 months",
        "Languages Kazakh, Estonian, English",
        "Originals 2",
        "Implements",
        f"Amends: {agreement}",
        "authentic text (Kazakh) prevails",
        "How we know this",
    ):
        assert said in page


@pytest.mark.django_db
@pytest.mark.slow
@pytest.mark.parametrize("language", ["", "/kk", "/ru", "/et"], ids=["en", "kk", "ru", "et"])
def test_each_page_opens_in_each_language(client, language):
    agreement = make_full_agreement()
    institution = make_party(agreement=agreement).institution
    addresses = [
        agreement.get_absolute_url(),
        "/agreements/",
        f"/events/{agreement.event.slug}/agreements/",
        f"/institutions/{institution.slug}/agreements/",
    ]

    assert [client.get(language + address).status_code for address in addresses] == [200] * 4


@pytest.mark.django_db
def test_pages_without_any_agreement_say_so(client):
    event, institution = make_event(), make_institution()

    at_event = client.get(f"/events/{event.slug}/agreements/")
    of_institution = client.get(f"/institutions/{institution.slug}/agreements/")

    assertContains(at_event, "No agreement has been announced yet.")
    assertContains(of_institution, "No agreement of this institution has been recorded.")


@pytest.mark.django_db
def test_all_four_parties_and_their_signatories_are_named(client):
    agreement = make_agreement()
    for number in range(4):
        university = make_institution(name_en=f"Technical University {number}")
        party = make_party(agreement=agreement, institution=university, position=4 - number)
        make_signatory(agreement=agreement, party=party, official=make_official())

    page = client.get(agreement.get_absolute_url())
    register = client.get("/agreements/")

    named = [f"Technical University {number}" for number in (3, 2, 1, 0)]
    assert re.findall(r"Technical University \d", read(page).partition("Signatories")[0]) == named
    assert " – ".join(named) in read(register)


@pytest.mark.django_db
def test_a_signatory_stands_beside_the_party_signed_for(client):
    agreement = make_agreement()
    party = make_party(agreement=agreement, name_as_printed="Erasmus Student Network")
    make_signatory(agreement=agreement, party=party, name_as_printed="A. Tamm", office_en="")

    signatories = read(client.get(agreement.get_absolute_url())).partition("Signatories")[2]

    assert "A. Tamm" in signatories
    assert "Erasmus Student Network" in signatories


@pytest.mark.django_db
def test_a_party_is_named_as_printed_beside_its_own_name(client):
    university = make_institution(name_en="TalTech")
    party = make_party(institution=university, name_as_printed="Tallinn Tech")

    page = read(client.get(party.agreement.get_absolute_url()))

    assert "TalTech printed as “Tallinn Tech”" in page


@pytest.mark.django_db
def test_a_party_that_represents_another_country_says_which(client):
    branch = make_institution(name_en="Branch in Aktobe", country="KZ")
    party = make_party(institution=branch, country="RO")

    page = read(client.get(party.agreement.get_absolute_url()))

    assert "Branch in Aktobe Romania" in page


@pytest.mark.django_db
def test_six_stated_documents_stand_beside_the_one_itemised(client):
    event = make_event()
    make_agreement(event=event, title_en="The only one known")
    source = make_source(publisher="Ministry")
    make_figure(event=event, kind="documents_signed", value=6, source=source)
    make_figure(event=event, kind="documents_announced", as_stated_en="about ten")
    make_figure(event=event, kind="participants", value=345)

    page = read(client.get(f"/events/{event.slug}/agreements/"))

    assert "6 documents reported, 1 on record" in read(client.get(event.get_absolute_url()))
    assert "1 agreement on record" in page
    assert "Documents signed 6 – Ministry" in page
    assert "Documents announced about ten" in page
    assert "The only one known" in page
    assert "345" not in page


@pytest.mark.django_db
def test_stated_documents_of_which_none_is_itemised(client):
    event = make_event()
    make_figure(event=event, kind="documents_signed", value=6)
    make_agreement(event=event, is_published=False)

    page = read(client.get(f"/events/{event.slug}/agreements/"))

    assert "0 agreements on record" in page
    assert "None of them has been recorded yet." in page


@pytest.mark.django_db
def test_a_promise_past_its_day_is_overdue(client, today):
    yesterday = today - dt.timedelta(days=1)
    agreement = make_agreement()
    make_commitment(agreement=agreement, text_en="Yesterday's", due_on=yesterday)
    make_commitment(agreement=agreement, text_en="Today's", due_on=today)
    make_commitment(agreement=agreement, text_en="Kept", due_on=MAY_1, state="fulfilled")

    page = read(client.get(agreement.get_absolute_url()))

    day = yesterday.strftime("%B %Y")
    assert "1 of 3 fulfilled, 1 overdue" in page
    assert page.count("overdue") == 2
    assert f"{day} open overdue" in page
