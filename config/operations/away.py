"""What visitors and staff are told while the database cannot be reached."""

import sqlite3
import sys

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.signals import got_request_exception
from django.db import InterfaceError, OperationalError, ProgrammingError
from django.http import HttpResponse
from django.http.request import RawPostDataException
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override

try:  # The cache may live in Redis, which may be away as well.
    from redis.exceptions import ConnectionError as RedisAway
    from redis.exceptions import TimeoutError as RedisSilent
except ImportError:
    CACHE_AWAY = ()
else:
    CACHE_AWAY = (RedisAway, RedisSilent)

# After how many seconds it is worth asking again.
RETRY_AFTER = 30
UNDEFINED_TABLE = "42P01"


def is_away(error: BaseException | None) -> bool:
    """Whether the database could not answer: stopped, cut off, locked for too long, not made yet.

    SQLite calls a mistake in SQL by the same name; only a missing table counts, since SQLite takes
    a missing file for an empty database.
    """
    cause = getattr(error, "__cause__", None)
    if isinstance(error, OperationalError) and isinstance(cause, sqlite3.Error):
        is_mistake = cause.sqlite_errorcode == sqlite3.SQLITE_ERROR
        return not is_mistake or str(cause).startswith("no such table")
    if isinstance(error, ProgrammingError):
        return getattr(cause, "pgcode", None) == UNDEFINED_TABLE
    return isinstance(error, (OperationalError, InterfaceError, *CACHE_AWAY))


def remember(request=None, **kwargs):
    """Note on a request whether its last error was that the database is away."""
    if request is not None:
        request.met_nobody = is_away(sys.exception())


got_request_exception.connect(remember)


class Away:
    """Answer 503 with a page that asks nobody, wherever the database was missed.

    Each layer of middleware makes a 500 of what is raised below it: the answer is replaced here,
    above all that asks the database, so that no layer asks it again for the sake of the page.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 500 and getattr(request, "met_nobody", False):
            return away(request)
        return response


def away(request) -> HttpResponse:
    """The page that says so."""
    answer = page_to_send_again(request, "503.html", status=503)
    answer["Retry-After"] = RETRY_AFTER
    return answer


def page_to_send_again(request, template: str, *, status: int) -> HttpResponse:
    """A page in the language of the address that asks nobody, with the form that was sent."""
    language = get_language_from_path(request.path) or settings.LANGUAGE_CODE
    with override(language):
        page = render_to_string(
            template,
            {
                "request": request,
                "site_name": settings.SITE_NAME,
                "address": request.get_full_path(),
                "is_form": request.method not in ("GET", "HEAD"),
                "fields": _fields(request),
                "has_files": bool(getattr(request, "_files", None)),
            },
        )
    headers = {"Cache-Control": "no-store", "Content-Language": language}
    return HttpResponse(page, status=status, headers=headers)


def _fields(request):
    """The fields of a form, to be sent again; of one with a password none: no page repeats it."""
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
    except (BadRequest, OSError, RawPostDataException, SuspiciousOperation):
        return []
    return [] if any("password" in name for name, _value in fields) else fields
