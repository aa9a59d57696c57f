import datetime as dt
import re
from html import unescape

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from agreements.choices import Status
from agreements.models import AgreementCitation
from tests.factories import (
    MAY_1,
    MAY_2,
    make_agreement,
    make_commitment,
    make_event,
    make_figure,
    make_institution,
    make_link,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_provision,
    make_session,
    make_signatory,
    make_source,
    make_text,
    make_topic,
)

TODAY = dt.datetime.now(dt.UTC).date()
OLD = dt.date(2000, 5, 1)


def days(number) -> dt.timedelta:
    return dt.timedelta(days=number)


def read(response) -> str:
    """The page's words as a reader sees them, without markup and runs of blanks."""
    main = response.text.partition('<main id="content"')[2].partition("</main>")[0]
    main = re.sub(r"<script.*?</script>", "", main.partition(">")[2], flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())


def make_full_agreement(**fields):
    """An agreement with one of everything that its page can show."""
    event = make_event(title_en="Rectors' Forum")
    agreement = make_agreement(
        **{
            "event": event,
            "session": make_session(event=event),
            "instrument_as_printed": "porozumienie o współpracy",
            "legal_nature": "binding",
            "concluded_on": MAY_1,
            "in_force_on": MAY_2,
            "term_months": 60,
            "renewal": "automatic",
            "renewal_months": 24,
            "notice_months": 6,
            "city_en": "Astana",
            "country": "KZ",
            "languages": "kk, et, en",
            "originals": 2,
            "summary_en": "The parties exchange students.",
        }
        | fields
    )
    add_parts(agreement)
    return agreement


def add_parts(agreement):
    party = make_party(agreement=agreement, reference="12-4/2025", unit_en="School of IT")
    other = make_party(agreement=agreement)
    make_signatory(agreement=agreement, party=party, official=make_official(), signed_on=MAY_1)
    make_signatory(agreement=agreement, institution=make_institution(), role="witnesses")
    make_provision(
        agreement=agreement, topic=make_topic(), amount=5, from_party=party, to_party=other
    )
    make_text(agreement=agreement, language="kk", prevails=True)
    make_link(agreement=agreement, kind="implements")
    make_link(other=agreement, kind="amends")
    commitment = make_commitment(agreement=agreement, paragraph="II.3", due_on=MAY_2)
    commitment.responsible.add(make_institution(), make_institution())
    outcome = make_outcome(agreement=agreement, amount=70, unit="students")
    make_outcome_role(outcome=outcome, official=make_official())
    AgreementCitation.objects.create(agreement=agreement, source=make_source())


# Pages with nothing but the least, and with everything.


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
def test_an_agreement_with_everything_shows_it(client):
    agreement = make_full_agreement()

    page = read(client.get(agreement.get_absolute_url()))

    for said in (
        "Signed: 1 May 2030 Astana, Kazakhstan",
        "The parties exchange students.",
        "School of IT",
        "reference 12-4/2025",
        "witnessed",
        "5",
        "paragraph II.3",
        "2 May 2030 open",
        "70 students",
        "Concluded at Rectors' Forum",
        "Called in print porozumienie o współpracy",
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
        "Sources",
    ):
        assert said in page


@pytest.mark.django_db
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

    assertContains(at_event, "No document has been recorded at this event.")
    assertContains(of_institution, "No agreement of this institution has been recorded.")


# What a reader must be told.


@pytest.mark.django_db
def test_a_date_that_is_known_in_part_is_shown_in_part(client):
    agreement = make_agreement(
        concluded_on=dt.date(2016, 8, 1), concluded_on_precision="month", mode="adopted"
    )

    page = read(client.get(agreement.get_absolute_url()))

    assert "Adopted: August 2016" in page


@pytest.mark.django_db
def test_a_day_of_signature_that_is_not_known_is_not_a_date_not_stated(client):
    agreement = make_agreement(concluded_on_precision="unknown")

    page = read(client.get(agreement.get_absolute_url()))

    assert "Signed: date not known" in page
    assert "No date stated" not in page


@pytest.mark.django_db
def test_a_computed_end_says_that_it_is_computed(client):
    agreement = make_agreement(concluded_on=MAY_1, term_months=60)

    page = read(client.get(agreement.get_absolute_url()))

    assert "In force until 1 May 2035 computed" in page


