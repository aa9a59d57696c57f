from urllib.parse import unquote

from django.core.exceptions import BadRequest
from django.http import HttpResponsePermanentRedirect
from django.urls import reverse

from agreements.models import Agreement
from delegations.models import Institution, Official
from forum.models import Event

MODELS = {
    "agreement": Agreement,
    "event": Event,
    "institution": Institution,
    "official": Official,
}
# What addresses call the slugs of the records that they name.
SLUGS = ("slug", "other_slug")


class RefuseNullCharacters:
    """Answer 400 to an address with a NUL in it, which no database can search for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path or "\x00" in unquote(request.META.get("QUERY_STRING", "")):
            raise BadRequest("The address contains a NUL character.")
        return self.get_response(request)


class FollowRenamedSlugs:
    """Lead visitors of a record's earlier address on to its present one.

    The earlier addresses are read from the history that every record keeps anyway.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        match = request.resolver_match
        if response.status_code != 404 or match is None:
            return response
        moved = present_slugs(match)
        if not moved:
            return response
        url = reverse(match.view_name, kwargs=match.kwargs | moved)
        query = request.META.get("QUERY_STRING")
        return HttpResponsePermanentRedirect(f"{url}?{query}" if query else url)


def present_slugs(match) -> dict[str, str]:
    """The slugs of an address that have been renamed, as they are now."""
    # The address of every page of a record is named after it: event-programme, event-file.
    model = MODELS.get(match.view_name.partition("-")[0])
    given = {name: match.kwargs[name] for name in SLUGS if model and name in match.kwargs}
    found = {name: renamed(model, slug) for name, slug in given.items()}
    return {name: record.slug for name, record in found.items() if record}


def renamed(model, slug: str):
    """The published record that had this slug last, if any; none if it is one's present slug."""
    if model.objects.published().filter(slug=slug).exists():
        return None
    history = model.history.filter(slug=slug).order_by("-history_date", "-history_id")
    keys = list(history.values_list("id", flat=True))
    published = model.objects.published().exclude(slug=slug).in_bulk(keys)
    return next((published[key] for key in keys if key in published), None)
