"""Pages as a strict parser reads them, and what they weigh."""

from itertools import cycle
from pathlib import Path

import html5lib
import pytest
from django.conf import settings

FORUM = "/events/kazakhstan-estonia-rectors-forum-2025/"
PAGES = [
    "/",
    "/about/",
    "/events/",
    "/events/?country=KZ&q=forum",
    "/events/?country=KZ&kind=fair",
    "/events/president-of-estonia-in-kazakhstan-2025/",
    FORUM,
    f"{FORUM}delegations/",
    f"{FORUM}agreements/",
    "/events/poland-uzbekistan-rectors-forum-2023/programme/",
    "/institutions/",
    "/institutions/university-of-gdansk/",
    "/institutions/university-of-gdansk/agreements/",
    "/officials/",
    "/officials/renno-veinthal/",
    "/agreements/",
    "/agreements/almau-taltech-cooperation-2025/",
    "/relations/",
    "/relations/ee/",
    "/relations/ee/kz/",
    "/relations/ee/uz/",
    "/search/?q=university",
    "/search/?q=nothing",
    "/nowhere/",
]
STATIC = Path(settings.STATICFILES_DIRS[0])


@pytest.mark.django_db
def test_every_kind_of_page_parses_strictly(client, load_demo):
    load_demo()

    # In a language each: the parser is slow, and the markup the same in all.
    for prefix, path in zip(cycle(["", "/kk", "/ru", "/et"]), PAGES, strict=False):
        # Raises what it finds wrong.
        html5lib.HTMLParser(strict=True).parse(client.get(prefix + path).text.lstrip())


@pytest.mark.django_db
def test_the_heaviest_page_with_all_that_it_loads_is_under_100_kb(client, load_demo):
    load_demo()
    shared = sum(
        (STATIC / name).stat().st_size for name in ("entente.css", "entente.js", "icons.svg")
    )
    drawn = (STATIC / "world.svg").stat().st_size

    heaviest = max(len(client.get(path).content) for path in PAGES)

    assert len(client.get("/").content) + shared + drawn < 100_000
    assert heaviest + shared < 100_000


def test_the_stylesheet_is_small():
    assert (STATIC / "entente.css").stat().st_size < 25_000
