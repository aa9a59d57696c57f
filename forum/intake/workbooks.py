"""Spreadsheet files (XLSX, XLS, ODS) as rows of texts."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from forum.intake.limits import UnreadableError, within_limits
from forum.uploads import archives

OLE = b"\xd0\xcf\x11\xe0"
OF_OTHERS = {"docx": "Word", "pptx": "PowerPoint", "odt": "Writer", "odp": "Impress"}
MIDNIGHT = dt.time()


@dataclass(frozen=True)
class Workbook:
    """The sheet that was read, and the names of all sheets."""

    rows: list[list[str]]
    sheet: str
    sheets: tuple[str, ...]


def is_workbook(data: bytes) -> bool:
    return data.startswith((archives.SIGN, OLE))


def read_workbook(data: bytes, wanted: str = "") -> Workbook:
    """The sheet of that name, else the first with anything in it.

    Raises UnreadableError with a sentence if the file is no workbook, or has too much in it.
    """
    _refuse_others(data)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = tuple(book.sheet_names)
        for name in [wanted] if wanted in names else names:
            if rows := within_limits(_texts(book, name)):
                return Workbook(rows, name, names)
    except PasswordError as error:
        raise UnreadableError(_("The file has a password. Save it without one.")) from error
    except (CalamineError, OSError, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(_("The file is damaged, or no spreadsheet.")) from error
    return Workbook([], "", names)


def _texts(book: CalamineWorkbook, name: str) -> Iterator[list[str]]:
    for row in book.get_sheet_by_name(name).iter_rows():
        yield [_text(cell) for cell in row]


def _text(cell: object) -> str:
    """A cell as somebody would type it: days as ISO writes them, whole numbers without “.0”."""
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == MIDNIGHT else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    return str(cell)


def _refuse_others(data: bytes) -> None:
    """Refuse an archive that is something else, or would unpack to more than anybody needs."""
    if not data.startswith(archives.SIGN):
        return
    file = BytesIO(data)
    try:
        if other := OF_OTHERS.get(archives.sort_of(file)):
            text = _("This is a file of %(program)s. Copy the table in it and paste it here.")
            raise UnreadableError(text % {"program": other})
        archives.refuse_unsafe(file)
    except ValidationError as error:
        raise UnreadableError(" ".join(error.messages)) from error
