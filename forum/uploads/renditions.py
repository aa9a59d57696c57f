"""Pictures in the sizes that pages show, made when first asked for."""

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.urls import reverse

from forum.uploads.pictures import as_webp
from forum.uploads.storage import RENDITIONS, WIDTHS, rendition_name


def rendition(name: str, width: int) -> File:
    """The picture as WebP, at most so many pixels wide.

    Raises OSError if there is no such picture or it cannot be read, ValueError for another width.
    """
    if width not in WIDTHS:
        raise ValueError(width)
    path = rendition_name(name, width)
    if not default_storage.exists(path):
        small = ContentFile(_resized(name, width))
        try:
            # Another request may be waiting for it.
            default_storage.put(path, small)
        except OSError:
            # The disk is full: it is made anew for whoever asks next.
            small.seek(0)
            return small
    return default_storage.open(path)


def paths_of(name: str) -> list[str]:
    """Where a picture lies, and all that was made of it."""
    return [name, *(rendition_name(name, width) for width in WIDTHS)]


def original_of(name: str) -> str:
    """The file from which a file was made; of any other itself."""
    folder, _width, original = [*name.split("/", 2), "", ""][:3]
    return original.removesuffix(".webp") if folder == RENDITIONS else name


def _resized(name: str, width: int) -> bytes:
    try:
        with default_storage.open(name) as picture:
            return as_webp(picture, width)
    except ValidationError as error:
        raise OSError(name) from error


def addresses(picture) -> dict[int, str]:
    """The address of each width in which a picture is worth having, the narrowest first."""
    own = getattr(picture.instance, picture.field.width_field) or max(WIDTHS)
    wanted = [width for width in WIDTHS if width <= own] or WIDTHS[:1]
    if own > wanted[-1] and own < max(WIDTHS):
        wanted = [*wanted, next(width for width in WIDTHS if width > own)]
    return {width: reverse("picture", args=[width, picture.name]) for width in wanted}