@pytest.mark.django_db
def test_a_stated_end_is_not_called_computed(client):
    agreement = make_agreement(concluded_on=MAY_1, expires_on=dt.date(2035, 12, 31))

    page = read(client.get(agreement.get_absolute_url()))

    assert "In force until 31 December 2035" in page
    assert "computed" not in page


@pytest.mark.django_db
def test_an_end_that_renewal_moved_on_is_computed(client):
    ended = TODAY - days(1)
    agreement = make_agreement(expires_on=ended, renewal="automatic", renewal_months=1200)

    response = client.get(agreement.get_absolute_url())

    assert f"{ended.year + 100} computed" in read(response)


@pytest.mark.django_db
def test_a_stated_end_is_shown_only_as_exactly_as_it_is_known(client):
    agreement = make_agreement(
        concluded_on=MAY_1, expires_on=dt.date(2035, 12, 31), expires_on_precision="year"
    )

    page = read(client.get(agreement.get_absolute_url()))

    assert "2035" in page
    assert "31 Dec" not in page


@pytest.mark.django_db
def test_a_computed_end_is_not_more_exact_than_what_it_is_computed_from(client):
    agreement = make_agreement(
        concluded_on=dt.date(2030, 1, 1), concluded_on_precision="year", term_months=60
    )

    page = read(client.get(agreement.get_absolute_url()))

    assert "2035 computed" in page
    assert "1 Jan" not in page


@pytest.mark.django_db
def test_a_terminated_agreement_has_no_further_end(client):
    agreement = make_agreement(
        concluded_on=dt.date(2000, 5, 1),
        terminated_on=dt.date(2005, 3, 1),
        term_months=60,
        renewal="automatic",
    )

    page = read(client.get(agreement.get_absolute_url()))

    assert "Terminated 1 March 2005" in page
    assert "Last day of the term" not in page


def validity(client, agreement) -> str:
    """What is said in words under the picture of an agreement's life; empty without a picture."""
    page = client.get(agreement.get_absolute_url()).text
    section = page.partition('<h2 id="validity">')[2].partition("</section>")[0]
    return " ".join("".join(re.findall("<p>(.*)</p>", section)).split())


NEITHER = "; neither entry into force nor an end is on record."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, ""),
        ({"concluded_on": OLD}, f"From 1 May 2000{NEITHER}"),
        ({"concluded_on": OLD, "concluded_on_precision": "month"}, f"From May 2000{NEITHER}"),
        ({"in_force_on": OLD}, "From 1 May 2000, without an end on record."),
        (
            {"concluded_on": OLD, "in_force_on_precision": "unknown"},
            "From 1 May 2000, without an end on record.",
        ),
        ({"in_force_on": OLD, "in_force_on_precision": "year", "term_months": 60}, "2000–2005"),
        (
            {
                "in_force_on": OLD,
                "expires_on": dt.date(2005, 12, 31),
                "expires_on_precision": "year",
            },
            "1 May 2000 – 2005",
        ),
        ({"in_force_on": OLD, "expires_on_precision": "unknown"}, "1 May 2000 – date not known"),
        ({"in_force_on": OLD, "terminated_on_precision": "unknown"}, "1 May 2000 – date not known"),
        (
            {
                "in_force_on": OLD,
                "terminated_on": dt.date(2003, 1, 31),
                "terminated_on_precision": "month",
            },
            "1 May 2000 – January 2003",
        ),
        (
            {"in_force_on": OLD, "terminated_on": dt.date(2003, 3, 1)},
            "1 May 2000 – 28 Feb 2003",
        ),
        ({"concluded_on": OLD, "in_force_on": MAY_1, "terminated_on": dt.date(2003, 1, 31)}, ""),
    ],
    ids=[
        "no date",
        "signed",
        "signed in a month",
        "in force",
        "in force since a day not known",
        "a term from a year",
        "until a year",
        "until a day not known",
        "terminated on a day not known",
        "terminated in a month",
        "terminated on a day",
        "terminated before it began",
    ],
)
def test_validity_is_said_only_as_exactly_as_it_is_known(client, facts, said):
    assert validity(client, make_agreement(**facts)) == said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("successor", "said"),
    [
        (
            {"concluded_on": dt.date(2003, 1, 1), "concluded_on_precision": "year"},
            "5 May 2000 – 2003",
        ),
        ({"concluded_on": dt.date(2003, 3, 1)}, "5 May 2000 – 28 Feb 2003"),
        ({"concluded_on": dt.date(2009, 3, 1)}, "5 May 2000 – 5 May 2005"),
        ({}, "5 May 2000 – date not known"),
        (
            {"concluded_on": dt.date(2003, 3, 1), "is_published": False},
            "5 May 2000 – date not known",
        ),
    ],
    ids=["within a year", "on a day", "after the term", "on a day not known", "not published"],
)
def test_validity_ends_with_a_successor_or_before(client, successor, said):
    agreement = make_agreement(in_force_on=dt.date(2000, 5, 5), term_months=60)
    make_link(agreement=make_agreement(**successor), other=agreement, kind="replaces")

    assert validity(client, agreement) == said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"in_force_on": TODAY}, "in force"),
        ({"in_force_on": TODAY + days(1), "concluded_on": TODAY}, "signed"),
        ({"in_force_on": TODAY - days(9), "expires_on": TODAY}, "expiring soon"),
        ({"in_force_on": TODAY - days(9), "expires_on": TODAY - days(1)}, "expired"),
        ({"terminated_on": TODAY}, "terminated"),
    ],
    ids=["from today", "from tomorrow", "until today", "until yesterday", "ended today"],
)
def test_page_register_and_feed_show_the_status_of_today(client, facts, said):
    agreement = make_agreement(**facts)

    for address in ("/agreements/", agreement.get_absolute_url()):
        page = client.get(address).text
        # A drawing goes before the words.
        badges = re.findall(r'<span class="status [^>]*><svg.*?</svg>([^<]*)<', page)
        assert badges == [said]
    assertContains(client.get("/agreements/feed/"), f">{said}<")


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

    assert "1 document is itemised here." in page
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

    assert "0 documents are itemised here." in page
    assert "None of these documents has been itemised yet." in page


