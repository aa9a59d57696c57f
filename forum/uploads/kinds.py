"""Which files are taken: their kind is told by their content, and their name has to agree."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.uploads import archives, pictures
from forum.uploads.limits import refuse_large
from forum.uploads.pdf import pages_of_pdf
from forum.uploads.plain import is_markup, refuse_unless_utf8

BEGINNING = 1024
VBA = "_VBA_PROJECT".encode("utf-16-le")


def _nothing(_file: IO[bytes]) -> None:
    """Whoever reads a list says what is wrong with it."""


def _refuse_old_macros(file: IO[bytes]) -> None:
    file.seek(0)
    if VBA in file.read():
        raise ValidationError(_("The file carries macros: save it without them."))


@dataclass(frozen=True)
class Kind:
    """A kind of file: how people call it, how its names end, and what is wrong with one."""

    name: str | Promise
    endings: tuple[str, ...]
    check: Callable[[IO[bytes]], object]
    is_picture: bool = False
    is_text: bool = False


PDF = Kind("PDF", (".pdf",), pages_of_pdf)
PNG = Kind("PNG", (".png",), pictures.check, is_picture=True)
JPEG = Kind("JPEG", (".jpg", ".jpeg"), pictures.check, is_picture=True)
WEBP = Kind("WebP", (".webp",), pictures.check, is_picture=True)
GIF = Kind("GIF", (".gif",), pictures.check, is_picture=True)
XLS = Kind("XLS", (".xls",), _refuse_old_macros)
ARCHIVES = {
    sort: Kind(sort.upper(), (f".{sort}",), archives.refuse_unsafe)
    for sort in (*archives.OOXML.values(), *archives.ODF.values())
}
TEXT = Kind(
    gettext_lazy("plain text (UTF-8)"), (".txt", ".md", ".csv"), refuse_unless_utf8, is_text=True
)
TABLE = Kind("CSV, JSON", (".csv", ".tsv", ".txt", ".md", ".json"), _nothing, is_text=True)

PICTURES = (PNG, JPEG, WEBP, GIF)
DOCUMENTS = (PDF, *PICTURES, *ARCHIVES.values(), TEXT)
LISTS = (TABLE, ARCHIVES["xlsx"], XLS, ARCHIVES["ods"])
# Whatever some form takes.
ANY = tuple({*DOCUMENTS, *LISTS} - {TEXT})

SIGNS = {
    b"%PDF-": PDF,
    b"\x89PNG\r\n\x1a\n": PNG,
    b"\xff\xd8\xff": JPEG,
    b"GIF87a": GIF,
    b"GIF89a": GIF,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": XLS,
}


def checked(file: File, name: str, kinds: Sequence[Kind]) -> Kind:
    """Of which of these kinds a file of this name is, in which nothing is wrong.

    Raises ValidationError with a sentence if it is of no such kind or too large (settings
    UPLOAD_MAX_MB, IMAGE_MAX_MB), damaged, locked or unsafe, or if its name says another kind.
    """
    refuse_large(file.size, settings.UPLOAD_MAX_MB)
    kind = _kind_of(file, kinds)
    if kind is None:
        accepted = ", ".join(str(each.name) for each in kinds)
        text = _("Files of this kind are not accepted. Accepted are: %(kinds)s.")
        raise ValidationError(text % {"kinds": accepted})
    kind.check(file)
    ending = PurePosixPath(name).suffix.lower()
    if ending not in kind.endings:
        text = _("The file is of the kind %(kind)s, but its name does not end in %(endings)s.")
        said = {"kind": kind.name, "endings": ", ".join(kind.endings)}
        raise ValidationError(text % said)
    file.seek(0)
    return kind


def _kind_of(file: IO[bytes], kinds: Sequence[Kind]) -> Kind | None:
    file.seek(0)
    beginning = file.read(BEGINNING)
    kind = _by_sign(file, beginning)
    if kind is None and not is_markup(beginning):
        kind = next((each for each in kinds if each.is_text), None)
    return kind if kind in kinds else None


def _by_sign(file: IO[bytes], beginning: bytes) -> Kind | None:
    if beginning.startswith(archives.SIGN):
        return ARCHIVES.get(archives.sort_of(file), UNKNOWN)
    if beginning.startswith(b"RIFF") and beginning[8:12] == b"WEBP":
        return WEBP
    return next((kind for sign, kind in SIGNS.items() if beginning.startswith(sign)), None)


# An archive of another kind is no text.
UNKNOWN = Kind("ZIP", (), _nothing)
