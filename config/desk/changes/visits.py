"""When a member of staff last looked at the changes, kept in a signed cookie of their browser."""

import datetime as dt

from django.conf import settings
from django.core import signing

COOKIE = "changes-seen"
YEAR = 365 * 24 * 60 * 60
# Whoever looks again so soon is still on the same visit.
ONE_VISIT = dt.timedelta(minutes=30)


def last_look(request) -> dt.datetime | None:
    """When the reader last opened the list."""
    return _kept(request)[1]


def last_visit(request, now: dt.datetime) -> dt.datetime | None:
    """When the reader opened the list on the visit before this one."""
    before, last = _kept(request)
    return last if last and now - last > ONE_VISIT else before


def note_visit(request, response, now: dt.datetime) -> None:
    """Keep in the answer that the reader has opened the list."""
    before = last_visit(request, now)
    value = [request.user.pk, before and before.timestamp(), now.timestamp()]
    response.set_cookie(
        COOKIE,
        signing.dumps(value, salt=COOKIE),
        max_age=YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _kept(request) -> tuple[dt.datetime | None, dt.datetime | None]:
    """When the reader opened the list on the visit before, and last; None for what is not known."""
    try:
        user, before, last = signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE)
    except signing.BadSignature:
        return None, None
    if user != request.user.pk:
        return None, None
    return _moment(before), _moment(last)


def _moment(stamp: float | None) -> dt.datetime | None:
    return stamp and dt.datetime.fromtimestamp(stamp, dt.UTC)
