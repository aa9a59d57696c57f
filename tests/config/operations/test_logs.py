import json
import logging
import logging.config
import re
from contextlib import contextmanager
from io import StringIO

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from config import urls
from config.operations.logs import FORMATS, configuration
from config.urls import handler400, handler500  # noqa: F401 - asked for by Django
from forum.models import Series

pytestmark = pytest.mark.django_db
MARKER = "Zhanar-Marker"


@csrf_exempt
def fails(request, token):
    """Fail with all that came in the message of the error, and of its cause."""
    try:
        int(token)
    except ValueError as error:
        raise RuntimeError(request.POST, request.COOKIES, request.META) from error


@csrf_exempt
def fails_in_the_database(request, token):
    """Fail with what Postgres repeats of a row in its message."""
    for _ in range(2):
        Series.objects.create(name_en=token, slug=token)


def answers(request, token):
    """Answer with a page."""
    return HttpResponse(b"12345")


urlpatterns = [
    path("fails/<str:token>/", fails, name="fails"),
    path("database/<str:token>/", fails_in_the_database, name="fails-in-the-database"),
    path("answers/<str:token>/", answers, name="answers"),
    *urls.urlpatterns,
]


@contextmanager
def logged(**options):
    """What a site writes to its log while the test looks."""
    written = StringIO()
    chosen = configuration(level="INFO", **options)
    chosen["handlers"]["console"]["stream"] = written
    logging.config.dictConfig(chosen)
    yield written.getvalue
    logging.config.dictConfig(settings.LOGGING)


@pytest.fixture(params=FORMATS)
def log(request):
    """The log of a site, in each format."""
    with logged(form=request.param) as written:
        yield written


@pytest.fixture
def marked(client):
    """A client that says its marker in every way that a request has."""
    client.raise_request_exception = False
    client.cookies["marked"] = MARKER
    client.defaults |= {
        "HTTP_USER_AGENT": MARKER,
        "HTTP_REFERER": f"https://{MARKER}.example/",
        "HTTP_X_REQUEST_ID": MARKER,
        "HTTP_X_FORWARDED_FOR": MARKER,
        "REMOTE_USER": MARKER,
        "REMOTE_ADDR": "203.0.113.77",
    }
    return client


def ask(client, status, address):
    """Ask for a page by a way that ends so."""
    host = f"{MARKER}.example" if status == 400 else "testserver"
    client.handler.enforce_csrf_checks = status == 403
    ask = client.post if status in (403, 500) else client.get
    values = {"name": MARKER} if status in (403, 500) else None
    return ask(f"{address.format(MARKER)}?q={MARKER}", values, HTTP_HOST=host)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("status", "address"),
    [
        (200, "/answers/{}/"),
        (404, "/nowhere/{}/"),
        (400, "/{}/"),
        (403, "/admin/login/"),
        (500, "/fails/{}/"),
        (500, "/database/{}/"),
    ],
)
def test_no_line_says_who_asked_for_what(marked, log, status, address):
    response = ask(marked, status, address)

    assert response.status_code == status
    written = log()
    assert response["X-Request-ID"] in written
    assert MARKER.lower() not in written.lower()
    assert "203.0.113.77" not in written


@pytest.mark.urls(__name__)
def test_an_error_says_where_it_is_and_from_what_it_came(marked, log):
    response = ask(marked, 500, "/fails/{}/")

    written = log()
    assert written.index("ValueError") < written.index("Then:") < written.index("RuntimeError")
    assert "test_logs.py" in written
    assert f"<code>{response['X-Request-ID']}</code>" in response.text


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("log", ["json"], indirect=True)
def test_a_line_says_what_a_request_cost(client, log):
    client.get("/answers/a/", headers={"X-Request-ID": "0123456789abcdef0123456789abcdef"})

    [line] = map(json.loads, log().splitlines())
    assert line.pop("time")
    assert line.pop("ms") >= 0
    assert line.pop("message").startswith("GET answers 200 ")
    assert line == {
        "level": "INFO",
        "logger": "access",
        "request": "0123456789abcdef0123456789abcdef",
        "method": "GET",
        "route": "answers",
        "status": 200,
        "bytes": 5,
    }


def test_health_that_is_good_is_not_worth_a_line(client, log):
    client.get("/healthz")

    assert log() == ""


def test_a_site_that_is_developed_holds_nothing_back():
    with logged(form="plain", holds_back=False) as written:
        try:
            int(MARKER)
        except ValueError:
            logging.getLogger("django.request").exception("Not Found: %s", MARKER)

        assert written().count(MARKER) == 2


@pytest.mark.parametrize(
    "given",
    ["", "0123", MARKER, "0123456789abcdef0123456789abcdeg", "0123456789abcdef" * 4, "ж" * 32],
)
def test_a_number_that_no_machine_made_is_not_taken(client, given):
    answered = client.get("/about/", headers={"X-Request-ID": given})["X-Request-ID"]

    assert re.fullmatch("[0-9a-f]{32}", answered)
    assert answered != given


def test_the_number_that_a_proxy_gave_is_kept(client):
    given = "123e4567-e89b-42d3-a456-426614174000"

    assert client.get("/about/", headers={"X-Request-ID": given})["X-Request-ID"] == given