@pytest.mark.django_db
def test_a_promise_past_its_day_is_overdue(client):
    agreement = make_agreement()
    make_commitment(agreement=agreement, text_en="Yesterday's", due_on=TODAY - days(1))
    make_commitment(agreement=agreement, text_en="Today's", due_on=TODAY)
    make_commitment(agreement=agreement, text_en="Kept", due_on=MAY_1, state="fulfilled")

    page = read(client.get(agreement.get_absolute_url()))

    day = (TODAY - days(1)).strftime("%B %Y")
    assert "1 of 3 fulfilled, 1 overdue" in page
    assert page.count("overdue") == 2
    assert f"{day} open overdue" in page


@pytest.mark.django_db
def test_the_oldest_and_the_farthest_dates_are_shown(client):
    agreement = make_agreement(
        concluded_on=dt.date.min,
        in_force_on=dt.date.min,
        expires_on=dt.date(1, 2, 1),
        renewal="automatic",
        renewal_months=1,
        terminated_on=dt.date.max,
    )

    assert client.get(agreement.get_absolute_url()).status_code == 200
    assert client.get("/agreements/").status_code == 200


# What a reader must not be told.


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["", "/kk", "/ru", "/et"], ids=["en", "kk", "ru", "et"])
def test_an_unpublished_agreement_has_no_page(client, language):
    agreement = make_full_agreement(is_published=False)

    assert client.get(language + agreement.get_absolute_url()).status_code == 404


@pytest.mark.django_db
def test_staff_see_no_unpublished_agreement_on_the_public_site_either(staff_client):
    agreement = make_agreement(is_published=False)

    assert staff_client.get(agreement.get_absolute_url()).status_code == 404


@pytest.mark.django_db
def test_agreements_of_what_is_not_published_have_no_page(client):
    event = make_agreement(event=make_event(is_published=False)).event
    institution = make_party(institution=make_institution(is_published=False)).institution

    assert client.get(f"/events/{event.slug}/agreements/").status_code == 404
    assert client.get(f"/institutions/{institution.slug}/agreements/").status_code == 404


