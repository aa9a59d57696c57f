"""The ceremony pack: one PDF with all that a signing ceremony needs, for staff."""

from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from agreements.ceremony.signings import Signing, language_list, named, signings, who
from agreements.models import Agreement, Party, Signatory
from config.typesetting import pdf
from delegations import naming
from delegations.naming import Reader
from forum import wording
from forum.admin.autocompletes import is_key
from forum.audit.trail import note
from forum.choices import AuditKind
from forum.models import Event, Session
from forum.records.partial_dates import format_day
from forum.records.texts import said
from forum.rights import EXPORT, may, sees_all


@staff_member_required
@require_safe
def event_pack(request, key) -> HttpResponse:
    """The pack of all documents of an event."""
    event = _find(request, Event, key)
    note(AuditKind.EXPORTED, request=request, subject=event, form="pdf")
    return _pack(event, signings(event))


@staff_member_required
@require_safe
def session_pack(request, key) -> HttpResponse:
    """The pack of one item of a programme."""
    session = _find(request, Session, key)
    note(AuditKind.EXPORTED, request=request, subject=session, form="pdf")
    return _pack(session.event, signings(session.event, [session]))


def may_take_along(user) -> bool:
    """Whether the user may have a pack, which names all that is on record of a signing."""
    sees = [may(user, "view", model) for model in (Agreement, Party, Signatory)]
    return sees_all(user) and user.has_perm(EXPORT) and all(sees)


def _find(request, model, key):
    if not may_take_along(request.user):
        raise PermissionDenied
    if not is_key(key):
        raise Http404
    return get_object_or_404(model, pk=key)


def _pack(event: Event, documents: list[Signing]) -> HttpResponse:
    content = {
        "title": said(event, "title"),
        "kind": _("Signing ceremony"),
        "facts": wording.when_and_where(event),
        "empty": _("No document of this event is on record yet."),
        "labels": {
            "order": _("Running order"),
            "checks": _("To be settled before"),
            "nothing": _("Nothing is missing."),
            "seating": _("At the table, as the audience sees it"),
            "left": pgettext("side of a table", "left"),
            "right": pgettext("side of a table", "right"),
            "convention": _("The guest sits at the host's right hand."),
            "who": _("Who signs"),
            "copies": _("Copies to bring"),
            "witnesses": _("In the presence of"),
            "sheet": _("Record sheet"),
            "date": _("Date"),
            "place": _("Place"),
            "originals": _("Number of originals"),
            "name": _("Name and office"),
            "signature": _("Signature"),
            "remarks": _("Remarks"),
        },
        "documents": [_document(each) for each in documents],
        "address": "",
    }
    return pdf("ceremony.typ", content, file_name=f"{event.slug}-ceremony")


def _document(signing: Signing) -> dict:
    agreement = signing.agreement
    return {
        "title": said(agreement, "title"),
        "kind": capfirst(agreement.get_instrument_display()),
        "stage": agreement.get_stage_display(),
        "when": _when(agreement.session),
        "problems": signing.problems,
        "remarks": signing.remarks,
        "seats": [[who(each), _for(each)] for each in signing.seats],
        "signatories": [_signatory(each) for each in signing.signatories],
        "witnesses": [who(each) for each in signing.onlookers],
        "copies": [
            {
                "party": named(copy.party).in_words(),
                "languages": language_list(copy) or _("language not on record"),
                "order": " – ".join(named(party).in_words() for party in copy.order),
            }
            for copy in signing.copies
        ],
    }


def _when(session) -> str:
    if session is None:
        return _("At no item of the programme yet")
    day = format_day(session.day) if session.day else ""
    time = f"{session.starts_at:%H:%M}" if session.starts_at else ""
    parts = (session.name, day, time, said(session.venue, "name"))
    return ", ".join(part for part in parts if part)


def _signatory(signatory: Signatory) -> dict:
    capacity = [signatory.get_role_display()]
    principal = naming.person(signatory, Reader.STAFF, signatory.day).on_behalf_of
    if principal:
        capacity.append(_("on behalf of %(name)s") % {"name": principal})
    if signatory.authority:
        capacity.append(signatory.get_authority_display())
    return {
        "person": who(signatory),
        "party": _for(signatory),
        "capacity": "; ".join(str(each) for each in capacity),
    }


def _for(signatory: Signatory) -> str:
    return named(signatory.party).in_words() if signatory.party else ""
