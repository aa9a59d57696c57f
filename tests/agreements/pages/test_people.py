"""What the pages of institutions and officials show of agreements, outcomes and promises."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.emptiness import empty_parts
from tests.factories import (
    make_agreement,
    make_commitment,
    make_event,
    make_institution,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_session,
    make_signatory,
    make_speaker,
)
from tests.reading import read

pytestmark = pytest.mark.django_db


def page_of(client, record) -> str:
    return read(client.get(record.get_absolute_url()))


def test_an_institution_says_what_founded_it_what_came_to_it_and_what_it_owes(client):
    institution = make_institution(domains="taltech.ee ttu.ee")
    agreement = make_agreement(title_en="Founding treaty")
    founding = make_outcome(title_en="Joint institute founded", agreement=agreement)
    make_outcome_role(outcome=founding, institution=institution, role="founded")
    prize = make_outcome(title_en="A prize", event=make_event(title_en="Forum"))
    make_outcome_role(outcome=prize, institution=institution)
    make_commitment(agreement=agreement, text_en="A laboratory").responsible.add(institution)
    secret = make_outcome(title_en="Secret", event=make_event(is_published=False))
    make_outcome_role(outcome=secret, institution=institution)
    hidden = make_commitment(text_en="Secret promise", is_public=False)
    hidden.responsible.add(institution)

    page = page_of(client, institution)

    assert "Founded by Joint institute founded Founding treaty" in page
    assert "Outcomes A prize Recipient · Forum" in page
    assert "Web domains taltech.ee ttu.ee" in page
    assert "A laboratory Founding treaty" in page
    assert "Secret" not in page


@pytest.mark.parametrize("address", ["/institutions/new/", "/institutions/new/agreements/"])
def test_what_predecessors_concluded_is_shown_as_theirs(client, address):
    oldest, old, new = (
        make_institution(name_en=n, slug=n.lower()) for n in ("Oldest", "Old", "New")
    )
    oldest.successors.add(old)
    old.successors.add(new)
    # A mistake that a merge can make.
    new.successors.add(oldest)
    make_party(agreement=make_agreement(title_en="First treaty"), institution=oldest)
    both = make_agreement(title_en="Shared treaty")
    for party in (old, new):
        make_party(agreement=both, institution=party)

    page = client.get(address)

    words = read(page)
    own, _title, inherited = words.partition("Concluded by predecessors")
    assert "Shared treaty" in own
    assert "First treaty" in inherited
    assert "Concluded by the predecessor: Oldest" in inherited
    assert "Shared treaty" not in inherited.partition("Partners")[0]


def test_an_institution_shows_some_of_what_it_concluded_and_owes_and_says_where_all_is(client):
    old, new = (make_institution(slug=slug) for slug in ("old", "new"))
    old.successors.add(new)
    for number in range(6):
        for institution, whose in ((old, "Their"), (new, "Our")):
            agreement = make_agreement(title_en=f"{whose} treaty {number}")
            make_party(agreement=agreement, institution=institution)
    for number in range(11):
        make_commitment(text_en=f"Concert {number}").responsible.add(new)

    page = client.get("/institutions/new/")
    assertContains(page, "treaty ", 10)
    assertContains(page, "All 12 agreements")
    assertContains(page, "0 of 11 fulfilled")
    assertNotContains(page, "Concert 10")
    assertContains(page, 'href="/institutions/new/promises/"')
    assertContains(client.get("/institutions/new/promises/"), "Concert ", 11)


def test_all_that_an_institution_concluded_stands_on_pages_its_own_first(client):
    old, new = (make_institution(slug=slug) for slug in ("old", "new"))
    old.successors.add(new)
    for number in range(51):
        institution, whose = (old, "Their") if number == 0 else (new, "Our")
        agreement = make_agreement(title_en=f"{whose} treaty")
        make_party(agreement=agreement, institution=institution)

    first, second = (client.get(f"/institutions/new/agreements/?page={n}") for n in (1, 2))

    assertContains(first, "51 agreements")
    assertNotContains(first, "Their treaty")
    assertContains(second, "Their treaty")
    assertNotContains(second, "Our treaty")
    assertNotContains(second, "No agreement of this institution")


def test_an_institution_shows_the_partners_bound_most_and_says_where_all_are(client):
    institution = make_institution(slug="taltech")
    for number in range(16):
        partner = make_institution(name_en=f"Partner {number}")
        for _again in range(2 if number == 15 else 1):
            agreement = make_agreement(title_en="Treaty")
            make_party(agreement=agreement, institution=institution)
            make_party(agreement=agreement, institution=partner)

    page, all_of_them = client.get("/institutions/taltech/"), "/institutions/taltech/partners/"
    first, *others = page.context["bonds"].network["ties"]
    assert first == (institution.name, "Partner 15", 2)
    assert len(others) == 13
    assertContains(page, f'<a href="{all_of_them}">All 16</a>')
    assertContains(client.get(all_of_them), "Partner ", 16)


@pytest.mark.parametrize(
    ("make", "role"), [(make_institution, "institution"), (make_official, "official")]
)
def test_some_outcomes_are_shown_and_where_all_are(client, make, role):
    record = make()
    for number in range(11):
        outcome = make_outcome(title_en=f"Prize {number}", event=make_event())
        make_outcome_role(outcome=outcome, **{role: record})

    page = client.get(record.get_absolute_url())
    all_of_them = f"{record.get_absolute_url()}outcomes/"
    assertContains(page, "Prize ", 10)
    assertContains(page, f'<a href="{all_of_them}">All 11</a>')
    assertContains(client.get(all_of_them), "Prize ", 11)


def test_many_foundings_are_all_on_the_page_of_outcomes(client):
    institution = make_institution(slug="taltech")
    for number in range(11):
        outcome = make_outcome(title_en=f"Merger {number}", event=make_event())
        make_outcome_role(outcome=outcome, institution=institution, role="founded")

    page, all_of_them = client.get("/institutions/taltech/"), "/institutions/taltech/outcomes/"
    assertContains(page, "Merger ", 10)
    assertContains(page, f'<a href="{all_of_them}">All 11</a>')
    assertContains(client.get(all_of_them), "Merger ", 11)


def test_an_official_shows_the_newest_signatures_and_says_where_all_are(client):
    official = make_official()
    for number in range(11):
        agreement = make_agreement(title_en=f"Treaty {number}")
        make_signatory(agreement=agreement, official=official)
    make_signatory(
        agreement=make_agreement(title_en="Treaty of a deputy"),
        official=make_official(),
        on_behalf_of=official,
    )

    page = client.get(official.get_absolute_url())
    all_of_them = f"{official.get_absolute_url()}agreements/"
    assertContains(page, "Treaty ", 11)
    assertContains(page, f'<a href="{all_of_them}">All 12</a>')
    assertContains(client.get(all_of_them), "Treaty ", 12)


@pytest.mark.parametrize("part", ["agreements", "outcomes", "participation", "represented"])
def test_what_an_official_has_nothing_of_says_so(client, part):
    make_official(slug="nurbek")

    assertContains(client.get(f"/officials/nurbek/{part}/"), '<p class="empty">')


@pytest.mark.parametrize("part", ["agreements", "events", "outcomes", "partners", "promises"])
def test_what_an_institution_has_nothing_of_says_so(client, part):
    make_institution(slug="taltech")

    assertContains(client.get(f"/institutions/taltech/{part}/"), '<p class="empty">')


@pytest.mark.parametrize(
    "make", [make_institution, make_official, make_event, make_agreement, make_commitment]
)
def test_a_page_of_hardly_anything_has_no_empty_box_heading_or_column(client, make):
    record = make()

    assert empty_parts(client.get(record.get_absolute_url()).text) == []


def test_a_message_that_was_read_stands_on_the_pages_of_both(client):
    president = make_official(name_en="President")
    envoy = make_official(name_en="Envoy")
    session = make_session(event=make_event(title_en="Forum"), title_en="Opening")
    make_speaker(
        session=session, official=envoy, on_behalf_of=president, mode="message_read", office_en=""
    )

    assert "Opening Speaker · Forum message from President" in page_of(client, envoy)
    said = "Represented by others Opening Speaker · Forum message read by Envoy"
    assert said in page_of(client, president)


def test_who_signed_for_somebody_is_said_on_the_pages_of_both(client):
    minister = make_official(name_en="Minister")
    deputy = make_official(name_en="Deputy")
    treaty = make_agreement(title_en="Treaty")
    make_signatory(agreement=treaty, official=deputy, on_behalf_of=minister, office_en="")

    assert "Treaty Signed on behalf of Minister" in page_of(client, deputy)
    assert "Treaty signed by Deputy" in page_of(client, minister)


def test_somebody_not_published_is_not_named_as_who_read_or_was_read(client):
    hidden = make_official(name_en="Nobody", is_published=False)
    official = make_official()
    session = make_session(event=make_event())
    make_speaker(session=session, official=hidden, on_behalf_of=official, mode="message_read")
    make_speaker(session=session, official=official, on_behalf_of=hidden, mode="message_read")
    elsewhere = make_session(event=make_event(is_published=False, title_en="Kept secret"))
    make_speaker(session=elsewhere, official=make_official(), on_behalf_of=official)

    page = client.get(official.get_absolute_url())

    assertNotContains(page, "Nobody")
    assertNotContains(page, "Kept secret")
    assertContains(page, "message read by")
