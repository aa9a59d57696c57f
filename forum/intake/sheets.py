"""What staff paste or upload, as a sheet of texts: whatever it was, from here on it is rows."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from forum.intake.formats import format_of
from forum.intake.limits import MOST_BYTES, UnreadableError
from forum.intake.objects import objects_in, rows_of_objects
from forum.intake.texts import Heads, rows_of
from forum.intake.workbooks import is_workbook, read_workbook
from forum.uploads.kinds import LISTS, checked

BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# What files that are no lists begin with.
NO_LISTS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"Rar!")


@dataclass(frozen=True)
class Sheet:
    """Rows of texts; of a workbook also which of its sheets it is, and which others there are."""

    rows: list[list[str]]
    name: str = ""
    all_names: tuple[str, ...] = ()


def read_text(
    text: str, *, separator: str = "", keeps_numbers: bool = False, heads: Heads | None = None
) -> Sheet:
    """What a pasted text says. Raises UnreadableError with a sentence."""
    if known := format_of(text):
        return Sheet(rows_of_objects([*known.rows(text)]))
    objects = objects_in(text) if not separator else None
    if objects is not None:
        return Sheet(rows_of_objects(objects))
    rows = rows_of(text, separator=separator, keeps_numbers=keeps_numbers, heads=heads)
    return Sheet(rows)


def read_file(
    data: bytes,
    *,
    sheet: str = "",
    separator: str = "",
    keeps_numbers: bool = False,
    heads: Heads | None = None,
) -> Sheet:
    """What a file says, whatever its name ends in. Raises UnreadableError with a sentence."""
    if len(data) > MOST_BYTES:
        text = _("The file is larger than %(most)d MB.")
        raise UnreadableError(text % {"most": MOST_BYTES // 1024 // 1024})
    if is_workbook(data):
        book = read_workbook(data, sheet)
        return Sheet(book.rows, book.sheet, book.sheets)
    if data.startswith(NO_LISTS):
        raise UnreadableError(_("This file is no list. Upload CSV, XLSX, XLS, ODS or JSON."))
    text = decoded(data)
    return read_text(text, separator=separator, keeps_numbers=keeps_numbers, heads=heads)


def read_upload(file: "UploadedFile[bytes]", **how: Any) -> Sheet:
    """What an uploaded file says. Raises UnreadableError or ValidationError with a sentence."""
    sheet = read_file(file.read(), **how)
    checked(file, file.name or "", LISTS)
    return sheet


def refuse_empty(sheet: Sheet) -> Sheet:
    if not sheet.rows:
        raise UnreadableError(_("There is nothing in it."))
    return sheet


def decoded(data: bytes) -> str:
    """The text of a file: as it says itself, else UTF-8, else as old Windows wrote it."""
    for mark, encoding in BOMS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if encoding := _wide(data[:400]):
        return data.decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _of_windows(data)


def _wide(beginning: bytes) -> str:
    """UTF-16 without its mark: every second byte of Latin text in it is nought."""
    half = len(beginning) // 4
    if beginning[1::2].count(0) > half:
        return "utf-16-le"
    return "utf-16-be" if beginning[::2].count(0) > half else ""


def _of_windows(data: bytes) -> str:
    """Cyrillic words are many letters of the upper half side by side, Latin ones few."""
    high = [byte >= 0xC0 for byte in data]
    pairs = sum(one and other for one, other in pairwise(high))
    return data.decode("cp1251" if pairs > sum(high) / 2 else "cp1257", "replace")
