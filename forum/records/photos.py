"""Pictures in the sizes that pages show, made from what staff uploaded when first asked for."""

from io import BytesIO
from pathlib import Path
from posixpath import normpath

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image, ImageOps

WIDTHS = (320, 640, 1280)
FOLDER = "renditions"


def rendition(name: str, width: int) -> File:
    """The picture as WebP, at most so many pixels wide, upright and without its metadata.

    Raises OSError if there is no such picture or it cannot be read, ValueError for another width.
    """
    if width not in WIDTHS or name != normpath(name) or name.startswith(f"{FOLDER}/"):
        raise ValueError(name)
    path = f"{FOLDER}/{width}/{name}.webp"
    if not default_storage.exists(path):
        # Moved into place when it is whole: another request may be waiting for it.
        part = default_storage.save(f"{path}.part", ContentFile(_resized(name, width)))
        Path(default_storage.path(part)).replace(default_storage.path(path))
    return default_storage.open(path)


def _resized(name: str, width: int) -> bytes:
    result = BytesIO()
    try:
        with default_storage.open(name) as original, Image.open(original) as image:
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((width, 4 * width))
            has_alpha = upright.mode in ("LA", "PA", "RGBA") or "transparency" in upright.info
            upright.convert("RGBA" if has_alpha else "RGB").save(result, "WEBP", quality=82)
    except (Image.DecompressionBombError, SyntaxError, ValueError) as error:
        raise OSError(name) from error
    return result.getvalue()


def addresses(picture) -> dict[int, str]:
    """The address of each width in which a picture is worth having, the narrowest first."""
    own = getattr(picture.instance, picture.field.width_field) or max(WIDTHS)
    wanted = [width for width in WIDTHS if width <= own] or WIDTHS[:1]
    if own > wanted[-1] and own < max(WIDTHS):
        wanted = [*wanted, next(width for width in WIDTHS if width > own)]
    return {width: reverse("picture", args=[width, picture.name]) for width in wanted}