@pytest.mark.django_db
def test_an_unpublished_agreement_is_in_no_list(client):
    event, institution = make_event(), make_institution()
    hidden = make_agreement(title_en="Secret pact", event=event, is_published=False)
    make_party(agreement=hidden, institution=institution)
    public = make_agreement()
    make_link(agreement=public, other=hidden)
    make_link(agreement=hidden, other=public, kind="cites")
    signatory = make_signatory(agreement=hidden, official=make_official())

    for address in (
        "/",
        "/agreements/",
        "/agreements/?q=Secret",
        event.get_absolute_url(),
        f"/events/{event.slug}/agreements/",
        institution.get_absolute_url(),
        f"/institutions/{institution.slug}/agreements/",
        signatory.official.get_absolute_url(),
        public.get_absolute_url(),
    ):
        assertNotContains(client.get(address), "Secret pact")


@pytest.mark.django_db
def test_what_is_not_published_is_not_named(client):
    secret = {"name_en": "Marker", "is_published": False}
    agreement = make_agreement(event=make_event(title_en="Marker", is_published=False))
    make_party(agreement=agreement, institution=make_institution(**secret))
    party = make_party(agreement=agreement, institution=make_institution(**secret), country="EE")
    make_signatory(
        agreement=agreement,
        official=make_official(**secret),
        institution=make_institution(**secret),
        on_behalf_of=make_official(**secret),
    )
    make_provision(agreement=agreement, from_party=party)
    commitment = make_commitment(agreement=agreement, owner=make_official(**secret))
    commitment.responsible.add(make_institution(**secret))
    outcome = make_outcome(agreement=agreement)
    make_outcome_role(outcome=outcome, official=make_official(**secret))

    response = client.get(agreement.get_absolute_url())

    assertNotContains(response, "Marker")
    assert "a party not named here" in read(response)
    assert "Estonia" in read(response)
    assertNotContains(client.get("/agreements/"), "Marker")


@pytest.mark.django_db
def test_an_unpublished_institution_cannot_be_filtered_by(client):
    party = make_party(institution=make_institution(name_en="Marker", is_published=False))
    make_party()

    response = client.get("/agreements/", {"institution": party.institution.slug})

    assertNotContains(response, "Marker")
    assertContains(response, "2 documents")


@pytest.mark.django_db
def test_drafts_and_promises_that_are_not_public_stay_inside(client):
    agreement = make_agreement()
    make_text(
        agreement=agreement,
        url="https://example.org/marker",
        original_location="Marker",
        is_public=False,
    )
    commitment = make_commitment(agreement=agreement, text_en="Marker", is_public=False)
    AgreementCitation.objects.create(commitment=commitment, source=make_source(title="Marker"))

    response = client.get(agreement.get_absolute_url())

    assertNotContains(response, "Marker")
    assertNotContains(response, "marker")


# Files.


@pytest.fixture
def text():
    text = make_text(url="", file=ContentFile("Шарт".encode(), "Шарт.txt"))
    yield text
    text.file.delete(save=False)


def file_url(text) -> str:
    return f"{text.agreement.get_absolute_url()}texts/{text.pk}/"


@pytest.mark.django_db
def test_a_public_text_is_handed_out_to_save(client, text):
    page = client.get(text.agreement.get_absolute_url())

    response = client.get(file_url(text))

    assertContains(page, f'href="{file_url(text)}"')
    assert b"".join(response.streaming_content).decode() == "Шарт"
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.django_db
@pytest.mark.parametrize("hide", ["text", "agreement"])
def test_a_hidden_text_is_not_handed_out(client, text, hide):
    if hide == "text":
        type(text).objects.update(is_public=False)
    else:
        type(text.agreement).objects.update(is_published=False)

    assert client.get(file_url(text)).status_code == 404


@pytest.mark.django_db
def test_a_text_is_handed_out_under_its_own_agreement_only(client, text):
    other = make_agreement()

    assert client.get(f"{other.get_absolute_url()}texts/{text.pk}/").status_code == 404


@pytest.mark.django_db
def test_a_text_without_a_file_or_without_existence_is_not_found(client):
    linked = make_text()

    assert client.get(file_url(linked)).status_code == 404
    assert client.get(f"{linked.agreement.get_absolute_url()}texts/99999/").status_code == 404


@pytest.mark.django_db
def test_an_address_with_a_huge_number_is_not_found(client):
    agreement = make_agreement()

    assert client.get(f"{agreement.get_absolute_url()}texts/{'9' * 30}/").status_code == 404


