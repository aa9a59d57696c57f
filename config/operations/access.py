"""One line for each request, and the identifier by which its other lines are found."""

import logging
import re
import time
from uuid import uuid4

from config.operations.logs import REQUEST_ID

logger = logging.getLogger("access")
# As nginx and others make them: 32 hexadecimal digits, with or without the hyphens of a UUID.
IDENTIFIER = re.compile(r"[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}")
# Any other word in the place of a method is as its sender likes.
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE")
# Asked every few seconds by monitors: worth a line only when they are refused.
PROBES = ("healthz", "readyz")


class AccessLog:
    """Log method, route, status, milliseconds and bytes: no address, no name, no query.

    The route is the name of the pattern, “-” where none was asked. A proxy may have numbered the
    request in X-Request-ID; what does not look like a number of a machine is not taken.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.headers.get("X-Request-ID", "").lower()
        identifier = given if IDENTIFIER.fullmatch(given) else uuid4().hex
        before = REQUEST_ID.set(identifier)
        begun = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = identifier
            _log(request, response, milliseconds=round((time.perf_counter() - begun) * 1000))
        finally:
            REQUEST_ID.reset(before)
        return response


def route_of(request) -> str:
    """The name of its view; of a page that was kept for visitors, that of the view that made it."""
    match = request.resolver_match
    return match.view_name if match else getattr(request, "route", "-")


def _log(request, response, *, milliseconds):
    route = route_of(request)
    if route in PROBES and response.status_code == 200:
        return
    fields = {
        "method": request.method if request.method in METHODS else "-",
        "route": route,
        "status": response.status_code,
        "ms": milliseconds,
        "bytes": None if response.streaming else len(response.content),
    }
    message = "{method} {route} {status} {ms} ms {bytes} bytes".format(**fields)
    logger.info(message, extra={"fields": fields})
