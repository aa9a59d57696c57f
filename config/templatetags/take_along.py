"""What lets a page be shared, printed and found again."""

from functools import lru_cache

import segno
from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language

register = template.Library()

# What Open Graph calls our languages (https://ogp.me).
OPEN_GRAPH_LOCALE = {"en": "en_GB", "kk": "kk_KZ", "ru": "ru_RU", "et": "et_EE"}


@register.simple_tag(takes_context=True)
def qr(context) -> SafeString:
    """A code that leads back to this page, for its printed version.

    Without the parameters, which anybody can make longer than a code can be.
    """
    request = context["request"]
    return _drawn(request.build_absolute_uri(request.path))


@lru_cache(256)
def _drawn(address: str) -> SafeString:
    drawing = segno.make(address, error="m")
    svg = mark_safe(drawing.svg_inline(border=0, omitsize=True))  # noqa: S308 - from segno
    return format_html('<div class="qr" aria-hidden="true">{}</div>', svg)


@register.inclusion_tag("_partials/share.html", takes_context=True)
def share(context, title, description="", image=None):
    """What other sites show of this page when it is linked to (Open Graph)."""
    link = context["request"].build_absolute_uri
    language = get_language()
    return {
        "title": title,
        "description": Truncator(" ".join((description or "").split())).chars(200),
        "image": link(image.url) if image else "",
        "address": link(context["request"].path),
        "site_name": settings.SITE_NAME,
        "locale": OPEN_GRAPH_LOCALE.get(language),
        "others": [name for code, name in OPEN_GRAPH_LOCALE.items() if code != language],
    }
