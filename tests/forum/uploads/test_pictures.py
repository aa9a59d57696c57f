"""Pictures: small enough before they are decoded, and kept as nothing but their pixels."""

import subprocess
import sys
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from forum.models import Event
from forum.uploads import pictures
from tests.factories import make_event, picture_file
from tests.forum.uploads.files import png

BOMBS = {"huge": png(60_000, 60_000), "large": png(12_000, 12_000), "just": png(5_001, 5_000)}


def exif() -> Image.Exif:
    """What a phone writes: where it was, and that the picture lies on its side."""
    said = Image.Exif()
    said[0x0112] = 6
    said[0x010F] = "Camera of a person"
    said.get_ifd(0x8825)[2] = (59.0, 26.0, 13.0)
    return said


def kept(file: ContentFile) -> Image.Image:
    event = make_event(image=file)
    with event.image.storage.open(event.image.name) as stored:
        return Image.open(BytesIO(stored.read()))


@pytest.mark.django_db
def test_what_is_kept_is_upright_and_has_no_metadata():
    picture = kept(picture_file("a.jpg", (60, 30), exif=exif(), comment=b"secret"))

    assert picture.size == (30, 60)
    assert not picture.getexif()
    assert not {*picture.info} & {"exif", "comment", "xmp", "icc_profile", "photoshop"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "written"),
    [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.gif", "PNG")],
)
def test_it_stays_of_its_kind_but_for_moving_pictures(name, written):
    event = make_event(image=picture_file(name))

    with event.image.open() as file, Image.open(file) as picture:
        assert picture.format == written
        assert event.image.name.endswith(pictures.WRITTEN[written][1])


@pytest.mark.django_db
def test_it_knows_how_large_it_is_as_it_is_kept():
    event = make_event(image=picture_file("a.jpg", (60, 30), exif=exif()))
    cleaned = Event(title_en="Forum", image=picture_file("a.jpg", (60, 30), exif=exif()))

    cleaned.full_clean()

    event.refresh_from_db()
    assert (event.image_width, event.image_height) == (30, 60)
    assert (cleaned.image_width, cleaned.image_height) == (30, 60)


@pytest.mark.django_db
def test_what_is_transparent_stays_so():
    content = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(content, "PNG")

    assert kept(ContentFile(content.getvalue(), "a.png")).mode == "RGBA"


def test_a_picture_of_a_scanner_is_made_smaller(monkeypatch):
    monkeypatch.setattr(pictures, "LONGEST_SIDE", 100)

    with Image.open(pictures.drawn_anew(picture_file("a.png", (400, 200)))) as picture:
        assert picture.size == (100, 50)


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_by_its_head_with_a_sentence(bomb):
    event = Event(title_en="Forum", image=ContentFile(BOMBS[bomb], "a.png"))

    with pytest.raises(ValidationError, match="at most 25 megapixels"):
        event.clean_fields()


DECODE = """
import io, resource, sys
import django
django.setup()
from django.core.exceptions import ValidationError
from forum.uploads.pictures import drawn_anew
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    drawn_anew(io.BytesIO(sys.stdin.buffer.read()))
except ValidationError:
    pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "most"),
    [((30_000, 30_000), 5), ((5_000, 5_000), 220)],
    ids=["a bomb", "the largest that is allowed"],
)
def test_a_picture_takes_no_more_memory_than_it_may(size, most):
    content = BytesIO()
    if size[0] > 10_000:
        content.write(png(*size))
    else:
        Image.new("RGBA", size, "navy").save(content, "PNG")

    answer = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", DECODE], input=content.getvalue(), capture_output=True, check=True
    )

    assert int(answer.stdout) < most


@pytest.mark.parametrize(
    "content",
    [
        picture_file("a.jpg", (200, 200)).read()[:400],
        picture_file("a.png", (200, 200)).read()[:-40],
        png(10, 10, b"nothing packed"),
    ],
    ids=["half a JPEG", "half a PNG", "no pixels"],
)
def test_a_damaged_picture_is_refused_with_a_sentence(content):
    with pytest.raises(ValidationError, match="damaged"):
        pictures.drawn_anew(BytesIO(content))
