"""Texts from staff, made into HTML that can do no harm."""

import nh3
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from markdown_it import MarkdownIt

TAGS = {
    *("a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"),
    *("h3", "h4", "h5", "h6", "table", "tbody", "td", "th", "thead", "tr"),
}


def marked(text: str, language: str) -> SafeString | str:
    """A text that says in which language it is, if that is not the reader's."""
    if not text or not language or language == get_language():
        return text
    return format_html('<span class="fallback" lang="{}">{}</span>', language, text)


def inline(template_name: str, **context: object) -> SafeString:
    """A part of a line, without blanks at its ends: a comma or a bracket may follow."""
    html = render_to_string(template_name, context).strip()
    return mark_safe(html)  # noqa: S308 - what a template gave


def render_markdown(text: str) -> SafeString:
    """Turn CommonMark with tables into HTML; raw HTML in it shows as text.

    Headings start at the third level, below the page's own.
    """
    # One parser a call: a shared one is not safe among threads.
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    html = parser.render(text)
    for level in (5, 4, 3, 2, 1):
        lower = min(level + 2, 6)
        html = html.replace(f"<h{level}>", f"<h{lower}>").replace(f"</h{level}>", f"</h{lower}>")
    cleaned = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, link_rel="noopener nofollow")
    return mark_safe(cleaned)  # noqa: S308 - cleaned by the line above
