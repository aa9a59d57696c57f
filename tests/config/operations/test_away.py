import sqlite3

import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError
from django.utils.translation import gettext, override
from pytest_django.asserts import assertContains, assertNotContains

from config.operations.away import is_away
from tests.config.operations.absent import database_away

pytestmark = pytest.mark.django_db

PREFIXES = ("/", "/kk/", "/ru/", "/et/")
PAGES = (
    *("", "events/", "events/forum/", "events/forum/programme/", "agreements/", "institutions/"),
    *("officials/someone/", "search/?q=forum", "relations/", "admin/", "admin/forum/event/"),
)
FILES = ("/sitemap.xml", "/events/feed/", "/events/calendar.ics")


@pytest.fixture(autouse=True)
def answers_as_a_server(client):
    client.raise_request_exception = False


def signed_in(client):
    user = get_user_model().objects.create_superuser("staff")
    client.force_login(user)
    return client


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_page_says_in_its_language_that_the_records_cannot_be_reached(client, prefix):
    signed_in(client)

    with database_away():
        answers = [client.get(f"{prefix}{page}") for page in PAGES]

    assert [answer.status_code for answer in answers] == [503] * len(PAGES)
    for answer in answers:
        assert answer["Retry-After"] == "30"
        assert answer["Cache-Control"] == "no-store"
        assert answer["Content-Language"] == (prefix.strip("/") or "en")
        assert "frame-ancestors" in answer["Content-Security-Policy"]
        assert "css/frame.css" in answer.text
        assert f'lang="{answer["Content-Language"]}"' in answer.text


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_sentence_is_in_the_language_of_the_address(client, prefix):
    with database_away():
        response = client.get(prefix, HTTP_ACCEPT_LANGUAGE="et", HTTP_COOKIE="django_language=ru")

    with override(prefix.strip("/") or "en"):
        sentence = gettext("The records cannot be reached at the moment")
    assertContains(response, f"<h1>{sentence}</h1>", status_code=503)


@pytest.mark.parametrize("address", FILES)
def test_files_and_feeds_say_when_to_ask_again(client, address):
    with database_away():
        response = client.get(address)

    assert (response.status_code, response["Retry-After"]) == (503, "30")


def test_what_needs_no_record_is_answered_all_the_same(client):
    with database_away():
        assert client.get("/about/").status_code == 200
        assert client.get("/healthz").text == "ok"
        assert client.get("/robots.txt").status_code == 200


def test_the_page_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0), database_away():
        client.get("/")


def test_a_form_that_could_not_be_taken_can_be_sent_again(client):
    signed_in(client)
    form = {"csrfmiddlewaretoken": "t", "title_en": 'A "forum" <b>', "topics": ["1", "2"]}

    with database_away():
        response = client.post("/ru/admin/forum/event/add/?next=/x/", form)

    assertContains(response, 'action="/ru/admin/forum/event/add/?next=/x/"', status_code=503)
    for name, value in (
        ("csrfmiddlewaretoken", "t"),
        ("title_en", "A &quot;forum&quot; &lt;b&gt;"),
        ("topics", "1"),
        ("topics", "2"),
    ):
        hidden = f'<input type="hidden" name="{name}" value="{value}">'
        assertContains(response, hidden, status_code=503)


def test_a_password_is_not_repeated_in_a_page(client):
    form = {"username": "staff", "password": "a-secret-of-mine"}

    with database_away():
        response = client.post("/admin/login/", form)

    assertContains(response, "was not saved", status_code=503)
    assertNotContains(response, "a-secret-of-mine", status_code=503)


def of_sqlite(work):
    with pytest.raises(sqlite3.Error) as failure:
        work()
    error = OperationalError(str(failure.value))
    error.__cause__ = failure.value
    return error


def test_a_file_that_is_missing_or_locked_is_away(tmp_path):
    path = tmp_path / "db.sqlite3"
    first = sqlite3.connect(path, isolation_level=None)
    first.execute("BEGIN IMMEDIATE")
    second = sqlite3.connect(path, timeout=0.01, isolation_level=None)

    assert is_away(of_sqlite(lambda: second.execute("BEGIN IMMEDIATE")))
    assert is_away(of_sqlite(lambda: sqlite3.connect(tmp_path / "no" / "folder")))
    assert is_away(of_sqlite(lambda: second.execute("SELECT * FROM forum_event")))
    for each in (first, second):
        each.close()


def test_a_mistake_of_ours_is_not_away():
    memory = sqlite3.connect(":memory:")

    assert not is_away(of_sqlite(lambda: memory.execute("SELECT no_such_column")))
    assert not is_away(ValueError())
    assert not is_away(None)
    memory.close()
