"""Whom a ceremony takes: those who sign at it."""

from collections.abc import Iterator

from agreements.choices import Stage
from agreements.models import Signatory
from forum.occupied import Window, occupies
from forum.programme.clashes import Taken


@occupies
def those_who_sign(window: Window) -> Iterator[Taken]:
    """Whoever signed online was in no place."""
    rows = Signatory.objects.filter(agreement__session__in=window.sessions, official__isnull=False)
    rows = rows.exclude(agreement__stage=Stage.ABANDONED).select_related("official", "agreement")
    for signatory in rows.order_by("pk"):
        session = window.sessions[signatory.agreement.session_id]
        place = None if signatory.is_online else session.venue or session.event.venue
        yield from window.taken_by(session, signatory.official, place=place)
