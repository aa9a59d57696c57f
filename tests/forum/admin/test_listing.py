"""What a list shows, and what it does not count, sort by or look for."""

import datetime as dt

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from forum.admin import listing
from forum.models import Source
from tests.factories import make_delegation, make_event, make_session, make_source, make_venue

pytestmark = pytest.mark.django_db
SOURCES = "/admin/forum/source/"


@pytest.fixture
def three_pages(monkeypatch):
    """Three pages of sources, of which a list counts one beyond its own."""
    monkeypatch.setattr(listing, "AHEAD", 1)
    Source.objects.bulk_create(Source(title=f"Source {number}") for number in range(101))


def test_a_list_counts_as_far_as_its_next_pages(staff_client, three_pages):
    response = staff_client.get(SOURCES)

    assertContains(response, "sources: more than 100")
    assertContains(response, 'href="?p=2"')
    assertNotContains(response, 'href="?p=3"')


def test_each_page_leads_on_until_the_last_one(staff_client, three_pages):
    assertContains(staff_client.get(SOURCES, {"p": 2}), 'href="?p=3"')

    last = staff_client.get(SOURCES, {"p": 3})

    assertContains(last, "101 sources")
    assert [source.title for source in last.context["cl"].result_list] == ["Source 0"]


def test_a_search_says_that_it_found_more_than_it_counts(staff_client, three_pages):
    assertContains(staff_client.get(SOURCES, {"q": "Source"}), "more than 100 results")


def test_all_can_be_selected_where_nobody_counts_them(staff_client, three_pages):
    response = staff_client.get(SOURCES)

    assertContains(response, "Select all, on this page and on all others")
    assertNotContains(response, "Select all 100")


@pytest.mark.parametrize("page", ["x", "0", "-1", "9" * 30])
def test_a_page_that_is_none_counts_as_the_first(staff_client, page):
    make_source()

    assert staff_client.get(SOURCES, {"p": page}).status_code in {200, 302}


def test_what_was_recorded_last_stands_first(staff_client):
    venues = [make_venue(), make_venue()]

    response = staff_client.get("/admin/forum/venue/")

    assert list(response.context["cl"].result_list) == venues[::-1]


def test_what_belongs_to_an_event_stands_in_its_own_order(staff_client):
    event = make_event()
    later = make_delegation(event=event, position=2)
    first = make_delegation(event=event, position=1)

    url = "/admin/delegations/delegation/"
    whole = staff_client.get(url).context["cl"]
    narrowed = staff_client.get(url, {"event__id__exact": event.pk}).context["cl"]

    assert list(whole.result_list) == [first, later]
    assert list(narrowed.result_list) == [first, later]


def test_the_programme_of_an_event_stands_in_the_order_of_its_days(staff_client):
    event = make_event()
    second = make_session(event=event, day=dt.date(2030, 5, 2))
    first = make_session(event=event, day=dt.date(2030, 5, 1))

    response = staff_client.get("/admin/forum/session/", {"event__id__exact": event.pk})

    assert list(response.context["cl"].result_list) == [first, second]


def dates_of(client, **narrowed):
    """What the list of sources can be narrowed by, and where one comes from."""
    dates = client.get(SOURCES, narrowed).context["cl"].dates
    return [choice["title"] for choice in dates.choices], dates.back


def test_a_list_offers_the_years_from_its_first_to_its_last_day(staff_client):
    for year in (2019, 2022):
        make_source(published_on=dt.date(year, 2, 3))
    make_source(published_on=None)

    assert dates_of(staff_client) == (["2019", "2020", "2021", "2022"], None)


def test_over_centuries_only_years_in_which_there_is_something_are_offered(staff_client):
    for year in (1648, 2022):
        make_source(published_on=dt.date(year, 2, 3))

    assert dates_of(staff_client) == (["1648", "2022"], None)


def test_a_list_without_dates_offers_none(staff_client):
    make_source(published_on=None)

    assert dates_of(staff_client) == ([], None)


def test_a_year_offers_its_months_and_a_month_its_days(staff_client):
    make_source(published_on=dt.date(2024, 2, 3))
    year = {"published_on__year": 2024}

    months, to_all = dates_of(staff_client, **year)
    days, to_year = dates_of(staff_client, **year, published_on__month=2)

    assert months[:2] == ["January 2024", "February 2024"]
    assert to_all == {"link": "?", "title": "All dates"}
    assert len(days) == 29
    assert days[2] == "3 February 2024"
    assert to_year == {"link": "?published_on__year=2024", "title": "2024"}


def test_a_day_stands_by_itself_and_leads_back_to_its_month(staff_client):
    source = make_source(published_on=dt.date(2024, 2, 3))
    make_source(published_on=dt.date(2024, 2, 4))
    day = {"published_on__year": 2024, "published_on__month": 2, "published_on__day": 3}

    response = staff_client.get(SOURCES, day)

    assert list(response.context["cl"].result_list) == [source]
    titles, back = dates_of(staff_client, **day)
    assert titles == ["3 February 2024"]
    assert back["title"] == "February 2024"


@pytest.mark.parametrize(("language", "name"), [("en", "Estonia"), ("ru", "Эстония")])
def test_a_choice_is_named_in_the_reader_s_language(staff_client, language, name):
    make_venue(country="EE")
    prefix = "" if language == "en" else f"/{language}"

    response = staff_client.get(f"{prefix}/admin/forum/venue/")

    assertContains(response, f'<td class="field-country">{name}</td>', html=True)
