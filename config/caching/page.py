"""A page as it is kept: its bytes, plain and compressed, and what is said of them."""

import gzip
import math
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b

from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

# What browsers keep they ask about each time, and mostly learn that it still holds.
ASK_FIRST = "public, no-cache"
# These are said anew with each answer.
SAID_ANEW = ("content-length", "etag", "last-modified", "cache-control", "vary")
# What is compressed already, such as a PDF, is not once more.
TEXTS = ("text/", "application/json", "application/atom+xml", "application/xml")
SHORTEST_ZIPPED = 500
# What the headers of a page take, about.
OVERHEAD = 1500
CONDITIONS = tuple(
    f"HTTP_IF_{name}" for name in ("NONE_MATCH", "MODIFIED_SINCE", "MATCH", "UNMODIFIED_SINCE")
)


@dataclass(frozen=True, slots=True)
class Page:
    body: bytes
    digest: str
    headers: dict[str, str]
    zipped: bytes | None = None
    # The name of its view, for the log.
    route: str = "-"
    # Of which version of content and software it is, when that was read, and until when it holds.
    stamp: str = ""
    since: float = 0
    until: float = math.inf

    @property
    def size(self) -> int:
        return len(self.body) + len(self.zipped or b"") + OVERHEAD

    def response(self) -> HttpResponse:
        return HttpResponse(headers=self.headers)


def is_everybodys(response) -> bool:
    """Whether it is a page that anybody would get who asks for its address."""
    is_whole = response.status_code == 200 and not response.streaming
    return is_whole and is_unsaid(response)


def is_unsaid(response) -> bool:
    """Whether it says nothing of who may keep it, or of what in the request it depends on."""
    said = response.has_header("Cache-Control") or response.has_header("Vary")
    return not said and not response.cookies


def page_of(response) -> Page:
    headers = {k: v for k, v in response.headers.items() if k.lower() not in SAID_ANEW}
    digest = blake2b(response.content, digest_size=15).hexdigest()
    return Page(response.content, digest, headers)


def zipped(page: Page) -> Page:
    """The page with its compressed form beside it, if it has one."""
    is_text = page.headers.get("Content-Type", "").startswith(TEXTS)
    if not is_text or len(page.body) < SHORTEST_ZIPPED:
        return page
    return replace(page, zipped=gzip.compress(page.body, 6, mtime=0))


def answer(request, page: Page, response, *, since: float = math.inf):
    """Fill a response with a page: whole, its head alone, or that what the browser has holds.

    Since when it holds is known of one that was kept. Of the same page two encodings are two
    things, each with a tag of its own.
    """
    accepted = request.headers.get("accept-encoding", "")
    is_zipped = page.zipped is not None and takes_gzip(accepted)
    body = page.zipped if is_zipped else page.body
    headers = response.headers
    headers["ETag"] = etag = f'"{page.digest}-gzip"' if is_zipped else f'"{page.digest}"'
    headers["Content-Length"] = str(len(body))
    headers["Cache-Control"] = ASK_FIRST
    if page.zipped is not None:
        headers["Vary"] = "Accept-Encoding"
    if is_zipped:
        headers["Content-Encoding"] = "gzip"
    del response["Last-Modified"]
    if modified := _told_of_change(since):
        headers["Last-Modified"] = http_date(modified)
    response.content = b"" if request.method == "HEAD" else body
    if any(name in request.META for name in CONDITIONS):
        return get_conditional_response(request, etag, modified, response)
    return response


def _told_of_change(since: float) -> int | None:
    """When the page was last known to change, in whole seconds, once that second is over.

    Whoever asks later whether it was modified since then learns so: the next version is read in
    a later second than one in which this was still the newest.
    """
    return int(since) if since < int(timezone.now().timestamp()) else None


@lru_cache(maxsize=64)
def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding takes gzip: named, or by *, and not with the weight 0."""
    weights = {}
    for each in accepted.lower().split(","):
        name, _semicolon, weight = each.partition(";")
        weights[name.strip()] = weight.replace(" ", "").removeprefix("q=") or "1"
    weight = weights.get("gzip", weights.get("x-gzip", weights.get("*", "0")))
    try:
        return float(weight) > 0
    except ValueError:
        return False
