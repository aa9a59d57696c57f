"""Answers as their readers see them: a page's words and links, a file's text, a PDF, a calendar."""

import re
from html import unescape
from html.parser import HTMLParser
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from pypdf import PdfReader

from forum.derived import catch_up


def read(response) -> str:
    """The page's words as a reader sees them, without markup and runs of blanks."""
    main = response.text.partition('<main id="content"')[2].partition("</main>")[0]
    main = re.sub(r"<script.*?</script>", "", main.partition(">")[2], flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())


def heading_jumps(page: str) -> list[str]:
    """Where a page's headings leave out a level, beginning with one first: “h1 → h3: Title”."""
    found = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", page, flags=re.DOTALL)
    levels = [0, *(int(level) for level, _text in found)]
    return [
        f"h{before} → h{after}: {' '.join(re.sub(r'<[^>]*>', ' ', text).split())}"
        for before, after, (_level, text) in zip(levels, levels[1:], found, strict=False)
        if after > before + 1
    ]


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        # The ways to narrow a list further and further have no end.
        if ("rel", "nofollow") not in attrs:
            self.found += [value for name, value in attrs if name in ("href", "src", "action")]


def links(page: str) -> list[str]:
    """Every address that a page names, as it is written there."""
    parser = _Links()
    parser.feed(page)
    return parser.found


def body(response) -> str:
    """The whole text of an answer, also of a file that is sent in pieces, and of a PDF."""
    # Read to its end, a file closes; close() would end the test's own database connection.
    content = response.getvalue()
    if content.startswith(b"%PDF-"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return content.decode(errors="replace")


def pdf_of(response) -> PdfReader:
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(response.content))


def words_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def read_calendar(client, path) -> bytes:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return response.content


def entries(client, path) -> list:
    """The entries of a calendar."""
    return list(Calendar.from_ical(read_calendar(client, path)).walk("VEVENT"))


def cost(client, url) -> int:
    """How many queries a page makes."""
    catch_up()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def refusals(record) -> dict:
    """What a record is refused for, by field."""
    with pytest.raises(ValidationError) as refused:
        record.full_clean()
    return refused.value.message_dict


def tight(response) -> str:
    """The HTML of an answer without the white space between its tags."""
    page = re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join(response.text.split()))
    return page.replace('" >', '">')


def in_words(response) -> str:
    """The text of an answer with single blanks, its tags left out."""
    words = re.sub(r"<[^>]*>", " ", response.text)
    return re.sub(r" ([,.:;])", r"\1", " ".join(words.split()))
