import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from forum.uploads.storage import rendition_name
from tests.factories import make_event, stored

pytestmark = pytest.mark.django_db


def photo(width=2000, height=1000, name="photo.jpg", **options):
    content = BytesIO()
    Image.new("RGB", (width, height), "navy").save(content, "JPEG", **options)
    return ContentFile(content.getvalue(), name=name)


def sent(response):
    assert response.status_code == 200
    return Image.open(BytesIO(response.getvalue()))


def test_a_page_keeps_room_for_a_picture_and_offers_it_in_several_sizes(client):
    event = make_event(image=photo(), image_alt_en="The hall", image_credit="Press office")

    page = client.get(event.get_absolute_url()).text

    (tag,) = re.findall("<img src=.*?>", page, re.DOTALL)[:1]
    assert 'width="1280" height="640"' in tag
    assert 'alt="The hall"' in tag
    assert re.findall(r"(\d+)w", tag) == ["320", "640", "1280"]
    assert "Press office" in page
    address = re.search('src="(.*?)"', tag)[1]
    assert sent(client.get(address)).size == (1280, 640)


def test_a_picture_is_sent_as_webp_without_its_metadata(client):
    exif = Image.Exif()
    exif[0x0112] = 6  # Turned on its side, as phones save it.
    event = make_event(image=photo(600, 300, exif=exif))

    picture = sent(client.get(f"/pictures/320/{event.image.name}"))

    assert picture.format == "WEBP"
    assert picture.size == (300, 600)
    assert not picture.getexif()


def test_a_picture_is_never_made_larger(client):
    event = make_event(image=photo(200, 100))

    assert sent(client.get(f"/pictures/1280/{event.image.name}")).size == (200, 100)


def test_a_picture_is_made_once(client):
    event = make_event(image=photo())
    path = f"/pictures/320/{event.image.name}"
    first = client.get(path).getvalue()
    Path(default_storage.path(event.image.name)).unlink()

    assert client.get(path).getvalue() == first


def test_its_sizes_go_with_it(client):
    event = make_event(image=photo())
    sent(client.get(f"/pictures/320/{event.image.name}"))

    default_storage.delete(event.image.name)

    assert not default_storage.exists(rendition_name(event.image.name, 320))
    assert client.get(f"/pictures/320/{event.image.name}").status_code == 404


@pytest.mark.parametrize(
    "path", ["320/nothing.jpg", "320/renditions/a", "320/./renditions/a", f"{'9' * 30}/a.jpg"]
)
def test_no_other_picture_can_be_asked_for(client, path):
    assert client.get(f"/pictures/{path}").status_code == 404


def test_no_other_size_can_be_asked_for(client):
    event = make_event(image=photo())

    assert client.get(f"/pictures/5000/{event.image.name}").status_code == 404


def test_what_is_no_picture_is_not_sent(client):
    event = make_event()
    name = stored("events/text.jpg", b"not a picture", "default")
    type(event).objects.update(image=name)

    assert client.get(f"/pictures/320/{name}").status_code == 404


def test_an_address_that_leaves_the_folder_is_refused(client):
    assert client.get("/pictures/320/../settings.py").status_code in (400, 404)
