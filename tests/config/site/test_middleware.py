import pytest
from django.core.files.base import ContentFile
from pytest_django.asserts import assertRedirects

from tests.factories import (
    make_agreement,
    make_attachment,
    make_event,
    make_institution,
    make_official,
    make_text,
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
        "/admin/login/?next=%00",
        "/healthz?%00",
    ],
)
def test_an_address_with_a_nul_in_it_cannot_be_read(client, address):
    response = client.get(address)

    assert response.status_code == 400
    in_kazakh = address.startswith("/kk/")
    sentence = "Бұл мекенжайды" if in_kazakh else "This address cannot be read"
    assert sentence in response.text


@pytest.mark.parametrize("address", ["/events/?country=%C3%A9", "/admin/login/?next=%5Cud800"])
@pytest.mark.parametrize("encoding", ["unicode_escape", "utf-16", "utf-7", "latin-1"])
def test_a_request_in_another_encoding_cannot_be_read(client, address, encoding):
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        response = client.get(address, CONTENT_TYPE=f"{kind}; charset={encoding}")

        assert response.status_code == 400


def test_a_request_that_says_it_is_in_utf_8_is_read(client):
    for encoding in ("utf-8", "UTF8", "no-such-encoding"):
        response = client.get("/events/?q=%C3%A9", CONTENT_TYPE=f"text/plain; charset={encoding}")

        assert response.status_code == 200


def rename(record, slug):
    record.slug = slug
    record.save()


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
                file=ContentFile(b"T", name="t.txt"),
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
