from babel import Locale
from django import template
from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language

register = template.Library()


@register.inclusion_tag("_partials/languages.html", takes_context=True)
def languages(context):
    """Links to this very page in each language."""
    request = context.get("request")
    path = request.get_full_path() if request else "/"
    links = [
        (code, Locale(code).get_language_name(), translate_url(path, code))
        for code, _name in settings.LANGUAGES
    ]
    return {"links": links, "current": get_language()}
