"""A store holds the newest page of an address, and no more than it may."""

import pytest
from django.core.cache import caches
from django.test import override_settings

from config.caching.fingerprint import software
from config.caching.page import Page
from config.caching.stores import Memory, Shared
from tests.config.caching.clients import visitor
from tests.factories import make_event

MEGABYTE = 1_000_000
SHARED = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
SHARED |= {"pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# Nobody listens there.
AWAY = SHARED | {
    "pages": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://127.0.0.1:9/1",
    }
}


def page(size: int, stamp="1") -> Page:
    return Page(b"x" * size, "digest", {}, stamp=stamp)


def memory() -> Memory:
    return Memory(MEGABYTE)


def kept(store, addresses) -> list[str]:
    return [address for address in addresses if got(store, address)]


def got(store, address: str, stamp="1") -> Page | None:
    return store.get(address, stamp, is_usual="?" not in address)


def test_what_nobody_asked_for_longest_makes_room():
    store, addresses = memory(), [f"/{each}" for each in range(30)]
    for address in addresses:
        store.set(address, page(40_000), is_usual=True)
        got(store, "/0")

    left = kept(store, addresses)

    assert left[0] == "/0"
    assert left[1:] == addresses[-len(left) + 1 :]
    assert store.usual.used <= store.usual.room < MEGABYTE


def test_made_up_questions_push_out_only_each_other():
    store = memory()
    store.set("/", page(40_000), is_usual=True)
    for each in range(100):
        store.set(f"/?{each}", page(40_000), is_usual=False)

    assert kept(store, ["/", "/?99", "/?0"]) == ["/", "/?99"]


def test_a_newer_page_takes_the_place_of_an_older_one():
    store = memory()
    for stamp in ("1", "2"):
        store.set("/", page(10, stamp), is_usual=True)

    assert got(store, "/", "1") is None
    assert got(store, "/", "2")
    assert store.usual.used == len("/") + page(10).size


def test_a_page_that_would_push_out_most_others_is_not_kept():
    store = memory()
    store.set("/", page(MEGABYTE // 10), is_usual=True)

    assert got(store, "/") is None


@override_settings(CACHES=SHARED)
def test_workers_share_what_a_cache_keeps_and_each_adds_only_so_much():
    one, other = Shared(MEGABYTE, "software"), Shared(MEGABYTE, "software")
    one.set("/", page(10), is_usual=True)
    for each in range(100):
        one.set(f"/?{each}", page(40_000), is_usual=False)

    assert got(other, "/") == page(10)
    assert len(kept(other, [f"/?{each}" for each in range(100)])) == 6
    assert got(Shared(MEGABYTE, "other software"), "/") is None
    caches["pages"].clear()


@override_settings(CACHES=AWAY)
@pytest.mark.django_db
def test_a_shared_cache_that_is_away_costs_only_time():
    make_event(title_en="Forum")
    visiting = visitor("redis://")

    assert b"Forum" in visiting.get("/events/").content
    assert b"Forum" in visiting.get("/events/").content


def test_another_setting_is_another_software():
    software.cache_clear()
    before = software()
    software.cache_clear()
    assert software() == before
    with override_settings(SITE_NAME="Another"):
        software.cache_clear()
        assert software() != before
    software.cache_clear()
