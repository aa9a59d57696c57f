"""Pages that are kept: they cost one query, are told by a tag, and come compressed."""

import datetime as dt
import gzip

import pytest
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date

from config.caching.middleware import KeepPages
from tests.config.caching.clients import commit, visitor
from tests.factories import make_event, make_session

pytestmark = pytest.mark.django_db
PAGES = (
    *("/", "/events/", "/agreements/?status=in_force", "/events/calendar.ics", "/events/feed/"),
    *("/agreements/register.csv", "/ru/institutions/", "/sitemap.xml", "/search/?q=forum"),
)


@pytest.fixture
def visiting():
    return visitor()


class Clock:
    """Says what time it is."""

    now = dt.datetime(2027, 1, 15, 8, 0, 0, 500_000, tzinfo=dt.UTC)

    def to(self, moment: str) -> None:
        self.now = dt.datetime.fromisoformat(moment)

    def tick(self, seconds=1) -> None:
        self.now += dt.timedelta(seconds=seconds)


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


def said_of(response) -> dict:
    return {name: said for name, said in response.items() if name != "X-Request-ID"}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_made_once_and_then_costs_one_query(visiting, clock, path):
    make_event()
    commit()
    first = visiting.get(path)

    with CaptureQueriesContext(connection) as queries:
        again = visiting.get(path)

    assert len(queries) == 1
    assert (again.content, said_of(again)) == (first.content, said_of(first))
    assert again["Cache-Control"] == "public, no-cache"
    assert again.get("Vary", "Accept-Encoding") == "Accept-Encoding"


@pytest.mark.parametrize("path", PAGES)
def test_whoever_has_it_learns_that_it_holds(visiting, path):
    make_event()
    tag = visiting.get(path)["ETag"]

    again = visiting.get(path, headers={"If-None-Match": tag})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert visiting.get(path, headers={"If-None-Match": '"another"'}).status_code == 200


def test_a_change_is_seen_at_once_by_its_tag(visiting):
    event = make_event(title_en="Before")
    commit()
    tag = visiting.get("/events/")["ETag"]

    event.title_en = "After"
    event.save()
    again = visiting.get("/events/", headers={"If-None-Match": tag})

    assert again.status_code == 200
    assert b"After" in again.content


def test_when_it_changed_is_said_once_that_second_is_over(visiting, clock):
    make_event()
    commit()
    assert "Last-Modified" not in visiting.get("/events/")
    assert "Last-Modified" not in visiting.get("/events/")
    begun = clock.now.timestamp()
    clock.tick()
    kept = visiting.get("/events/")
    asked = {"If-Modified-Since": kept["Last-Modified"]}

    assert kept["Last-Modified"] == http_date(begun)
    assert visiting.get("/events/", headers=asked).status_code == 304
    make_event()
    assert visiting.get("/events/", headers=asked).status_code == 200
    clock.tick()
    assert visiting.get("/events/", headers=asked).status_code == 200


def test_a_browser_that_takes_it_compressed_gets_it_so_with_a_tag_of_its_own(visiting):
    plain = visiting.get("/events/")
    taken = visiting.get("/events/", headers={"Accept-Encoding": "br, gzip;q=0.5"})

    assert gzip.decompress(taken.content) == plain.content
    assert taken["Content-Encoding"] == "gzip"
    assert taken["Content-Length"] == str(len(taken.content))
    assert taken["ETag"] != plain["ETag"]
    tag = {"If-None-Match": taken["ETag"]}
    assert visiting.get("/events/", headers={**tag, "Accept-Encoding": "gzip"}).status_code == 304
    assert visiting.get("/events/", headers=tag).status_code == 200


