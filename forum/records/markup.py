"""Texts from staff, made into HTML that can do no harm."""

from functools import lru_cache

import nh3
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from markdown_it import MarkdownIt
from markdown_it.token import Token

TAGS = {
    *("a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"),
    *("h2", "h3", "h4", "h5", "h6", "table", "tbody", "td", "th", "thead", "tr"),
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


def _outline(tokens: list[Token]) -> None:
    """Give each heading the level that its place among the others has, from the second on."""
    levels: list[str] = []
    for token in tokens:
        if token.type == "heading_open":
            levels = [*(level for level in levels if level < token.tag), token.tag]
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(len(levels) + 1, 6)}"


@lru_cache(256)
def render_markdown(text: str) -> SafeString:
    """Turn CommonMark with tables into HTML; raw HTML in it shows as text.

    Headings start below the title of the page, and leave out no level.
    """
    # One parser a call: a shared one is not safe among threads.
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(text)
    _outline(tokens)
    html = parser.renderer.render(tokens, parser.options, {})
    cleaned = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, link_rel="noopener nofollow")
    return mark_safe(cleaned)  # noqa: S308 - cleaned by the line above
