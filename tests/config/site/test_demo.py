"""The demonstration, crawled once: its links, its pages to a strict parser, their weight."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import html5lib
import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override

from agreements.models import Agreement
from delegations.models import Institution, Official
from forum.models import Event
from tests.crawling import crawl
from tests.emptiness import empty_parts
from tests.reading import body, heading_jumps

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.xdist_group("demo")]

FORUM = "events/kazakhstan-estonia-rectors-forum-2025/"
KINDS_OF_PAGE = [
    "",
    "about/",
    "events/",
    "events/?country=KZ&q=forum",
    "events/?country=KZ&kind=fair",
    "events/president-of-estonia-in-kazakhstan-2025/",
    FORUM,
    f"{FORUM}delegations/",
    f"{FORUM}agreements/",
    "events/poland-uzbekistan-rectors-forum-2023/programme/",
    "events/eua-convention-2009/programme/",
    "events/ehea-ministerial-conference-2027/",
    "institutions/",
    "institutions/university-of-gdansk/",
    "institutions/university-of-gdansk/agreements/",
    "officials/",
    "officials/renno-veinthal/",
    "agreements/",
    "agreements/almau-taltech-cooperation-2025/",
    "agreements/estonia-russia-education-1994/",
    "agreements/leuven-communique-2009/",
    "agreements/lisbon-recognition-convention-1997/",
    "relations/",
    "relations/ee/",
    "relations/ee/kz/",
    "relations/ee/uz/",
    "search/?q=university",
    "search/?q=nothing",
    "nowhere/",
]
MODELS = (Event, Institution, Official, Agreement)
STATIC = Path(settings.STATICFILES_DIRS[0])
# Those of pages for visitors, not of signing in and of a delegation's own page.
OTHERS = {STATIC / "css" / name for name in ("account.css", "nominating.css", "visiting.css")}
STYLESHEETS = sorted({*(STATIC / "css").glob("*.css")} - OTHERS)

in_each_language = pytest.mark.parametrize("language", ["en", "kk", "ru", "et"])


@dataclass
class Crawled:
    """What was read of the demonstration in one language."""

    pages: dict[str, tuple[int, str]]
    kinds: dict[str, str]
    published: dict[str, type]


@pytest.fixture(scope="module")
def crawled(undone, load_demo):
    @cache
    def crawled(language):
        client, start = Client(), "/" if language == "en" else f"/{language}/"
        with undone(), override(language):
            load_demo()
            pages = crawl(client, start)
            kinds = {
                kind: pages[start + kind][1]
                if start + kind in pages
                else body(client.get(start + kind))
                for kind in KINDS_OF_PAGE
            }
            records = [record for model in MODELS for record in model.objects.published()]
            return Crawled(pages, kinds, {each.get_absolute_url(): type(each) for each in records})

    return crawled


@in_each_language
def test_every_link_of_the_demo_leads_somewhere_and_every_published_record_is_reached(
    crawled, language
):
    demo = crawled(language)

    assert {url: status for url, (status, _text) in demo.pages.items() if status >= 400} == {}
    assert set(demo.published) - set(demo.pages) == set()
    assert set(demo.published.values()) == set(MODELS)


@in_each_language
def test_every_kind_of_page_parses_strictly(crawled, language):
    for page in crawled(language).kinds.values():
        # Raises what it finds wrong.
        html5lib.HTMLParser(strict=True).parse(page.lstrip())


@in_each_language
def test_nothing_stands_on_a_page_without_saying_anything(crawled, language):
    pages = crawled(language).pages.items()
    shown = {url: text for url, (_status, text) in pages if text.lstrip().startswith("<!doctype")}

    assert len(shown) > 200
    assert {url: found for url, text in shown.items() if (found := empty_parts(text))} == {}


@in_each_language
def test_no_page_leaves_out_a_level_of_headings(crawled, language):
    pages = {**crawled(language).kinds, **dict(_html_of(crawled(language)))}

    assert {url: jumps for url, page in pages.items() if (jumps := heading_jumps(page))} == {}
    assert {url for url, page in pages.items() if page.count("<h1") != 1} == set()


def _html_of(crawled):
    for url, (_status, text) in crawled.pages.items():
        if text.lstrip().lower().startswith("<!doctype html"):
            yield url, text


@in_each_language
def test_the_heaviest_page_with_all_that_it_loads_is_under_120_kb(crawled, language):
    loaded = [*STYLESHEETS, STATIC / "entente.js", STATIC / "icons.svg"]
    shared = sum(path.stat().st_size for path in loaded)
    drawn = (STATIC / "world.svg").stat().st_size
    weights = {kind: len(page.encode()) for kind, page in crawled(language).kinds.items()}

    assert weights[""] + shared + drawn < 120_000
    assert max(weights.values()) + shared < 120_000


def test_the_stylesheets_are_small():
    assert 15_000 < sum(path.stat().st_size for path in STYLESHEETS) < 26_000
