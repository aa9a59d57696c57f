"""Nothing private leaks: a marker in every private place, and in no page.

A second kind of marker, in public places, shows that the pages were really read.
"""

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from tests.config.site.world import World
from tests.config.site.world.markers import MARKER
from tests.crawling import crawl
from tests.reading import body

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.xdist_group("world")]
WRONG = "nothing"
FILTERS = [
    ("/events/", "series"),
    ("/events/", "topic"),
    ("/agreements/", "institution"),
    ("/agreements/", "field"),
]


@pytest.fixture(scope="module", params=["/", "/kk/"], ids=["English", "Kazakh"])
def asked(undone, request):
    """The world, what a crawl of it reads, and what else a curious visitor may ask."""
    with undone():
        client, asked = Client(), SimpleNamespace(world=World())
        event = asked.world.event.get_absolute_url().removeprefix("/")
        name = asked.world.hide("user name")
        get_user_model().objects.create_superuser(name, "a@example.org", "staff")
        secrets = asked.world.secrets.items()
        asked.pages = crawl(client, request.param)
        # What is told on request, which no search engine needs to ask for.
        reasons = f"{request.param}{event}delegations/?reasons=each"
        answer = client.get(reasons)
        asked.pages[reasons] = answer.status_code, body(answer)
        asked.closed = {url: client.get(url) for url in asked.world.closed}
        asked.guesses = [marker for marker, what in secrets if what.startswith("slug of")]
        asked.filtered = {
            (page, field): {
                value: body(client.get(page, {field: value})) for value in [*asked.guesses, WRONG]
            }
            for page, field in FILTERS
        }
    return asked


def test_no_public_page_shows_anything_private(asked):
    secrets = asked.world.secrets

    told = {
        f"{secrets[marker]}: {url}"
        for url, (_status, text) in asked.pages.items()
        for marker in MARKER.findall(text + url)
        if marker in secrets
    }
    assert told == set()
    assert {url: status for url, (status, _text) in asked.pages.items() if status != 200} == {}


def test_the_pages_show_everything_public(asked):
    told = {marker for _status, text in asked.pages.values() for marker in MARKER.findall(text)}

    assert {what for marker, what in asked.world.shown.items() if marker not in told} == set()


def test_addresses_of_what_is_not_public_are_not_found_and_tell_nothing(asked):
    statuses = {url: response.status_code for url, response in asked.closed.items()}

    assert statuses == dict.fromkeys(asked.world.closed, 404)
    assert statuses
    for url, response in asked.closed.items():
        assert set(MARKER.findall(body(response))) <= set(MARKER.findall(url))


@pytest.mark.parametrize(("page", "field"), FILTERS)
def test_a_filter_does_not_confirm_a_guess(asked, page, field):
    answers = asked.filtered[page, field]

    # A wrong guess and a right one read the same, but for the guess in the links to languages.
    assert asked.guesses
    for guess in asked.guesses:
        assert answers[guess].replace(guess, WRONG) == answers[WRONG]
