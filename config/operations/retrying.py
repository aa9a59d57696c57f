"""A page whose connection to the database was cut off is asked for once more, on a new one."""

import logging

from django.db import connections

log = logging.getLogger(__name__)
SAFE = ("GET", "HEAD")


class AskAgain:
    """Repeat a request that only reads, if the database went away in the middle of it.

    A server that restarts, or an administrator who ends its connections, is not noticed then. A
    form is never repeated: its sender is told that nothing was saved, and can send it again.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_missed = response.status_code == 500 and getattr(request, "met_nobody", False)
        # A file does not come back by being opened again.
        has_server = connections["default"].vendor != "sqlite"
        if not (is_missed and has_server and request.method in SAFE):
            return response
        log.warning("The database was cut off: the page is asked for once more")
        response.close()
        connections.close_all()
        request.met_nobody = False
        return self.get_response(request)
