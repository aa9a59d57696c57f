import xml.etree.ElementTree as ET

import pytest
from django.utils.dateparse import parse_datetime

from tests.factories import make_agreement, make_event

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, path):
    response = client.get(path)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314 - our own answer


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


@pytest.mark.parametrize("path", ["/events/feed/", "/agreements/feed/", "/search/feed/?q=forum"])
def test_a_feed_has_all_that_atom_asks_for(client, path):
    make_event(title_en="Forum")
    make_agreement(title_en="Forum agreement")

    feed = read(client, path)

    # RFC 4287, 4.1.1 and 4.1.2: one id, title and updated each, and a link to itself.
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        assert len(element.findall(f"{ATOM}id")) == 1
        assert len(element.findall(f"{ATOM}title")) == 1
        assert parse_datetime(element.findtext(f"{ATOM}updated")).tzinfo
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"http://testserver{path}"
    assert titles(feed)


def test_the_last_change_comes_first(client):
    first, _second = make_event(title_en="First"), make_event(title_en="Second")
    assert titles(read(client, "/events/feed/")) == ["Second", "First"]

    first.city_en = "Astana"
    first.save()

    assert titles(read(client, "/events/feed/")) == ["First", "Second"]


def test_an_empty_feed_does_not_change_with_the_clock(client):
    assert read(client, "/events/feed/").findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


def test_a_feed_can_be_of_a_narrowed_list(client):
    make_event(title_en="Astana", country="KZ")
    make_event(title_en="Tartu", country="EE")

    assert titles(read(client, "/events/feed/?country=EE")) == ["Tartu"]


def test_a_feed_is_in_the_language_of_its_address(client):
    make_event(title_en="Forum", title_kk="Форум кк")

    feed = read(client, "/kk/events/feed/")

    assert titles(feed) == ["Форум кк"]
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "kk"


def test_what_is_written_is_no_markup(client):
    make_event(title_en="<b>Forum</b>", summary_en="One & <i>two</i>")

    (entry,) = read(client, "/events/feed/").iter(f"{ATOM}entry")

    assert "One &amp; &lt;i&gt;two" in entry.findtext(f"{ATOM}summary")


def test_a_control_character_breaks_no_feed(client):
    make_event(title_en="Forum\x0b", summary_en="One\x1ftwo")

    assert titles(read(client, "/events/feed/")) == ["Forum"]
    assert client.get("/search/feed/?q=%0Bforum").status_code == 200


def test_a_feed_costs_the_same_for_any_number(client, django_assert_num_queries):
    for number in (1, 3):
        for _each in range(number):
            make_event()
        client.get("/events/feed/")
        with django_assert_num_queries(2):
            client.get("/events/feed/")


def test_an_entry_stays_the_same_when_its_record_gets_another_address(client):
    event = make_event(title_en="Forum", slug="before")
    before = read(client, "/events/feed/")
    event.slug = "after"
    event.save()
    after = read(client, "/events/feed/")

    identifiers = [feed.findtext(f"{ATOM}entry/{ATOM}id") for feed in (before, after)]
    assert identifiers == [f"tag:testserver,2025:en/event/{event.pk}"] * 2


def test_a_title_is_one_line(client):
    make_event(title_en="One\r\ntwo\u2028three")

    assert titles(read(client, "/events/feed/")) == ["One two three"]
