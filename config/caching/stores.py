"""Where pages are kept: nowhere, in this worker's memory, or in a cache that workers share.

Each holds one page an address, the newest, and no more than it may.
"""

import logging
import time
from collections import OrderedDict
from hashlib import blake2b
from threading import Lock
from typing import Protocol

from django.conf import settings
from django.core.cache import caches

from config.caching.page import Page
from config.operations.away import is_away

log = logging.getLogger(__name__)
# So much of the whole one page may be, and all pages together of whose addresses there is no end.
LARGEST, UNUSUAL = 1 / 16, 1 / 4
HOUR = 3600


class Store(Protocol):
    def get(self, address: str, stamp: str, *, is_usual: bool) -> Page | None: ...

    def set(self, address: str, page: Page, *, is_usual: bool) -> None: ...


class Memory:
    """Pages in the memory of a process; what nobody asked for longest makes room.

    Those of unusual addresses have a share of their own: who makes up questions pushes nothing
    out but what others have asked.
    """

    def __init__(self, room: int):
        self.largest = int(room * LARGEST)
        self.unusual = Share(int(room * UNUSUAL))
        self.usual = Share(room - self.unusual.room)

    def get(self, address: str, stamp: str, *, is_usual: bool) -> Page | None:
        page = (self.usual if is_usual else self.unusual).get(address)
        return page if page and page.stamp == stamp else None

    def set(self, address: str, page: Page, *, is_usual: bool) -> None:
        if page.size <= self.largest:
            (self.usual if is_usual else self.unusual).set(address, page)


class Share:
    def __init__(self, room: int):
        self.room, self.used = room, 0
        self.pages: OrderedDict[str, Page] = OrderedDict()
        self.lock = Lock()

    def get(self, address: str) -> Page | None:
        with self.lock:
            page = self.pages.get(address)
            if page is not None:
                self.pages.move_to_end(address)
            return page

    def set(self, address: str, page: Page) -> None:
        with self.lock:
            self._drop(self.pages.pop(address, None), address)
            self.pages[address] = page
            self.used += _size(address, page)
            while self.used > self.room:
                oldest, dropped = self.pages.popitem(last=False)
                self._drop(dropped, oldest)

    def _drop(self, page: Page | None, address: str) -> None:
        self.used -= _size(address, page) if page else 0


def _size(address: str, page: Page) -> int:
    return len(address) + page.size


class Shared:
    """Pages in a cache of Django's, for an hour, and what was asked of it in memory too.

    A worker adds no more to it in that time than it may. Where that cache is away, each page is
    made.
    """

    def __init__(self, room: int, software: str):
        self.cache, self.software = caches["pages"], software
        self.near = Memory(room)
        self.largest = int(room * LARGEST)
        self.unusual = Allowance(int(room * UNUSUAL))
        self.usual = Allowance(room - self.unusual.room)

    def get(self, address: str, stamp: str, *, is_usual: bool) -> Page | None:
        if page := self.near.get(address, stamp, is_usual=is_usual):
            return page
        try:
            page = self.cache.get(self._key(address))
        except Exception as error:
            _unless_away(error)
            return None
        if page is None or page.stamp != stamp:
            return None
        self.near.set(address, page, is_usual=is_usual)
        return page

    def set(self, address: str, page: Page, *, is_usual: bool) -> None:
        self.near.set(address, page, is_usual=is_usual)
        allowance = self.usual if is_usual else self.unusual
        if page.size > self.largest or not allowance.takes(page.size):
            return
        try:
            self.cache.set(self._key(address), page, HOUR)
        except Exception as error:
            _unless_away(error)

    def _key(self, address: str) -> str:
        """Another software may mean something else by the same page."""
        return blake2b(f"{self.software} {address}".encode(), digest_size=20).hexdigest()


class Allowance:
    """So many bytes an hour."""

    def __init__(self, room: int):
        self.room, self.added, self.since = room, 0, time.monotonic()

    def takes(self, size: int) -> bool:
        if time.monotonic() - self.since > HOUR:
            self.added, self.since = 0, time.monotonic()
        self.added += size
        return self.added <= self.room


def _unless_away(error: Exception) -> None:
    if not (is_away(error) or isinstance(error, OSError)):
        raise error
    log.warning("The cache of pages is away: each page is made")


def store_for(software: str) -> Store | None:
    """The store that the settings name; None if nothing is kept."""
    room = settings.PAGE_CACHE_MB * 1_000_000
    if settings.PAGE_CACHE == "off":
        return None
    return Memory(room) if settings.PAGE_CACHE == "memory" else Shared(room, software)
