"""PDF files: whether one is real and opens, how many pages it has, and what they say."""

import time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from forum.records.texts import printable

# What is read of a file for the search.
MOST_PAGES, MOST_LETTERS, MOST_SECONDS = 60, 100_000, 10
# What pypdf lets through of damaged files, beside errors of its own.
DAMAGE = (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError)


def words_of_pdf(file) -> str:
    """What the first pages of a PDF say: as much as the search keeps, and time allows.

    Nothing from a file that cannot be read, or in which the words are pictures.
    """
    words, length, begun = [], 0, time.monotonic()
    try:
        for page in PdfReader(file).pages[:MOST_PAGES]:
            words.append(printable(page.extract_text()))
            length += len(words[-1])
            if length > MOST_LETTERS or time.monotonic() - begun > MOST_SECONDS:
                break
    except (*DAMAGE, RecursionError):
        pass
    return " ".join(" ".join(words).split())[:MOST_LETTERS]


def pages_of_pdf(file) -> int:
    """The number of pages of a PDF.

    Raises ValidationError if it is damaged, or opens only with a password.
    """
    file.seek(0)
    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValidationError(_("This PDF opens only with a password: save it without one."))
        pages = len(reader.pages)
    except (*DAMAGE, RecursionError) as error:
        raise ValidationError(_("This PDF is damaged: it cannot be read.")) from error
    if not pages:
        raise ValidationError(_("This PDF has no page."))
    return pages
