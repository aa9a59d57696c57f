"""Whatever a request changes is one revision, by whoever is signed in: all of it, or nothing."""

import reversion
from django.contrib.messages.storage import default_storage
from django.db import IntegrityError, OperationalError

from config.access.middleware import is_of_an_account
from forum.late import Asked, Overtaken, begin, beginning_again
from forum.uploads.storage import removed_if_it_fails

SAFE = ("GET", "HEAD", "OPTIONS")
# What Postgres says of two transactions of which it had to give up one.
GIVEN_UP = ("40001", "40P01")


class OneRevision:
    """Call the view in a transaction that is over before its answer is rendered.

    Who comes between two writers is called once more, from the beginning: then the forms and the
    rules see what the other one did, and say so. So is a view that is to ask about what it saved.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        # A wrong password takes half a second to refuse: nothing may be locked meanwhile.
        if request.method in SAFE or is_of_an_account(request):
            return None
        try:
            return self._whole(request, view, args, kwargs)
        except Asked:
            request._messages = default_storage(request)
            return _in_a_revision(request, view, args, kwargs, at_once=True)

    def _whole(self, request, view, args, kwargs):
        try:
            with beginning_again():
                return _in_a_revision(request, view, args, kwargs)
        except (Overtaken, IntegrityError, OperationalError) as error:
            if isinstance(error, OperationalError) and not _is_given_up(error):
                raise
        request._messages = default_storage(request)
        return _in_a_revision(request, view, args, kwargs, at_once=True)


def _in_a_revision(request, view, args, kwargs, *, at_once=False):
    with removed_if_it_fails(), reversion.create_revision():
        if at_once:
            begin()
        # Before the view, too: what it records may keep its author.
        _sign(request)
        answer = view(request, *args, **kwargs)
        _sign(request)
        return answer


def _sign(request):
    if request.user.is_authenticated and reversion.get_user() is None:
        reversion.set_user(request.user)


def _is_given_up(error: OperationalError) -> bool:
    return getattr(error.__cause__, "pgcode", None) in GIVEN_UP
