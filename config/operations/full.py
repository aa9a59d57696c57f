"""What people are told when the disk is full: nothing is half saved, and somebody has to know."""

import errno
import logging
import sqlite3
import sys

from django.core.signals import got_request_exception
from django.db import DatabaseError

from config.operations.away import page_to_send_again

log = logging.getLogger(__name__)
# No room on the disk, in a quota, or in a file.
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
DISK_FULL = "53100"  # As Postgres calls it.


def is_full(error: BaseException | None) -> bool:
    """Whether a file or a row could not be written for want of room."""
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    cause = error.__cause__ if isinstance(error, DatabaseError) else None
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return getattr(cause, "pgcode", None) == DISK_FULL


def remember(request=None, **kwargs):
    """Note on a request whether its last error was that there is no room."""
    if request is not None:
        request.met_full_disk = is_full(sys.exception())


got_request_exception.connect(remember)


class Full:
    """Answer 507 with a page that writes nothing, wherever there was no room."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 500 and getattr(request, "met_full_disk", False):
            log.critical("The disk is full")
            return page_to_send_again(request, "507.html", status=507)
        return response
