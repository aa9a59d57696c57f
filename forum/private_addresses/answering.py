"""What is answered at a private address: the same to every guess, and without a trace of it."""

from functools import wraps

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from forum.models import PrivateAddress
from forum.private_addresses.guesses import SECONDS, count_guess, may_guess
from forum.private_addresses.tokens import find_address, note_use


def at_private_address(model: type[PrivateAddress], *, nothing_here: str = "404.html"):
    """Hand a view the address itself where its route has a token.

    To an unknown, old or ended token it answers 404 with the page of that name, as it does to an
    Http404 of the view; after too many of them, 429 to everything that the same origin asks for.
    """

    def decorate(view):
        @wraps(view)
        def answer(request, token: str, **kwargs) -> HttpResponse:
            origin, now = request.META.get("REMOTE_ADDR", ""), timezone.now()
            if not may_guess(origin):
                response = render(request, "429.html", status=429)
                response["Retry-After"] = str(SECONDS)
                return _without_trace(response)
            try:
                response = _shown(view, find_address(model, token, now), now, request, kwargs)
            except Http404:
                count_guess(origin)
                response = render(request, nothing_here, status=404)
            return _without_trace(response)

        return answer

    return decorate


def _shown(view, address: PrivateAddress | None, now, request, kwargs) -> HttpResponse:
    if address is None:
        raise Http404
    response = view(request, address, **kwargs)
    note_use(address, now)
    return response


def _without_trace(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
