"""The frame of every page: its languages, its address in each of them, its picture."""

from urllib.parse import parse_qsl, urlencode

from babel import Locale
from django import template
from django.conf import settings
from django.utils.translation import get_language, get_language_from_path

register = template.Library()


def in_each_language(request) -> list[tuple[str, str]]:
    """This very page in each language, as (code, path), and the page that it leads on to."""
    page, mark, query = (request.get_full_path() if request else "/").partition("?")
    return [
        (code, _in_language(page, code) + mark + _leading_on(query, code))
        for code, _name in settings.LANGUAGES
    ]


def _leading_on(query: str, code: str) -> str:
    follows = parse_qsl(query, keep_blank_values=True)
    if not any(name == "next" and path.startswith("/") for name, path in follows):
        return query
    in_language = [
        (name, _in_language(path, code) if name == "next" else path) for name, path in follows
    ]
    return urlencode(in_language, safe="/")


def _in_language(path: str, code: str) -> str:
    # One slash at the beginning: two would lead to another site.
    rest = path.removeprefix(f"/{get_language_from_path(path)}/").lstrip("/")
    return f"/{rest}" if code == settings.LANGUAGE_CODE else f"/{code}/{rest}"


@register.inclusion_tag("_partials/languages.html", takes_context=True)
def languages(context):
    """Links to this very page in each language."""
    links = [
        (code, Locale(code).get_language_name(), path)
        for code, path in in_each_language(context.get("request"))
    ]
    return {"links": links, "current": get_language()}


@register.inclusion_tag("_partials/alternates.html", takes_context=True)
def alternates(context):
    """What search engines and other sites are told of this page's address."""
    request = context.get("request")
    if request is None or request.resolver_match is None:
        return {}
    links = [(code, request.build_absolute_uri(p)) for code, p in in_each_language(request)]
    return {"links": links, "here": request.build_absolute_uri(), "language": get_language()}
