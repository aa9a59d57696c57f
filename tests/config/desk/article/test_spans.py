"""Places of a text, as forms carry them, and the text cut at them."""

import pytest

from config.desk.article.marking import marked_text
from config.desk.article.spans import Marked, Span, as_typed_spans, pieces, spans_from

PERSON = Marked("people-0", "person", "people", "known", is_first=True)
EVENT = Marked("events-0", "event", "events", "new", is_first=True)


def test_spans_are_carried_by_a_form():
    spans = [Span(0, 4), Span(7, 9)]

    assert spans_from(as_typed_spans(spans), 9) == spans


@pytest.mark.parametrize("typed", ["", "x", "4-2", "0-99", "1-2-3", "-1-3", "1-2;3-4", "9" * 80])
def test_what_is_no_span_of_the_text_is_left_out(typed):
    assert spans_from(typed, 10) == []


def test_a_text_is_cut_where_marks_begin_and_end():
    cut = pieces("visit of Ann Lee to X", [(Span(0, 21), EVENT), (Span(9, 16), PERSON)])

    assert [(piece.text, piece.marks) for piece in cut] == [
        ("visit of ", (EVENT,)),
        ("Ann Lee", (PERSON, EVENT)),
        (" to X", (EVENT,)),
    ]
    assert [piece.begins for piece in cut] == [(EVENT,), (PERSON,), ()]


def test_the_text_stays_word_for_word_and_is_escaped():
    text = "<b>Ann & Lee</b>\n met"

    shown = marked_text(pieces(text, [(Span(3, 12), PERSON)]))

    assert shown == (
        '&lt;b&gt;<span id="in-people-0"></span>'
        '<a class="label of-people is-known" href="#people-0">person</a>'
        '<mark class="of-people is-known">Ann &amp; Lee</mark>&lt;/b&gt;\n met'
    )