@pytest.mark.parametrize("said", ["", "identity", "gzip;q=0", "gzip; q=0.000, *", "br", "*;q=0"])
def test_whoever_does_not_take_it_compressed_gets_it_plain(visiting, said):
    visiting.get("/events/", headers={"Accept-Encoding": "gzip"})

    response = visiting.get("/events/", headers={"Accept-Encoding": said})

    assert "Content-Encoding" not in response
    assert response["Vary"] == "Accept-Encoding"


def test_a_head_says_what_the_page_would(visiting):
    made = visiting.head("/events/")
    page = visiting.get("/events/")
    kept = visiting.head("/events/")

    assert made.content == kept.content == b""
    assert said_of(made) == said_of(page) == said_of(kept)
    assert kept["Content-Length"] == str(len(page.content))


def test_a_host_has_pages_of_its_own(visiting):
    def link(**headers):
        return visiting.get("/sitemap.xml", headers=headers).content

    assert b"http://localhost/" in link(Host="localhost")
    assert b"http://testserver/" in link(Host="testserver")
    assert b"https://testserver/" in visiting.get("/sitemap.xml", secure=True).content


def test_what_is_on_now_is_right_in_the_minute(visiting, clock):
    event = make_event(starts_on="2026-05-04", time_zone="Asia/Almaty", title_en="Forum")
    for hour in (10, 11):
        make_session(
            event=event,
            day="2026-05-04",
            starts_at=f"{hour}:00",
            ends_at=f"{hour}:30",
            title_en=f"Talk at {hour}",
        )
    address = event.get_absolute_url()
    plain = visitor("off")

    clock.to("2026-05-04T05:29:59+00:00")
    before = visiting.get(address).content
    pages = set()
    for moment in ("05:30", "05:59", "06:00", "06:29", "06:30"):
        clock.to(f"2026-05-04T{moment}:00+00:00")
        pages.add(visiting.get(address).content)
        assert visiting.get(address).content == plain.get(address).content
    assert len(pages - {before}) > 1


@pytest.mark.parametrize("moment", ["2026-05-03T18:59:59+00:00", "2026-05-03T23:59:59+00:00"])
def test_a_day_begins_where_the_event_is_and_where_the_site_is(visiting, clock, moment):
    make_event(starts_on="2026-05-04", time_zone="Asia/Almaty", title_en="Forum")
    plain = visitor("off")

    clock.to(moment)
    visiting.get("/")
    clock.tick()
    assert visiting.get("/").content == plain.get("/").content


def kept_of(response, **request):
    """What a view's answer becomes the second time that it is asked for."""
    from django.test import RequestFactory, override_settings

    answers = []

    def view(request):
        answers.append(response())
        return answers[-1]

    view_of = RequestFactory().get("/events/", **request)
    view_of.resolver_match = None
    with override_settings(PAGE_CACHE="memory"):
        keeps = KeepPages(view)
    keeps(view_of)
    return keeps(view_of), len(answers)


def with_cookie():
    response = HttpResponse("a")
    response.set_cookie("a", "b")
    return response


@pytest.mark.parametrize(
    "answer",
    [
        with_cookie,
        lambda: HttpResponse("a", headers={"Vary": "Cookie"}),
        lambda: HttpResponse("a", headers={"Cache-Control": "private"}),
        lambda: HttpResponse("a", headers={"Cache-Control": "max-age=60"}),
        lambda: HttpResponse("a", status=404),
        lambda: StreamingHttpResponse(iter(["a"])),
    ],
)
def test_what_depends_on_who_asks_is_not_kept(answer):
    _response, made = kept_of(answer)

    assert made == 2


def test_a_streamed_table_is_known_by_its_version():
    response, _made = kept_of(lambda: StreamingHttpResponse(iter(["a"])))
    tag = response["ETag"]

    again, made = kept_of(lambda: StreamingHttpResponse(iter(["a"])), HTTP_IF_NONE_MATCH=tag)

    assert tag.startswith('W/"')
    assert (again.status_code, again["ETag"], made) == (304, tag, 0)
    assert again["Cache-Control"] == "public, no-cache"
