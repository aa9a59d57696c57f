from urllib.parse import unquote

from django.core.exceptions import BadRequest
from django.http import HttpResponsePermanentRedirect
from django.urls import reverse


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
        if response.status_code != 404 or match is None or "slug" not in match.kwargs:
            return response
        model = getattr(getattr(match.func, "view_class", None), "model", None)
        if model is None:
            return response
        renamed = model.history.filter(slug=match.kwargs["slug"]).values("id")
        record = model.objects.published().filter(pk__in=renamed).first()
        if record is None:
            return response
        url = reverse(match.view_name, kwargs=match.kwargs | {"slug": record.slug})
        return HttpResponsePermanentRedirect(url)