@pytest.mark.django_db
def test_a_file_that_was_lost_is_not_found(client, text):
    text.file.storage.delete(text.file.name)

    assert client.get(file_url(text)).status_code == 404


@pytest.mark.django_db
def test_files_are_only_read(client, text):
    assert client.post(file_url(text)).status_code == 405


# Filters.


@pytest.fixture
def register():
    """Two agreements, of which each filter of FILTERS below leaves the first."""
    wanted = make_agreement(
        title_en="Wanted",
        slug="wanted",
        instrument="charter",
        concluded_on=dt.date(2020, 7, 7),
        in_force_on=dt.date(2020, 7, 7),
    )
    university = make_institution(slug="taltech", country="EE")
    make_party(agreement=wanted, institution=university)
    make_party(agreement=wanted, country="EE")
    make_provision(agreement=wanted, topic=make_topic(slug="mobility"))
    make_provision(agreement=wanted, topic=make_topic(slug="energy"))
    other = make_agreement(title_en="Other", stage="proposed")
    make_party(agreement=other, institution=make_institution(country="KZ"))


FILTERS = {
    "status": "in_force",
    "instrument": "charter",
    "country": "EE",
    "institution": "taltech",
    "field": "mobility",
    "year": "2020",
}


def listed(response) -> list[str]:
    return [str(agreement) for agreement in response.context["agreement_list"]]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "value"), FILTERS.items(), ids=FILTERS)
def test_each_filter_narrows_the_register(client, register, name, value):
    response = client.get("/agreements/", {name: value})

    assert listed(response) == ["Wanted"]
    assert "1 document " in read(response)


@pytest.mark.django_db
def test_every_choice_says_how_many_its_link_leads_to(client, register):
    groups = client.get("/agreements/").context["filters"].groups

    assert len(groups) == len(FILTERS)
    for group in groups:
        for choice in group.choices:
            narrowed = listed(client.get(f"/agreements/{choice.url}"))
            assert len(narrowed) == choice.count, (group.label, choice.label)


@pytest.mark.django_db
def test_all_filters_narrow_together(client, register):
    everything = client.get("/agreements/", FILTERS)
    contradiction = client.get("/agreements/", FILTERS | {"year": "2019"})

    assert listed(everything) == ["Wanted"]
    assert listed(contradiction) == []
    assertContains(contradiction, "Nothing matches all of these.")


ODD = {
    "unknown": "bogus",
    "huge": "9" * 5000,
    "negative": "-1",
    "script": "<script>alert(1)</script>",
    "quotes": "'\" OR 1=1 --",
    "other alphabet": "Қазақстан",
    "broken bytes": b"\xff\xed\xa0\x80",
    "emoji": "🖋",
    "list": ["bogus", "bogus2"],
}


@pytest.mark.django_db
@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
def test_wrong_choices_are_shown_and_leave_all(client, register, value):
    response = client.get("/agreements/", dict.fromkeys(FILTERS, value))

    assert response.status_code == 200
    assert sorted(listed(response)) == ["Other", "Wanted"]
    chosen = response.context["filters"].chosen
    assert [each.is_known for each in chosen] == [False] * len(FILTERS)
    assert "<script>alert" not in response.text
    assert response.text.count('class="unknown"') == len(FILTERS)
    assert response.text.count("(no such choice)") == len(FILTERS)


@pytest.mark.django_db
def test_a_right_choice_still_narrows_beside_a_wrong_one(client, register):
    response = client.get("/agreements/", {"country": "EE", "year": "bogus"})

    assert listed(response) == ["Wanted"]
    assert "Country: Estonia Remove: Year: bogus (no such choice)" in read(response)
    assert response.text.count('class="unknown"') == 1


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["", " "], ids=["empty", "blank"])
def test_empty_choices_leave_all(client, register, value):
    response = client.get("/agreements/", dict.fromkeys(FILTERS, value))

    assert len(listed(response)) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    "year", ["999", "1000", "9999", "10000", "0", "0000", "2020.0", "٢٠٢٠", "٠٠٠٠", "1e3"]
)
def test_any_year_can_be_asked_for(client, register, year):
    assert client.get("/agreements/", {"year": year}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("status", Status.values)
def test_every_status_can_be_asked_for(client, register, status):
    response = client.get("/agreements/", {"status": status})

    assert response.status_code == 200
    assert [(each.label, each.is_known) for each in response.context["filters"].chosen] == [
        ("Status today", True)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "9" * 5000])
