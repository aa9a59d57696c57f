from django.conf import settings
from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage, storages
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import conditional_page, require_safe
from django.views.generic import TemplateView

from agreements.charts import by_country, by_year
from agreements.models import Agreement
from config.site import calendars, pdf
from config.site.facets import EVENT_FACETS
from delegations.attendance import events_of
from delegations.models import Institution, Official
from forum.choices import EventStatus
from forum.models import Event
from forum.programme.reads import sessions_of
from forum.programme.tense import Tense
from forum.records import photos
from forum.records.files import file_response
from forum.records.pages import fetched
from forum.search import fulltext, words
from forum.search.facets import Filters
from forum.search.find import find, hits
from forum.search.index import KINDS

# How many results of each kind a page of results shows, and a list of suggestions.
SHOWN, SUGGESTED = 8, 4

# Who may open the files of a folder of the private storage.
PERMISSION_OF_FOLDER = {
    "attachments": "forum.view_attachment",
    "texts": "agreements.view_text",
}


class HomeView(TemplateView):
    template_name = "home.html"

    def get_context_data(self, **kwargs):
        events = Event.objects.published()
        agreements = Agreement.objects.published()
        today = timezone.localdate()
        due = events.upcoming().exclude(status=EventStatus.POSTPONED).for_listing()[:6]
        on_now = [event for event in due if event.tense() == Tense.ON]
        coming = [event for event in due if event.tense() == Tense.AHEAD]
        context = super().get_context_data(
            on_now=on_now,
            next_event=coming[0] if coming else None,
            upcoming=coming[1:],
            recent=events.past().exclude(status=EventStatus.CANCELLED).for_listing()[:5],
            agreements=agreements.for_listing().newest_first()[:5],
            years=by_year(agreements, today),
            countries=by_country(agreements),
            event_count=events.count(),
            agreement_count=agreements.count(),
            institution_count=Institution.objects.published().count(),
            official_count=Official.objects.published().count(),
            **kwargs,
        )
        return fetched(context)


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
@conditional_page
def events_calendar(request):
    """The events that a list shows, to be followed in a calendar."""
    filters = Filters(request.GET, Event.objects.published(), EVENT_FACETS, "event")
    events = filters.records.select_related("venue__parent").in_time()
    return calendars.calendar_of_events(events, name=settings.SITE_NAME, request=request)


@require_safe
@conditional_page
def institution_calendar(request, slug):
    """The events that an institution took part in."""
    institution = get_object_or_404(Institution.objects.published(), slug=slug)
    events = events_of(institution).select_related("venue__parent").in_time()
    name = f"{settings.SITE_NAME}: {institution}"
    return calendars.calendar_of_events(events, name=name, request=request, of=institution)


def published_event(slug):
    events = Event.objects.published().select_related("venue__parent")
    return get_object_or_404(events, slug=slug)


@require_safe
@conditional_page
def event_calendar(request, slug):
    """One event, to be added to a calendar."""
    event = published_event(slug)
    if not event.is_dated:
        raise Http404
    return calendars.calendar_of_events([event], name=str(event), request=request, of=event)


@require_safe
@conditional_page
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
def picture(request, width, name):
    """Hand out a public picture in one of the sizes that pages show."""
    try:
        response = file_response(lambda: photos.rendition(name, width))
    except ValueError as error:
        raise Http404 from error
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@require_safe
def robots(request):
    """Tell crawlers what not to read, and where the list of pages is."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_safe
def healthz(request):
    """Say that the process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request):
    """Say whether the database answers and is migrated; 503 if it is not migrated."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return HttpResponse("migrations pending", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def media(request, name):
    """Hand out a public picture. A web server in front may do it faster."""
    return file_response(lambda: default_storage.open(name))


@staff_member_required
@require_safe
def private_file(request, name):
    """Hand out a private file to staff who may see the record that it belongs to."""
    # The plain name of a file in its folder: “..” must not lead from one folder to another.
    folder, _slash, file = name.partition("/")
    permission = PERMISSION_OF_FOLDER.get(folder) if "/" not in file else None
    if permission is None or not request.user.has_perm(permission):
        raise PermissionDenied
    response = file_response(lambda: storages["private"].open(name), as_attachment=True)
    response["Cache-Control"] = "private, no-store"
    return response
