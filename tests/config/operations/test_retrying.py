"""Connections to a Postgres that are cut off in the middle of a request."""

import itertools
import threading
from functools import partial
from urllib.request import urlopen

import psycopg2
import pytest
from django.db import connection
from reversion.models import Revision

from forum.derived.refresh import refresh
from forum.models import Stale
from tests.admin_forms import admin_url, form_data, open_form
from tests.factories import make_event

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no connections."),
]


READERS, PAGES = 4, 60
ONCE = {"once": "a-token-of-one-form-0123456789"}


def reached_by() -> dict:
    """How the server of the tests is reached, beside Django."""
    known = connection.get_connection_params()
    del known["cursor_factory"]
    return known


class CutOff:
    """Ends this process's connection, from another one, before the statement of that number."""

    def __init__(self, number: int):
        self.left = number

    def __call__(self, execute, *statement):
        self.left -= 1
        if self.left == 0:
            administrator = psycopg2.connect(**reached_by())
            pid = connection.connection.info.backend_pid
            administrator.cursor().execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
            administrator.close()
        return execute(*statement)

    @property
    def was_reached(self) -> bool:
        return self.left <= 0


@pytest.fixture(autouse=True)
def answers_as_a_server(client):
    client.raise_request_exception = False


def everywhere(ask, *, every=1):
    """What is answered if the connection is cut off before each of the statements in turn."""
    for number in itertools.count(1, every):
        send, cut = ask(), CutOff(number)
        with connection.execute_wrapper(cut):
            answer = send()
        connection.close()
        if not cut.was_reached:
            return
        yield answer


@pytest.mark.parametrize("page", ["/events/forum/", "/search/?q=forum", "/gone/", "/admin/"])
def test_a_page_is_shown_all_the_same(client, staff, page):
    make_event(slug="forum")
    if page == "/admin/":
        client.force_login(staff)
    usual = client.get(page)

    answers = list(everywhere(lambda: partial(client.get, page)))

    assert answers
    assert {answer.status_code for answer in answers} == {usual.status_code}


def test_a_form_is_not_saved_by_half_and_can_be_sent_again(staff_client):
    staff_client.raise_request_exception = False
    event = make_event(city_en="Tartu", slug="forum")
    url = admin_url(event, "change")
    cities = (f"City {number}" for number in range(1_000))
    seen, saved, was = set(), 0, "Tartu"

    def fill_in():
        data = form_data(open_form(staff_client, url)) | {"city_en": next(cities)} | ONCE
        return partial(staff_client.post, url, data)

    for answer in everywhere(fill_in, every=3):
        event.refresh_from_db()
        seen.add((answer.status_code, event.city_en != was))
        saved += event.city_en != was
        if answer.status_code == 503:
            assert "Send it again in a minute" in answer.text
            assert 'name="city_en" value="City ' in answer.text
        was = event.city_en

    # Once it is committed, all that can be lost is the answer: sent again, it changes nothing.
    assert {(302, True), (503, False)} <= seen
    assert {status for status, _is_saved in seen} == {302, 503}
    # And one that was not cut off.
    assert Revision.objects.exclude(user=None).count() == saved + 1
    refresh()
    assert not Stale.objects.exclude(derivation__startswith="doubles").exists()


def read(address: str, statuses: list[int]) -> None:
    for _number in range(PAGES // READERS):
        with urlopen(address) as answer:  # noqa: S310 - our own server
            statuses.append(answer.status)


def cut_all_off(own: int, statuses: list[int], is_over: threading.Event) -> None:
    """End all connections but that of the test, each time that so many pages more were shown."""
    administrator = psycopg2.connect(**reached_by())
    administrator.autocommit = True
    for shown in range(1, PAGES, READERS * 3):
        while len(statuses) < shown and not is_over.wait(0.01):
            pass
        administrator.cursor().execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid NOT IN (pg_backend_pid(), %s)",
            [own],
        )
    administrator.close()


def test_many_who_read_while_connections_are_cut_off_notice_nothing(live_server):
    make_event(slug="forum")
    address, statuses, is_over = f"{live_server.url}/events/forum/", [], threading.Event()
    readers = [
        threading.Thread(target=read, args=[address, statuses]) for _number in range(READERS)
    ]
    own = connection.connection.info.backend_pid
    cutter = threading.Thread(target=cut_all_off, args=[own, statuses, is_over])

    for each in (*readers, cutter):
        each.start()
    for each in readers:
        each.join()
    is_over.set()
    cutter.join()

    assert statuses == [200] * PAGES
