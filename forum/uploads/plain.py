"""Files of plain text."""

import codecs
import re
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PIECE = 64 * 1024
# What a browser or a shell would run, whatever its name says.
MARKUP = re.compile(
    r"\ufeff?\s*(?:<!doctype|<!--|<\?|<html|<head|<body|<svg|<script|<iframe|#!|\{\\rtf)", re.I
)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# What each second byte of a text in UTF-16 may be.
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def is_markup(beginning: bytes) -> bool:
    """Whether the first bytes of a file are those of a page, a drawing or a script."""
    encoding = "utf-16" if beginning.startswith(WIDE) else "utf-8"
    return MARKUP.match(beginning.decode(encoding, "replace")) is not None


def refuse_unless_utf8(file: IO[bytes]) -> None:
    """Raises ValidationError if a file is no text in UTF-8, or has signs that no text has."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    piece = file.read(PIECE)
    try:
        while piece:
            if CONTROLS.search(decoder.decode(piece)):
                raise _no_text()
            piece = file.read(PIECE)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise _no_text() from error


def _no_text() -> ValidationError:
    return ValidationError(_("This is not plain text in UTF-8: save it as such, or as PDF."))
