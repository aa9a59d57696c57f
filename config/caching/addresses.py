"""Which requests get a page that everybody gets: of which addresses, and of whom."""

import re

from django.conf import settings

from config.site.requests import has_odd_cookies

# What stands first in an address, after its language; nothing else is ever kept.
SECTIONS = (
    *("about", "agreements", "commitments", "events", "institutions", "officials"),
    *("relations", "search"),
)
_LANGUAGES = "|".join(code for code, _name in settings.LANGUAGES[1:])
PUBLIC = re.compile(
    rf"/(?:(?:{_LANGUAGES})/)?(?:(?:{'|'.join(SECTIONS)})/.*)?|/sitemap[^/]*\.xml",
    re.DOTALL,
)


def is_public(request) -> bool:
    return request.method in ("GET", "HEAD") and PUBLIC.fullmatch(request.path_info) is not None


def is_anybody(request) -> bool:
    """Whether nothing tells who asks, and nothing in the request is odd: that is refused below."""
    meta = request.META
    if meta.get("HTTP_AUTHORIZATION") or meta.get("CONTENT_TYPE") or _has_body(meta):
        return False
    if not meta.get("HTTP_COOKIE"):
        return True
    is_known = {settings.SESSION_COOKIE_NAME, "messages"} & request.COOKIES.keys()
    return not is_known and not has_odd_cookies(request)


def _has_body(meta) -> bool:
    return meta.get("CONTENT_LENGTH") not in (None, "", "0") or "HTTP_TRANSFER_ENCODING" in meta


def address_of(request) -> str:
    """What the page is of: everything in a request that it can depend on."""
    question = request.META.get("QUERY_STRING", "")
    return f"{request.scheme}://{_host_of(request)}{request.path}?{question}"


def is_usual(request) -> bool:
    """Whether there are only so many such addresses, and visitors can make up no more.

    A question can be anything, a host may be followed by any port, a number by any noughts.
    """
    is_plain = not request.META.get("QUERY_STRING") and "/0" not in request.path
    return is_plain and _host_of(request) in settings.ALLOWED_HOSTS


def _host_of(request) -> str:
    meta = request.META
    return meta.get("HTTP_HOST") or f"{meta['SERVER_NAME']}:{meta['SERVER_PORT']}"
