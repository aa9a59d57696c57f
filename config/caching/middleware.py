"""Answering visitors from pages that are kept.

Why none is ever stale: the version is read before the view reads anything, and the page is kept as
one of that version. All that was committed until then is in the version and on the page. What
another process commits while the page is made may be on it or not, but whoever asks after that
reads a version which is another one, and the page is made anew. That holds for each statement of
its own, as pages read on SQLite and Postgres, and for a page made in one snapshot, because that is
taken later. A view that writes what follows from records (`catch_up`) moves the version on, and
its page is made once more for the next who asks. Version and pages are to be read from the same
server: a replica that lags is behind in both.
"""

import math
from dataclasses import replace
from hashlib import blake2b

from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from config.caching.addresses import address_of, is_anybody, is_public, is_usual
from config.caching.fingerprint import software
from config.caching.page import ASK_FIRST, answer, is_everybodys, is_unsaid, page_of, zipped
from config.caching.stores import store_for
from config.operations.access import route_of
from forum.derived.version import version
from forum.records.holding import noting

# What one person may see no cache keeps for others.
FOR_ONE = "private, no-cache"


class KeepPages:
    """Make each public page once for a version of the content, a day and a software.

    Only what anybody gets is kept, and only of answers that do not depend on who asks.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.store = store_for(software())

    def __call__(self, request):
        if not is_public(request):
            return self.get_response(request)
        if not is_anybody(request):
            return _said(self.get_response(request), FOR_ONE)
        return self._kept(request) if self.store else self._made_for_once(request)

    def _made_for_once(self, request):
        response = self.get_response(request)
        if not is_everybodys(response):
            return _passed_on(response)
        return answer(request, page_of(response), response)

    def _kept(self, request):
        now, address = timezone.now().timestamp(), address_of(request)
        stamp = f"{version()} {timezone.localdate()} {software()}"
        page = self.store.get(address, stamp, is_usual=is_usual(request))
        if page and now < page.until:
            request.route = page.route
            return answer(request, page, page.response(), since=page.since)
        tag = _tag(address, stamp)
        if tag in request.headers.get("if-none-match", ""):
            return get_conditional_response(request, tag, response=_tagged(HttpResponse(), tag))
        return self._made(request, address, tag, stamp=stamp, since=now)

    def _made(self, request, address: str, tag: str, *, stamp: str, since: float):
        with noting() as holding:
            response = self.get_response(request)
        if not is_everybodys(response):
            return _passed_on(response, tag)
        until = holding.until.timestamp() if holding.until else math.inf
        made_by = {"route": route_of(request), "stamp": stamp, "since": since, "until": until}
        page = zipped(replace(page_of(response), **made_by))
        # Some views might answer whoever asks for the head alone with less.
        if request.method == "GET":
            self.store.set(address, page, is_usual=is_usual(request))
        return answer(request, page, response)


def _passed_on(response, tag: str = ""):
    """An answer that is not kept: a table is streamed, and still known by its version."""
    if response.status_code == 200 and response.streaming and is_unsaid(response) and tag:
        return _tagged(response, tag)
    return _said(response, FOR_ONE if response.has_header("Vary") else ASK_FIRST)


def _said(response, caching: str):
    response.headers.setdefault("Cache-Control", caching)
    return response


def _tagged(response, tag: str):
    response["ETag"] = tag
    return _said(response, ASK_FIRST)


def _tag(address: str, stamp: str) -> str:
    """Stands for what the page says, not for its bytes: it is known before the page is made."""
    return f'W/"{blake2b(f"{address} {stamp}".encode(), digest_size=15).hexdigest()}"'
