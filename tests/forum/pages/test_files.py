"""The files of an event, as visitors get them."""

import pytest
from django.core.files.base import ContentFile
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import make_attachment, make_event
from tests.reading import body

pytestmark = pytest.mark.django_db


def make_file(**fields):
    file = ContentFile(b"Programme", name="programme.txt")
    return make_attachment(**{"url": "", "file": file} | fields)


def address(attachment):
    return f"/events/{attachment.event.slug}/files/{attachment.pk}/"


def test_a_public_file_can_be_saved(client):
    attachment = make_file()

    response = client.get(address(attachment))

    assert (response.status_code, body(response)) == (200, "Programme")
    assert response["Content-Disposition"].startswith("attachment;")


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: make_file(is_public=False), id="not public"),
        pytest.param(lambda: make_file(event=make_event(is_published=False)), id="unpublished"),
        pytest.param(make_attachment, id="a link"),
    ],
)
def test_no_other_file_can(client, make):
    assert client.get(address(make())).status_code == 404


def test_a_file_is_not_found_under_another_event(client):
    attachment, other = make_file(), make_event()

    assert client.get(f"/events/{other.slug}/files/{attachment.pk}/").status_code == 404


def test_a_file_that_the_disk_lost_is_not_found(client):
    attachment = make_file()
    attachment.file.storage.delete(attachment.file.name)

    assert client.get(address(attachment)).status_code == 404


def test_a_file_with_an_enormous_number_is_not_found(client):
    assert client.get(f"/events/{make_event().slug}/files/{'9' * 40}/").status_code == 404


def test_an_attachment_that_is_not_public_is_not_listed(client):
    event = make_event()
    make_attachment(event=event, title_en="Open letter")
    make_attachment(event=event, title_en="Secret", url="https://example.org/s", is_public=False)

    response = client.get(f"/events/{event.slug}/")

    assertContains(response, "Open letter")
    assertNotContains(response, "Secret")
    assertNotContains(response, "https://example.org/s")
