from django.conf import settings
from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage, storages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from agreements.models import Agreement
from config.site import calendars, pdf
from config.site.facets import EVENT_FACETS
from delegations.attendance import events_of
from delegations.models import Institution
from forum.audit.trail import note
from forum.choices import AuditKind
from forum.models import Event
from forum.programme.reads import sessions_of
from forum.search import fulltext, words
from forum.search.facets import Filters
from forum.search.find import find, hits
from forum.search.index import KINDS
from forum.uploads.fields import DocumentField
from forum.uploads.owners import is_shown, may_open, record_of
from forum.uploads.renditions import rendition
from forum.uploads.sending import PRIVATE, PUBLIC, file_response

# How many results of each kind a page of results shows, and a list of suggestions.
SHOWN, SUGGESTED = 8, 4


@require_safe
def search_results(request):
    """What matches the words, by kind, the best first."""
    query = " ".join(request.GET.get("q", "").split())[: words.LONGEST_QUERY]
    found = find(query)
    groups = [
        {
            "kind": KINDS[name],
            "label": KINDS[name].model._meta.verbose_name_plural,
            "count": len(entries),
            "hits": hits(entries[:SHOWN], query),
        }
        for name, entries in found.entries.items()
    ]
    context = {
        "query": query,
        "groups": groups,
        "most": fulltext.RANKED,
        "similar": hits(found.similar[:SHOWN], query),
        "meant": found.meant,
    }
    return TemplateResponse(request, "search.html", context)


@require_safe
def search_suggestions(request):
    """The best matches while somebody types, as JSON: [{label, kind, url}]."""
    query = request.GET.get("q", "")
    found = find(query)
    best = [key for entries in found.entries.values() for key in entries[:SUGGESTED]]
    rows = [
        {
            "label": str(hit.record),
            "kind": capfirst(hit.kind.model._meta.verbose_name),
            "url": hit.record.get_absolute_url(),
        }
        for hit in hits([*best, *found.similar[:SUGGESTED]], query)
    ]
    return JsonResponse({"suggestions": rows})


@require_safe
def events_calendar(request):
    """The events that a list shows, to be followed in a calendar."""
    filters = Filters(request.GET, Event.objects.published(), EVENT_FACETS, "event")
    events, about = calendars.to_follow(filters.records, request.GET)
    name = settings.SITE_NAME
    return calendars.calendar_of_events(events, name=name, request=request, about=about)


@require_safe
def institution_calendar(request, slug):
    """The events that an institution took part in."""
    institution = get_object_or_404(Institution.objects.published(), slug=slug)
    events, about = calendars.to_follow(events_of(institution), request.GET)
    name = f"{settings.SITE_NAME}: {institution}"
    return calendars.calendar_of_events(
        events, name=name, request=request, of=institution, about=about
    )


def published_event(slug):
    events = Event.objects.published().select_related("venue__parent")
    return get_object_or_404(events, slug=slug)


@require_safe
def event_calendar(request, slug):
    """One event, to be added to a calendar."""
    event = published_event(slug)
    if not event.is_dated:
        raise Http404
    return calendars.calendar_of_events([event], name=str(event), request=request, of=event)


@require_safe
def programme_calendar(request, slug, pk=None):
    """The programme of an event, or one item of it."""
    event = published_event(slug)
    sessions = [s for s in sessions_of(event) if s.has_entry and pk in (None, s.pk)]
    if not sessions:
        raise Http404
    return calendars.calendar_of_programme(event, sessions, request=request, item=pk)


@require_safe
def programme_pdf(request, slug):
    """The programme of an event as PDF."""
    event = published_event(slug)
    address = request.build_absolute_uri(reverse("event-programme", args=[slug]))
    return pdf.programme(event, sessions_of(event), address=address)


@require_safe
def agreement_pdf(request, slug):
    """The record of an agreement as PDF."""
    agreement = get_object_or_404(Agreement.objects.published().with_status(), slug=slug)
    return pdf.agreement(
        agreement,
        agreement.parties.with_names(),
        agreement.signatories.with_dated_names(),
        on=timezone.localdate(),
        address=request.build_absolute_uri(agreement.get_absolute_url()),
    )


@require_safe
def media(request, name):
    """Hand out a picture as it is kept."""
    return _picture(request, name, lambda: default_storage.open(name))


@require_safe
def picture(request, width, name):
    """Hand out a picture in one of the sizes that pages show."""
    try:
        return _picture(request, name, lambda: rendition(name, width))
    except ValueError as error:
        raise Http404 from error


def _picture(request, name, opener):
    """Visitors get the pictures of published records; staff those of records that they may see.

    A picture never changes under its name: who has it need only ask whether it may still be seen.
    """
    if is_shown(name):
        known = get_conditional_response(request, etag=quote_etag(name))
        response = known or file_response(opener, caching=PUBLIC)
        response["ETag"], response["Cache-Control"] = quote_etag(name), PUBLIC
        return response
    if may_open(request.user, name):
        return file_response(opener, caching=PRIVATE)
    raise Http404


@require_safe
def robots(request):
    """Tell crawlers what not to read, and where the list of pages is."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    hidden = [f"Disallow: {path}" for path in ("/account/", "/admin/", "/search/")]
    lines = ["User-agent: *", *hidden, f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_safe
@staff_member_required
@require_safe
def private_file(request, name):
    """Hand out a private file to staff who may see the record that it belongs to."""
    record = record_of(name, DocumentField)
    if record is None:
        raise Http404
    if not may_open(request.user, name):
        raise PermissionDenied
    if request.method == "GET":
        note(AuditKind.EXPORTED, request=request, subject=record)
    said = {"as_attachment": True, "filename": record.file_name}
    return file_response(lambda: storages["private"].open(name), caching=PRIVATE, **said)
