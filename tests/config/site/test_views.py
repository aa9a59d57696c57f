import datetime as dt

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_institution,
    make_official,
    make_party,
    make_series,
    make_venue,
)
from tests.reading import heading_jumps

pytestmark = pytest.mark.django_db
LANGUAGES = {"en": "/", "kk": "/kk/", "ru": "/ru/", "et": "/et/"}
PAST, FUTURE = dt.date(2001, 5, 1), dt.date(9000, 5, 1)


def make_listed(count):
    for _ in range(count):
        for day in (PAST, FUTURE):
            make_event(starts_on=day, ends_on=None, series=make_series(), venue=make_venue())
        agreement = make_agreement(event=make_event(starts_on=PAST, ends_on=None))
        make_party(agreement=agreement)
        make_party(agreement=agreement)
        make_official()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_of_an_empty_site_can_be_read(client, language):
    response = client.get(LANGUAGES[language])

    assertContains(response, f'<html lang="{language}"')


@pytest.mark.parametrize("count", [1, 3])
def test_the_home_page_costs_the_same_for_any_number(client, django_assert_num_queries, count):
    make_listed(count)

    # Keys of three lists, and by what two of them are found; events, agreements, parties, names;
    # years, countries, those without one.
    with django_assert_num_queries(12):
        response = client.get("/")

    assert len(response.context["agreements"]) == count


def test_the_home_page_shows_what_is_next_what_was_and_what_was_signed(client):
    coming = make_event(title_en="Coming", starts_on=FUTURE, ends_on=None)
    later = make_event(title_en="Later", starts_on=FUTURE + dt.timedelta(days=1), ends_on=None)
    past = make_event(title_en="Past", starts_on=PAST, ends_on=None)
    agreement = make_agreement(title_en="Memorandum")
    for make in (make_event, make_agreement, make_institution, make_official):
        make(is_published=False)

    response = client.get("/")

    context = response.context
    assert context["next_event"] == coming
    assert list(context["upcoming"]) == [later]
    assert list(context["recent"]) == [past]
    assert list(context["agreements"]) == [agreement]
    totals = ("event_count", "agreement_count", "institution_count", "official_count")
    assert [context[total] for total in totals] == [3, 1, 0, 0]
    for title in ("Coming", "Later", "Past", "Memorandum"):
        assertContains(response, title)


def test_the_home_page_tells_how_many_agreements_name_no_country(client):
    party = make_party(country="EE")

    def told():
        countries = client.get("/").context["countries"]
        return [row[0] for row in countries["rows"]], countries["note"]

    assert told() == (["EE"], "")
    party.delete()
    make_agreement()
    assert told() == ([], "2 agreements name no country.")


def test_no_page_leaves_out_a_level_of_headings(client, today):
    make_event(starts_on=today, ends_on=today, time_zone="UTC")
    make_event(starts_on=FUTURE, ends_on=None)
    written = {"description_en": "### Aims\n\n##### Means", "summary_en": "They meet."}
    event = make_event(slug="forum", **written)
    make_event(parent=event)
    make_delegation(event=event, role="guest")
    make_agreement(event=event, slug="agreement")
    make_institution(slug="university", description_en="#### Faculties")
    make_official(slug="official", biography_en="## Life")

    pages = {
        path: client.get(path).text
        for path in (
            "/",
            *(f"/events/forum/{tab}" for tab in ("", "programme/", "delegations/", "agreements/")),
            "/agreements/agreement/",
            "/institutions/university/",
            "/officials/official/",
        )
    }

    assert {path: jumps for path, page in pages.items() if (jumps := heading_jumps(page))} == {}
    assert '<h2 id="on-now"' in pages["/"]
    assert '<h2 id="next"' in pages["/"]


def test_the_home_page_shows_five_of_each(client):
    make_listed(6)

    context = client.get("/").context

    assert context["next_event"]
    assert [len(context[name]) for name in ("upcoming", "recent", "agreements")] == [5, 5, 5]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_says_what_it_is(client, language):
    response = client.get(f"{LANGUAGES[language]}about/")

    assertContains(response, "<h1>", count=1)
    assertContains(response, f'<html lang="{language}"')


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_that_does_not_exist_gets_a_page_that_helps(client, language):
    response = client.get(f"{LANGUAGES[language]}nowhere/")

    assertContains(response, 'href="#content"', status_code=404)


def test_every_answer_carries_the_security_headers(client):
    response = client.get("/")

    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


@pytest.mark.parametrize("address", ["/", "/about/", "/events/", "/nowhere/"])
def test_no_page_has_scripts_or_styles_inside(client, address):
    make_listed(1)

    response = client.get(address)

    for forbidden in ("<script>", "<style", " style=", " onclick=", "javascript:"):
        assertNotContains(response, forbidden, status_code=response.status_code)