def test_a_page_that_does_not_exist_is_not_found(client, register, page):
    assert client.get("/agreements/", {"page": page}).status_code == 404


@pytest.mark.django_db
def test_a_null_character_is_a_bad_request(client):
    assert client.get("/agreements/?status=%00").status_code == 400


@pytest.mark.django_db
def test_pages_keep_the_filter_and_show_every_agreement_once(client):
    university = make_institution(slug="taltech")
    for number in range(51):
        agreement = make_agreement(title_en=f"Agreement {number}")
        make_party(agreement=agreement, institution=university)
        make_party(agreement=agreement, institution=university)

    first = client.get("/agreements/", {"institution": "taltech"})
    second = client.get("/agreements/", {"institution": "taltech", "page": "2"})

    assert len({*listed(first), *listed(second)}) == 51
    assertContains(first, "?institution=taltech&amp;page=2")


# Languages.


@pytest.mark.django_db
def test_a_page_reads_in_its_language_and_marks_what_falls_back(client):
    agreement = make_agreement(
        title_en="Agreement on mobility",
        title_kk="Ұтқырлық туралы келісім",
        summary_ru="Стороны обмениваются студентами.",
    )

    address = agreement.get_absolute_url()

    kazakh = client.get(f"/kk{address}")
    estonian = client.get(f"/et{address}")

    assertContains(kazakh, '<html lang="kk">')
    assertContains(kazakh, "<h1>Ұтқырлық туралы келісім</h1>")
    assertContains(
        kazakh, '<span class="fallback" lang="ru">Стороны обмениваются студентами.</span>'
    )
    assertContains(
        estonian, '<h1><span class="fallback" lang="en">Agreement on mobility</span></h1>'
    )


@pytest.mark.django_db
def test_an_agreement_with_a_title_in_one_language_has_it_in_all(client):
    make_agreement(title_en="", title_et="Koostööleping", slug="leping")

    for language in ("", "/kk", "/ru"):
        response = client.get(f"{language}/agreements/leping/")
        assertContains(response, '<h1><span class="fallback" lang="et">Koostööleping</span></h1>')
        assertContains(response, "<title>Koostööleping")


@pytest.mark.django_db
def test_dates_and_countries_are_in_the_reader_s_language(client):
    address = make_agreement(concluded_on=MAY_1, country="EE", languages="kk").get_absolute_url()

    assert "1. mai 2030 Eesti" in read(client.get(f"/et{address}"))
    assert "1 мая 2030 г. Эстония" in read(client.get(f"/ru{address}"))
    assert "2030 ж. 1 мамыр Эстония" in read(client.get(f"/kk{address}"))


# A page costs the same for one row and for three.


def make_rows(number, event, institution):
    for _ in range(number):
        agreement = make_full_agreement(event=event, session=None)
        make_party(agreement=agreement, institution=institution)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3], ids=["one row", "three rows"])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/agreements/", 14),
        ("/agreements/?country=EE&field=x", 15),
        ("/events/forum/agreements/", 9),
        ("/institutions/taltech/agreements/", 4),
    ],
    ids=["register", "filtered register", "of an event", "of an institution"],
)
def test_a_list_costs_the_same_for_any_number(
    client, django_assert_num_queries, address, queries, number
):
    make_rows(number, make_event(slug="forum"), make_institution(slug="taltech"))

    with django_assert_num_queries(queries):
        response = client.get(address)

    assert response.status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3], ids=["one of each", "three of each"])
def test_an_agreement_costs_the_same_for_any_number_of_parts(
    client, django_assert_num_queries, number
):
    agreement = make_full_agreement()
    for _ in range(number - 1):
        add_parts(agreement)

    with django_assert_num_queries(19):
        response = client.get(agreement.get_absolute_url())

    assert response.status_code == 200


@pytest.mark.django_db
def test_an_agreement_without_parts_costs_no_more_than_one_with_all(client):
    agreement = make_agreement()

    with CaptureQueriesContext(connection) as queries:
        client.get(agreement.get_absolute_url())

    assert len(queries) <= 13
