"""The list of events and its filters."""

import datetime as dt

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import make_delegation, make_event, make_series, make_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"Coming visit", "Past forum"}),
        ("when=upcoming", {"Coming visit"}),
        ("when=past", {"Past forum"}),
        ("kind=visit", {"Coming visit"}),
        ("country=EE", {"Past forum"}),
        ("series=rectors", {"Past forum"}),
        ("topic=mobility", {"Coming visit"}),
        ("year=2001", {"Past forum"}),
        ("with=UZ", {"Coming visit"}),
        ("q=coming", {"Coming visit"}),
        ("when=past&kind=forum&country=EE&series=rectors", {"Past forum"}),
        ("when=past&kind=visit", set()),
    ],
)
def test_the_list_narrows_by_every_field(client, query, titles):
    past, future = dt.date(2001, 5, 1), dt.date(9000, 5, 1)
    coming = make_event(title_en="Coming visit", kind="visit", starts_on=future, ends_on=None)
    coming.topics.add(make_topic(name_en="Mobility", slug="mobility"))
    make_delegation(event=coming, country="UZ")
    make_event(
        title_en="Past forum",
        country="EE",
        starts_on=past,
        ends_on=None,
        series=make_series(slug="rectors"),
    )

    response = client.get(f"/events/?{query}")

    assert {event.title for event in response.context["object_list"]} == titles


ODD_VALUES = [
    "nonsense",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "%F0%9F%92%A9",
    "%ED%A0%80",
    "%FF%FE",
    "9" * 50,
    "-1",
    "x" * 5000,
    "%0D%0ASet-Cookie: a=b",
    "٣",
    "..%2F..%2Fetc%2Fpasswd",
    "0000",
]
FIELDS = {
    "when": "When",
    "kind": "Kind",
    "country": "Host country",
    "with": "Country taking part",
    "series": "Series",
    "topic": "Topic",
    "year": "Year",
}


@pytest.mark.parametrize(
    ("value", "field"),
    [
        # Each value in one field, or in all.
        pytest.param(
            value,
            field,
            id=f"{value[:12]}-{field}",
            marks=[] if number % len(FIELDS) == n else pytest.mark.slow,
        )
        for number, value in enumerate(ODD_VALUES)
        for n, field in enumerate(FIELDS)
    ],
)
def test_a_wrong_choice_is_said_to_be_wrong_and_leaves_all(client, field, value):
    event = make_event()

    response = client.get(f"/events/?{field}={value}")

    assert response.status_code == 200
    assert list(response.context["object_list"]) == [event]
    chosen = response.context["filters"].chosen
    assert [(each.label, each.is_known) for each in chosen] == [(FIELDS[field], False)]
    assertContains(response, 'class="unknown"', count=1)
    assertContains(response, "(no such choice)", count=1)
    assertNotContains(response, "<script>alert")


def test_a_list_without_events_says_so(client):
    assertContains(client.get("/events/"), "Nothing has been published yet.")

    make_event(kind="visit", country="EE")
    nothing = client.get("/events/?kind=visit&country=KZ")

    assertContains(nothing, "Nothing matches all of these.")
    loosened = '<li><a href="?kind=visit">Host country: Kazakhstan</a> (1)</li>'
    assertContains(nothing, loosened, html=True)


@pytest.mark.parametrize(
    "page", ["0", "2", "-1", "x", "9" * 30, "1.5", "%00"], ids=lambda page: page[:5]
)
def test_a_page_of_the_list_that_does_not_exist_is_not_found(client, page):
    assert client.get(f"/events/?page={page}").status_code in (400, 404)


def test_a_long_list_has_pages_that_keep_the_choice(client):
    for _ in range(51):
        make_event(kind="visit")

    response = client.get("/events/?kind=visit")

    assert len(response.context["object_list"]) == 50
    assertContains(response, "?kind=visit&amp;page=last")
    following = client.get(f"/events/{response.context['pages'].next}")
    assert len(following.context["object_list"]) == 1
    assertContains(following, 'href="?kind=visit">First page</a>')


def test_what_is_to_come_stands_soonest_first_and_all_else_newest_first(client):
    years = {"Next": 8999, "After": 9000, "Last": 2001, "Before": 2000}
    for title, year in years.items():
        make_event(title_en=title, starts_on=dt.date(year, 5, 1), ends_on=None)

    def titles(query):
        return [str(event) for event in client.get(f"/events/?{query}").context["object_list"]]

    assert titles("when=upcoming") == ["Next", "After"]
    assert titles("when=upcoming&country=KZ") == ["Next", "After"]
    assert titles("when=past") == ["Last", "Before"]
    assert titles("") == ["After", "Next", "Last", "Before"]
