import re

import pytest

from forum.records.markup import render_markdown
from tests.reading import links


def test_markdown_becomes_html():
    html = render_markdown("**Bold** and *more*\n\n- one\n- two\n\n[site](https://example.org)")

    assert html == (
        "<p><strong>Bold</strong> and <em>more</em></p>\n"
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"
        '<p><a href="https://example.org" rel="noopener nofollow">site</a></p>\n'
    )


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
        ([3, 3, 4], [2, 2, 3]),
        ([2, 4, 3, 2], [2, 3, 3, 2]),
        ([4, 1, 3], [2, 2, 3]),
    ],
)
def test_headings_start_below_the_title_of_the_page_and_leave_out_no_level(written, levels):
    html = render_markdown("\n\n".join(f"{'#' * level} Heading" for level in written))

    assert re.findall(r"<h(\d)>", html) == [str(level) for level in levels]
    assert re.findall(r"</h(\d)>", html) == [str(level) for level in levels]


def test_a_table_is_a_table():
    html = render_markdown("| a | b |\n|---|---|\n| 1 | 2 |")

    assert re.findall(r"<t[hd]>(.)</t[hd]>", html) == ["a", "b", "1", "2"]


def test_a_heading_written_as_text_stays_text():
    assert render_markdown("`<h1>x</h1>`") == "<p><code>&lt;h1&gt;x&lt;/h1&gt;</code></p>\n"


@pytest.mark.parametrize(
    "attempt",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<iframe src='https://evil.example'></iframe>",
        "<a href='javascript:alert(1)'>x</a>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "![x](javascript:alert(1))",
        "![x](https://evil.example/track.png)",
        "<javascript:alert(1)>",
        '[x](https://example.org "onmouseover=alert(1)")',
        '[x](https://example.org/"onmouseover="alert(1))',
        "<style>*{display:none}</style>",
        "<form action='https://evil.example'><input name=x></form>",
        "<p onclick=alert(1)>x</p>",
        "<!--[if IE]><script>alert(1)</script><![endif]-->",
        "[x]: javascript:alert(1)\n\n[x]",
        "<math><mtext></table><mglyph><style><img src=x onerror=alert(1)>",
    ],
)
def test_what_staff_paste_can_do_no_harm(attempt):
    html = render_markdown(attempt)

    tags = set(re.findall(r"<\s*/?\s*([a-z!]+[1-6]?)", html))
    attributes = set(re.findall(r"<[a-z1-6]+ ([^>]*)>", html))
    assert tags <= {"p", "a", "em", "strong", "code"}
    assert all(
        re.fullmatch(r'(href="[^"]*" ?)?(title="[^"]*" ?)?(rel="[^"]*")?', each)
        for each in attributes
    )
    assert all(link.startswith("https://example.org") for link in links(html))


def test_text_beside_markup_is_kept():
    assert render_markdown("AT&T < IBM > x") == "<p>AT&amp;T &lt; IBM &gt; x</p>\n"
    assert render_markdown("") == ""
