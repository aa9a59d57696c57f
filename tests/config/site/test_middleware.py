import pytest
from django.core.files.base import ContentFile
from pytest_django.asserts import assertRedirects

from config.wsgi import application
from tests.factories import (
    make_agreement,
    make_attachment,
    make_event,
    make_institution,
    make_official,
    make_text,
    pdf_file,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/%00",
        "/events/%00/",
        "/events/a%00b/programme/",
        "/kk/events/?country=%00",
        "/events/?%00=1",
        "/agreements/?institution=a%00b",
        "/media/%00",
        "/account/login/?next=%00",
        "/healthz?%00",
    ],
)
def test_an_address_with_a_nul_in_it_cannot_be_read(client, address):
    response = client.get(address)

    assert response.status_code == 400
    in_kazakh = address.startswith("/kk/")
    sentence = "Бұл мекенжайды" if in_kazakh else "This address cannot be read"
    assert sentence in response.text


@pytest.mark.parametrize("address", ["/events/?country=%C3%A9", "/account/login/?next=%5Cud800"])
@pytest.mark.parametrize("encoding", ["unicode_escape", "utf-16", "utf-7", "latin-1"])
def test_a_request_in_another_encoding_cannot_be_read(client, address, encoding):
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        response = client.get(address, CONTENT_TYPE=f"{kind}; charset={encoding}")

        assert response.status_code == 400


def test_a_request_that_says_it_is_in_utf_8_is_read(client):
    for encoding in ("utf-8", "UTF8", "no-such-encoding"):
        response = client.get("/events/?q=%C3%A9", CONTENT_TYPE=f"text/plain; charset={encoding}")

        assert response.status_code == 200


@pytest.mark.parametrize("charset", ["hex", "idna", "utf-16", "base64"])
@pytest.mark.parametrize("language", ["", "/kk"])
def test_the_server_s_own_door_refuses_what_is_no_encoding_of_texts(client, charset, language):
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    said = {"PATH_INFO": f"{language}/events/", "QUERY_STRING": "q=%C3%A9", "CONTENT_TYPE": kind}

    answer = application(client._base_environ(**said), lambda *_head: None)

    sentence = "Бұл мекенжайды" if language else "This address cannot be read"
    assert answer.status_code == 400
    assert sentence in answer.text


@pytest.mark.parametrize("address", ["/kk/nowhere/", "/kk/events/", "/kk/admin/"])
@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("multipart/form-data", b"x", 400),
        ("multipart/form-data; boundary=", b"x", 400),
        ("multipart/form-data; boundary=a; charset=utf-7", b"--a", 400),
        ("application/x-www-form-urlencoded; charset=hex", b"a" * 3_000_000, 400),
        ("application/x-www-form-urlencoded", b"a" * 3_000_000, 413),
        ("application/x-www-form-urlencoded", b"a=&" * 10_050, 413),
    ],
)
def test_a_form_that_cannot_be_read_is_refused_in_the_readers_language(
    client, address, kind, body, status
):
    client.raise_request_exception = False

    answer = client.generic("POST", address, body, kind)

    assert answer.status_code == status
    assert '<html lang="kk"' in answer.text


def rename(record, slug):
    record.slug = slug
    record.save()


ODD = {
    "NUL": r'sessionid="abcdefgh\000b"',
    "raw NUL": "sessionid=abcdefgh\x00b",
    "end of a line": r'django_language="a\015\012b"',
    "escape": "csrftoken=\x1b[2J",
    "in a name": "a\x07b=1",
    "overlong": f"sessionid={'a' * 9000}",
    "very many": "; ".join(f"c{number}={'a' * 99}" for number in range(99)),
}


@pytest.mark.parametrize("cookie", ODD)
@pytest.mark.parametrize("address", ["/", "/admin/", "/kk/events/"])
def test_a_cookie_that_no_page_has_set_cannot_be_read(client, cookie, address):
    answer = client.get(address, HTTP_COOKIE=ODD[cookie])

    in_kazakh = address.startswith("/kk/")
    sentence = "Бұл мекенжайды" if in_kazakh else "This address cannot be read"
    assert answer.status_code == 400
    assert sentence in answer.text
    assert answer.cookies["sessionid"]["max-age"] == 0


@pytest.mark.parametrize("language", ["", "/kk"], ids=["en", "kk"])
@pytest.mark.parametrize(
    ("make", "address"),
    [
        (make_event, "/events/{}/"),
        (make_event, "/events/{}/programme/"),
        (make_event, "/events/{}/delegations/"),
        (make_event, "/events/{}/agreements/"),
        (make_institution, "/institutions/{}/"),
        (make_institution, "/institutions/{}/agreements/"),
        (make_official, "/officials/{}/"),
        (make_agreement, "/agreements/{}/"),
    ],
)
def test_the_old_address_of_a_record_leads_to_its_new_one(client, make, address, language):
    record = make(slug="old")
    rename(record, "new")

    response = client.get(language + address.format("old"))

    assertRedirects(response, language + address.format("new"), status_code=301)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(
            lambda event: make_attachment(
                event=event, url="", file=ContentFile(b"P", name="p.txt")
            ),
            id="attachment",
        ),
        pytest.param(
            lambda event: make_text(
                agreement=make_agreement(slug="old-agreement", event=event),
                url="",
                file=pdf_file(),
            ),
            id="text",
        ),
    ],
)
def test_the_old_address_of_a_file_leads_to_its_new_one(client, make):
    event = make_event(slug="old")
    part = make(event)
    owner = getattr(part, "agreement", event)
    folder = "texts" if owner is not event else "files"
    old = f"{owner.get_absolute_url()}{folder}/{part.pk}/"
    rename(owner, "new")

    response = client.get(old)

    new = f"{owner.get_absolute_url()}{folder}/{part.pk}/"
    assertRedirects(response, new, status_code=301, fetch_redirect_response=False)


def test_every_address_that_a_record_ever_had_leads_to_its_present_one(client):
    event = make_event(slug="first")
    rename(event, "second")
    rename(event, "third")

    for old in ("first", "second"):
        assertRedirects(client.get(f"/events/{old}/"), "/events/third/", status_code=301)


@pytest.mark.parametrize(
    ("make", "address"),
    [
        (make_event, "/events/old/"),
        (make_event, "/events/old/programme/"),
        (make_event, "/events/old/delegations/"),
        (make_institution, "/institutions/old/"),
        (make_official, "/officials/old/"),
        (make_agreement, "/agreements/old/"),
    ],
)
def test_the_old_address_of_an_unpublished_record_tells_nothing(client, make, address):
    rename(make(slug="old", is_published=False), "secret")

    response = client.get(address)

    assert response.status_code == 404
    assert "secret" not in response.text


def test_the_old_address_of_a_deleted_record_is_not_found(client):
    event = make_event(slug="old")
    rename(event, "new")
    event.delete()

    assert client.get("/events/old/").status_code == 404


def test_an_address_that_another_record_took_over_is_that_records(client):
    rename(make_event(slug="old"), "new")
    make_event(slug="old", title_en="Successor")

    response = client.get("/events/old/")

    assert response.status_code == 200
    assert response.context["event"].title == "Successor"


def test_an_address_that_is_nobodys_is_not_found(client):
    assert client.get("/events/nowhere/").status_code == 404


def test_the_record_named_last_wins_an_address_that_two_had(client):
    first = make_event(slug="shared")
    rename(first, "first")
    second = make_event(slug="shared")
    rename(second, "second")

    assertRedirects(client.get("/events/shared/"), "/events/second/", status_code=301)
