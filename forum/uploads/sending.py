"""Answers that are files: a browser saves or shows them, and runs nothing that is in them."""

from pathlib import PurePosixPath

from django.http import FileResponse, Http404

from forum.records.texts import printable

PRIVATE = "private, no-store"
# A record may be taken off the site: ten minutes later no cache shows its files any more.
PUBLIC = "public, max-age=600"
NO_NAME = str.maketrans(dict.fromkeys('/\\:*?"<>|', " "))
LONGEST_NAME = 100


def file_response(opener, *, caching: str, **options) -> FileResponse:
    """Answer with the file that the call opens; Http404 if the disk does not have it."""
    try:
        response = FileResponse(opener(), **options)
    except OSError as error:  # Lost, a folder, or a name too long for any file.
        raise Http404 from error
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    response["Cache-Control"] = caching
    return response


def name_to_save(title: str, stored: str) -> str:
    """What a file is called where somebody saves it: its title, with the ending that it has."""
    stem = " ".join(printable(title).translate(NO_NAME).split())[:LONGEST_NAME].strip(" .")
    return (stem or "file") + PurePosixPath(stored).suffix
