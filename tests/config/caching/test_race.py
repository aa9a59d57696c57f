"""A change that is committed while a page is made never leaves an older page behind."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory, override_settings

from config.caching.middleware import KeepPages
from forum.models import Event
from tests.factories import make_event

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def rename(title: str) -> None:
    """Commit a change on a connection of its own."""

    def change():
        Event.objects.update(title_en=title)
        connection.close()

    with ThreadPoolExecutor(1) as another:
        another.submit(change).result()


def title() -> bytes:
    return Event.objects.values_list("title_en", flat=True).get().encode()


class Worker:
    """Answers with the title, and lets another process commit before or after it is read."""

    def __init__(self):
        self.before, self.after = [], []
        with override_settings(PAGE_CACHE="memory"):
            self.middleware = KeepPages(self.view)

    def view(self, request):
        request.resolver_match = None
        if self.before:
            rename(self.before.pop())
        read = title()
        if self.after:
            rename(self.after.pop())
        return HttpResponse(read)

    def get(self) -> bytes:
        return self.middleware(RequestFactory().get("/events/")).content


def test_what_is_committed_before_the_view_reads_may_be_on_the_page():
    make_event(title_en="0")
    worker = Worker()
    worker.before = ["1"]

    assert worker.get() == b"1"
    assert worker.get() == b"1"


def test_what_is_committed_after_the_view_has_read_is_on_the_next_page():
    make_event(title_en="0")
    worker = Worker()
    worker.after = ["1"]

    assert worker.get() == b"0"
    assert worker.get() == b"1"


def test_a_page_under_way_takes_no_newer_ones_place_for_long():
    make_event(title_en="0")
    worker = Worker()
    nested = []

    def view(request):
        old = HttpResponse(title())
        rename("1")
        with override_settings(PAGE_CACHE="memory"):
            worker.middleware.get_response = worker.view
        nested.append(worker.get())
        request.resolver_match = None
        return old

    worker.middleware.get_response = view

    assert worker.get() == b"0"
    assert nested == [b"1"]
    assert worker.get() == b"1"
