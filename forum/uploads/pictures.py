"""Pictures: how large one is, asked before it is decoded, and how it is drawn anew.

What is kept is a new picture: upright, at most so large, with nothing but its pixels. The file
that was sent, with the place and the camera in it, is not kept at all.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from forum.uploads.limits import refuse_large

# How each kind is written anew; of a moving picture its first frame.
WRITTEN = {
    "JPEG": ("JPEG", ".jpg", {"quality": 88, "progressive": True}),
    "PNG": ("PNG", ".png", {"optimize": False}),
    "WEBP": ("WEBP", ".webp", {"quality": 88}),
    "GIF": ("PNG", ".png", {}),
}
# Phones write several pictures into one file, which is a JPEG for all others.
SEVERAL = "MPO"
LONGEST_SIDE = 4096
BOMB = (Image.DecompressionBombError, Image.DecompressionBombWarning)
DAMAGE = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, OSError, SyntaxError, TypeError),
    *(ValueError, struct.error, zlib.error),
)


@contextmanager
def opened(file: IO[bytes]) -> Iterator[Image.Image]:
    """The picture, of which only the head is read yet.

    Raises ValidationError if it has more pixels than IMAGE_MAX_MEGAPIXELS, or, also when it is
    decoded inside, if it is damaged.
    """
    most = settings.IMAGE_MAX_MEGAPIXELS
    file.seek(0)
    try:
        with Image.open(file, formats=[*WRITTEN]) as image:
            if image.width * image.height > most * 1_000_000:
                raise _too_many(most)
            yield image
    except BOMB as error:
        raise _too_many(most) from error
    except DAMAGE as error:
        raise ValidationError(_("This picture is damaged: it cannot be read.")) from error


def check(file: IO[bytes]) -> None:
    """Raises ValidationError if a picture is too large, or its head is damaged."""
    file.seek(0, 2)
    refuse_large(file.tell(), settings.IMAGE_MAX_MB)
    with opened(file):
        pass


def drawn_anew(file: IO[bytes]) -> ContentFile:
    """The picture as it is kept. Raises ValidationError as `opened` does."""
    content = BytesIO()
    with opened(file) as image:
        written, ending, options = WRITTEN["JPEG" if image.format == SEVERAL else image.format]
        _upright(image, LONGEST_SIDE, LONGEST_SIDE, written).save(content, written, **options)
    return ContentFile(content.getvalue(), f"picture{ending}")


def as_webp(file: IO[bytes], width: int) -> bytes:
    """The picture at most so many pixels wide. Raises ValidationError as `opened` does."""
    content = BytesIO()
    with opened(file) as image:
        _upright(image, width, 4 * width, "WEBP").save(content, "WEBP", quality=82)
    return content.getvalue()


def _upright(image: Image.Image, width: int, height: int, written: str) -> Image.Image:
    """The pixels alone, made smaller first: turning a picture takes its memory once more."""
    turned = image.getexif().get(0x0112, 1) > 4  # Its sides change places.
    has_alpha = image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info
    mode = "RGBA" if has_alpha and written != "JPEG" else "RGB"
    if image.mode in ("P", "PA"):
        image = _with(image.convert("RGBA" if has_alpha else "RGB"), image)
    image.thumbnail((height, width) if turned else (width, height))
    upright = ImageOps.exif_transpose(image).convert(mode)
    upright.info = {}
    return upright


def _with(converted: Image.Image, image: Image.Image) -> Image.Image:
    converted.info = image.info
    return converted


def _too_many(most: int) -> ValidationError:
    text = _("The picture has too many pixels: at most %(most)s megapixels are allowed.")
    return ValidationError(text % {"most": most})
