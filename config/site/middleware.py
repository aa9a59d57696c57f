from codecs import lookup
from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpResponseBadRequest, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import activate, get_language, get_language_from_path

from config.site.requests import has_odd_cookies
from forum.history.addresses import follow, is_gone


class SpeakTheLanguageOfTheAddress:
    """Answer in the language of the address: English where it has none.

    Django's own says of such pages that they vary with the browser's languages, which none does.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        activate(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = get_language()
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", get_language())
        return response


class RefuseNullCharacters:
    """Answer 400 to an address with a NUL in it, which no database can search for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path or "\x00" in unquote(request.META.get("QUERY_STRING", "")):
            raise BadRequest("The address contains a NUL character.")
        return self.get_response(request)


class RefuseOddCookies:
    """Answer 400 to cookies that no page has set.

    Those that the site uses are dropped, or the browser would be refused for ever.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not has_odd_cookies(request):
            return self.get_response(request)
        response = HttpResponseBadRequest(render_to_string("400.html"))
        used = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
        for name in (*used, settings.LANGUAGE_COOKIE_NAME):
            response.delete_cookie(name)
        return response


class RefuseOtherEncodings:
    """Answer 400 to a request that says it is not in UTF-8, as no browser does.

    Some of what Python takes for an encoding is none of texts, or makes what is no character.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if self._is_other(request.content_params.get("charset", "")):
            raise BadRequest("The request is not in UTF-8.")
        return self.get_response(request)

    def _is_other(self, charset: str) -> bool:
        """What Python knows no encoding for is read as UTF-8, as Django does."""
        try:
            return charset != "" and lookup(charset).name != "utf-8"
        except (LookupError, ValueError):
            return False


class ReadForms:
    """Read a form that was sent before anything else does: one that cannot be read is a 400.

    Also where there is no such page: Django's answer to that looks for a token in the form.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        _read = request.POST  # Raises what becomes a 400 or a 413.
        return self.get_response(request)


class FollowOldAddresses:
    """Lead visitors of a record's former address on to its present one.

    Where a person stood whose name is withheld, nothing leads on: 410.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        language = get_language_from_path(request.path)
        prefix = f"/{language}" if language else ""
        path = request.path.removeprefix(prefix)
        present = follow(path)
        if present is None:
            return self._gone(request) if is_gone(path) else response
        query = request.META.get("QUERY_STRING")
        url = f"{prefix}{present}"
        return HttpResponsePermanentRedirect(f"{url}?{query}" if query else url)

    def _gone(self, request):
        return render(request, "410.html", status=410)
