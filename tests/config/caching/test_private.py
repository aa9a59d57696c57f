"""What nobody else may see is never kept, and never answered with what is."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from config.caching.addresses import PUBLIC
from tests.config.caching.clients import commit, visitor
from tests.factories import make_event

pytestmark = pytest.mark.django_db
# First parts of addresses that are not for everybody, or are files with rules of their own.
OTHERS = {"admin", "account", "nominate", "reminders", "media", "pictures", "files"}
OTHERS |= {"healthz", "readyz", "robots.txt"}


@pytest.fixture
def event():
    return make_event()


def first_parts(resolver, before="") -> set[str]:
    parts = set()
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver) and not route:
            parts |= first_parts(each)
        elif isinstance(each, (URLPattern, URLResolver)):
            parts.add(route.partition("/")[0])
    return parts


def test_every_address_is_for_everybody_or_named_here():
    parts = first_parts(get_resolver())
    public = {
        part for part in parts if PUBLIC.fullmatch(f"/{part}") or PUBLIC.fullmatch(f"/{part}/")
    }

    assert parts - public == OTHERS


@pytest.mark.parametrize("part", sorted(OTHERS))
def test_no_other_address_is_considered(part):
    for address in (f"/{part}", f"/{part}/", f"/ru/{part}/x/", f"/{part}/events/", f"//{part}"):
        assert not PUBLIC.fullmatch(address)


def test_whoever_is_signed_in_gets_a_page_of_their_own(staff_client, event):
    visiting, address = visitor(), event.get_absolute_url()
    page = visiting.get(address)

    visiting.cookies = staff_client.cookies
    own = visiting.get(address, headers={"If-None-Match": page["ETag"]})

    assert own.status_code == 200
    assert b"edit-link" in own.content
    assert (own["Cache-Control"], "ETag" in own) == ("private, no-cache", False)
    visiting.cookies.clear()
    assert visiting.get(address).content == page.content


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "sessionid=x"},
        {"Cookie": "a=b; messages=x"},
        {"Authorization": "Basic x"},
        {"Content-Type": "text/html"},
        {"Content-Length": "3"},
        {"Cookie": "a=\x01"},
        {"Cookie": "a=" + 9000 * "b"},
    ],
)
def test_a_request_that_tells_who_asks_or_is_odd_is_not_answered_from_what_is_kept(headers):
    visiting, plain = visitor(), visitor("off")
    visiting.get("/events/")
    extra = {f"HTTP_{n.upper().replace('-', '_')}": value for n, value in headers.items()}
    extra |= {n.removeprefix("HTTP_"): v for n, v in extra.items() if "CONTENT" in n}

    for client in (visiting, plain):
        response = client.get("/events/", **extra)
        assert "ETag" not in response
        assert response.get("Cache-Control") in ("private, no-cache", None)


def test_any_other_cookie_is_nothing_to_a_page():
    visiting = visitor()
    tag = visiting.get("/events/")["ETag"]

    assert visiting.get("/events/", HTTP_COOKIE="csrftoken=x; _ga=1")["ETag"] == tag


def test_a_form_is_never_answered_from_what_is_kept():
    visiting = visitor()
    visiting.get("/events/")

    assert visiting.post("/events/").status_code in (403, 405)


def test_what_is_not_there_is_asked_for_each_time(event):
    visiting = visitor()
    event.is_published = False
    event.save()
    commit()
    assert visiting.get(event.get_absolute_url()).status_code == 404

    event.is_published = True
    event.save()
    assert visiting.get(event.get_absolute_url()).status_code == 200
