"""How requests are read, and what is odd in them.

They are read as UTF-8, whatever they say; `RefuseOtherEncodings` refuses the others.

Django reads the address of a request in the encoding that its body claims to be in, before any
middleware could refuse that: for “charset=hex” nobody would answer but the server itself.
"""

import re

from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http.request import parse_header_parameters

CONTROL = re.compile(r"[\x00-\x1f\x7f]")
LONGEST_COOKIES = 8 * 1024


class ReadAsUtf8:
    def _set_content_type_params(self, meta):
        said = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
        self.content_type, self.content_params = said


class Request(ReadAsUtf8, WSGIRequest):
    pass


class AsyncRequest(ReadAsUtf8, ASGIRequest):
    pass


class Handler(WSGIHandler):
    request_class = Request


class AsyncHandler(ASGIHandler):
    request_class = AsyncRequest


def has_odd_cookies(request) -> bool:
    """Whether it has cookies that no page has set: with control characters, or far too long."""
    if len(request.headers.get("cookie", "")) > LONGEST_COOKIES:
        return True
    said = (text for cookie in request.COOKIES.items() for text in cookie)
    return any(CONTROL.search(text) for text in said)
