import re

import pytest

from config.site.sitemaps import KEYS
from tests.factories import (
    make_agreement,
    make_event,
    make_institution,
    make_official,
    make_session,
)

pytestmark = pytest.mark.django_db


def test_the_sitemap_names_every_published_record_in_every_language(client):
    records = [make_event(), make_agreement(), make_institution(), make_official()]
    hidden = make_event(is_published=False)

    index = client.get("/sitemap.xml").text
    parts = [client.get(address).text for address in re.findall("<loc>(.*?)</loc>", index)]

    text = "".join(parts)
    for record in records:
        for prefix in ("", "/kk", "/ru", "/et"):
            assert f"<loc>http://testserver{prefix}{record.get_absolute_url()}</loc>" in text
    assert hidden.slug not in text
    assert 'hreflang="x-default"' in text


def part_of(record) -> int:
    return -(-record.pk // KEYS)


def test_the_sitemap_names_public_items_of_programmes_and_no_others(client):
    shown, hidden = make_session(), make_session(visibility="internal")
    unpublished = make_session(event=make_event(is_published=False))

    items = "".join(
        client.get("/sitemap-items.xml", {"p": part_of(session)}).text
        for session in (shown, hidden, unpublished)
    )

    assert shown.get_absolute_url() in items
    assert hidden.get_absolute_url() not in items
    assert unpublished.get_absolute_url() not in items


def test_a_part_has_the_records_of_its_keys_alone(client):
    first = make_institution()
    last = part_of(first) + 2
    far = make_institution(pk=last * KEYS)

    assert f"/sitemap-institutions.xml?p={last}<" in client.get("/sitemap.xml").text
    assert f"?p={last + 1}" not in client.get("/sitemap.xml").text
    part = client.get("/sitemap-institutions.xml", {"p": last}).text
    assert far.get_absolute_url() in part
    assert first.get_absolute_url() not in part


@pytest.mark.parametrize("number", ["0", "-1", "x", "²", "9" * 40, ""])
def test_a_part_that_is_no_number_is_not_found(client, number):
    assert client.get("/sitemap-events.xml", {"p": number}).status_code == 404


def test_a_part_costs_the_same_for_any_number(client, django_assert_num_queries):
    for _ in range(3):
        make_session()

    with django_assert_num_queries(1):
        client.get("/sitemap-items.xml")


def test_a_page_names_itself_in_every_language(client):
    make_event(slug="forum")

    page = client.get("/kk/events/forum/?x=1").text

    assert '<link rel="canonical" href="http://testserver/kk/events/forum/?x=1">' in page
    for language, prefix in (
        ("en", ""),
        ("kk", "/kk"),
        ("ru", "/ru"),
        ("et", "/et"),
        ("x-default", ""),
    ):
        address = f"http://testserver{prefix}/events/forum/?x=1"
        assert f'hreflang="{language}" href="{address}"' in page


def test_a_page_tells_other_sites_what_to_show(client):
    event = make_event(title_en="Forum", summary_en="Who met.")

    page = client.get(event.get_absolute_url()).text

    assert '<meta property="og:title" content="Forum">' in page
    assert '<meta property="og:description" content="Who met.">' in page
    assert '<meta property="og:locale" content="en_GB">' in page
