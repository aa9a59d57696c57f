"""How a page shows a picture."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from forum.uploads import renditions

register = template.Library()


@register.simple_tag
def picture(image, width: int = 640, alt: str | None = "", **attributes) -> SafeString:
    """Show a picture in the size that fits the screen, with its room kept while it loads."""
    found = renditions.addresses(image)
    chosen = max((w for w in found if w <= width), default=min(found))
    sides = (image.field.width_field, image.field.height_field)
    own_width, own_height = (getattr(image.instance, side) for side in sides)
    return format_html(
        '<img src="{}" srcset="{}" sizes="(max-width: 60rem) 100vw, {}px" width="{}" height="{}"'
        ' alt="{}" class="{}" loading="lazy" decoding="async">',
        found[chosen],
        ", ".join(f"{address} {w}w" for w, address in found.items()),
        width,
        min(own_width or width, width),
        round((own_height or width) * min(own_width or width, width) / (own_width or width)),
        alt or "",
        attributes.get("class", ""),
    )
