"""Files of texts: only real PDF, of a size that is allowed, under names that nobody guesses."""

import time
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from forum.records.texts import printable

MEGABYTE = 1024**2
# What is read of a file for the search.
MOST_PAGES, MOST_LETTERS, MOST_SECONDS = 60, 100_000, 10
# What pypdf lets through of damaged files, beside errors of its own.
DAMAGE = (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError)


def text_path(text, name: str) -> str:
    """Where a file is stored; its own name, which may say much, stays outside."""
    return f"texts/{uuid4().hex}.pdf"


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

    Raises ValidationError if the file is too large (setting TEXT_MAX_MB), is no PDF by its
    content, is damaged, or opens only with a password.
    """
    most = settings.TEXT_MAX_MB * MEGABYTE
    if file.size > most:
        said = {"size": filesizeformat(file.size), "most": filesizeformat(most)}
        raise ValidationError(_("The file has %(size)s; at most %(most)s are allowed.") % said)
    file.seek(0)
    if file.read(5) != b"%PDF-":
        raise ValidationError(_("This is not a PDF file."))
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
