"""A text with its marks, as a page shows them: coloured, labelled, each a link to its row."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from config.desk.article.spans import Marked, Piece


def marked_text(pieces: Iterable[Piece]) -> SafeString:
    """HTML in which no blank is added: a label stands before what it is of."""
    return format_html_join("", "{}{}", ((_labels(piece.begins), _text(piece)) for piece in pieces))


def _labels(marks: Iterable[Marked]) -> SafeString:
    return format_html_join("", "{}", ((_label(mark),) for mark in marks))


def _label(mark: Marked) -> SafeString:
    place = format_html('<span id="in-{}"></span>', mark.anchor) if mark.is_first else ""
    return format_html(
        '{}<a class="label of-{} is-{}" href="#{}">{}</a>',
        place,
        mark.kind,
        mark.state,
        mark.anchor,
        mark.label,
    )


def _text(piece: Piece) -> SafeString | str:
    if not piece.marks:
        return piece.text
    narrowest = piece.marks[0]
    return format_html(
        '<mark class="of-{} is-{}">{}</mark>', narrowest.kind, narrowest.state, piece.text
    )
