"""Files that are archives (OOXML, ODF): looked into without unpacking more than is allowed."""

import struct
import zipfile
import zlib
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from forum.uploads.limits import MEGABYTE

SIGN = b"PK\x03\x04"
MOST_ENTRIES = 5_000
# What an archive says of its entries, and all that comes out of them.
MOST_DIRECTORY, MOST_UNPACKED = MEGABYTE, 150 * MEGABYTE
PIECE = 64 * 1024
LONGEST_LIST_OF_TYPES = MEGABYTE

# What stands in a file of Office, and what the first entry of an OpenDocument says.
OOXML = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
ODF = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
TYPES, ODF_TYPE = "[Content_Types].xml", "mimetype"
MACROS_IN, MACROS = ("basic/", "scripts/"), ("vbaproject.bin", "vbadata.xml")
DAMAGE = (zipfile.BadZipFile, OSError, ValueError, EOFError, struct.error, zlib.error)


def sort_of(file: IO[bytes]) -> str:
    """Which sort of document an archive is, by its usual ending: docx, xlsx, odt …; else empty.

    Raises ValidationError if it cannot be opened, or has too many entries.
    """
    with _opened(file) as archive:
        names = archive.namelist()
        if names[:1] == [ODF_TYPE]:
            return ODF.get(_beginning(archive, ODF_TYPE, 100).strip(), "")
        return next((sort for part, sort in OOXML.items() if part in names), "")


def refuse_unsafe(file: IO[bytes]) -> None:
    """Raises ValidationError if an archive unpacks to too much, is locked or carries macros."""
    with _opened(file) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise _too_much()
        if any(".." in entry.filename or entry.filename.startswith("/") for entry in entries):
            raise damaged()  # Whoever unpacks it would write elsewhere.
        if any(entry.flag_bits & 1 for entry in entries):
            raise ValidationError(_("The file opens only with a password: save it without one."))
        _refuse_macros(archive)
        try:
            for entry in entries:
                _refuse_lie(file, entry)
        except DAMAGE as error:
            raise damaged() from error


def damaged() -> ValidationError:
    return ValidationError(_("The file is damaged: it cannot be read."))


def _too_much() -> ValidationError:
    return ValidationError(_("The file holds too much: unpacked it would fill the memory."))


def _opened(file: IO[bytes]) -> zipfile.ZipFile:
    file.seek(0)
    try:
        # What ZipFile is about to read: its size is known before it takes any memory.
        end = zipfile._EndRecData(file)  # type: ignore[attr-defined]
        if end and end[zipfile._ECD_SIZE] > MOST_DIRECTORY:  # type: ignore[attr-defined]
            raise _too_much()
        archive = zipfile.ZipFile(file)
    except (*DAMAGE, NotImplementedError) as error:
        raise damaged() from error
    if len(archive.infolist()) > MOST_ENTRIES:
        raise _too_much()
    return archive


def _beginning(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    try:
        with archive.open(name) as part:
            return part.read(most)
    except (*DAMAGE, RuntimeError, NotImplementedError) as error:
        raise damaged() from error


def _refuse_macros(archive: zipfile.ZipFile) -> None:
    names = [name.lower() for name in archive.namelist()]
    carries = any(name.startswith(MACROS_IN) or name.endswith(MACROS) for name in names)
    if TYPES in archive.namelist():
        types = _beginning(archive, TYPES, LONGEST_LIST_OF_TYPES)
        carries = carries or b"macroenabled" in types.lower()
    if carries:
        raise ValidationError(_("The file carries macros: save it without them."))


def _refuse_lie(file: IO[bytes], entry: zipfile.ZipInfo) -> None:
    """Raises ValidationError if more comes out of an entry than it says, or less."""
    file.seek(entry.header_offset)
    head = file.read(30)
    if not head.startswith(SIGN):
        raise damaged()
    file.seek(entry.header_offset + 30 + sum(struct.unpack("<HH", head[26:30])))
    if entry.compress_type == zipfile.ZIP_STORED:
        length = entry.compress_size
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        length = _inflated(file, entry)
    else:
        raise damaged()
    if length != entry.file_size:
        raise damaged()


def _inflated(file: IO[bytes], entry: zipfile.ZipInfo) -> int:
    """How many bytes come out of an entry; it is left as soon as they are too many."""
    inflater, length, left = zlib.decompressobj(-zlib.MAX_WBITS), 0, entry.compress_size
    while not inflater.eof and length <= entry.file_size:
        packed = inflater.unconsumed_tail
        if not packed:
            packed = file.read(min(PIECE, left))
            left -= len(packed)
        if not packed:
            raise damaged()
        length += len(inflater.decompress(packed, PIECE))
    return length
