"""A page's record, said again for machines in a block of JSON-LD."""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from config.site import linked_data

register = template.Library()

# Nothing in a text can end the block that it stands in.
HARMLESS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def _block(facts: dict) -> SafeString:
    written = json.dumps(facts, ensure_ascii=False).translate(HARMLESS)
    safe = mark_safe(written)  # noqa: S308 - made harmless by the line above
    return format_html('<script type="application/ld+json">{}</script>', safe)


def _link(context):
    return context["request"].build_absolute_uri


@register.simple_tag
def as_linked_data(facts: dict) -> SafeString:
    """Write what a view says of its record in the terms of schema.org."""
    return _block(facts)


@register.inclusion_tag("_partials/breadcrumbs.html", takes_context=True)
def breadcrumbs(context, *steps):
    """The way to this page: pairs of a label and an address, without the page itself."""
    pairs = list(zip(steps[::2], steps[1::2], strict=True))
    data = _block(linked_data.breadcrumbs(pairs, _link(context)))
    return {"steps": pairs, "data": data}
