from codecs import lookup
from urllib.parse import unquote

from django.core.exceptions import BadRequest
from django.http import HttpResponsePermanentRedirect
from django.utils.translation import get_language_from_path

from forum.history.addresses import follow


class RefuseNullCharacters:
    """Answer 400 to an address with a NUL in it, which no database can search for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path or "\x00" in unquote(request.META.get("QUERY_STRING", "")):
            raise BadRequest("The address contains a NUL character.")
        return self.get_response(request)


class RefuseOtherEncodings:
    """Answer 400 to a request that says it is not in UTF-8, as no browser does.

    Some of what Python takes for an encoding is none of texts, or makes what is no character.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.encoding and lookup(request.encoding).name != "utf-8":
            raise BadRequest("The request is not in UTF-8.")
        return self.get_response(request)


class FollowOldAddresses:
    """Lead visitors of a record's former address on to its present one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        language = get_language_from_path(request.path)
        prefix = f"/{language}" if language else ""
        present = follow(request.path.removeprefix(prefix))
        if present is None:
            return response
        query = request.META.get("QUERY_STRING")
        url = f"{prefix}{present}"
        return HttpResponsePermanentRedirect(f"{url}?{query}" if query else url)
