import os
import shutil

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

# Playwright runs an event loop in this thread; Django's guard would take the tests for async.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def demo(transactional_db, load_demo):
    load_demo()


@pytest.fixture(scope="session")
def no_session_left(django_db_setup, django_db_blocker):
    """Let Postgres drop the test database, whatever a thread of the live server still holds.

    The test client switches off, for all threads, what closes a connection after a request.
    """
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture
def open_page(chromium, live_server, no_session_left):
    """Open pages in a window of one's choosing; complaints of the console fail the test."""
    contexts, complaints = [], []

    def open_page(path="/", *, width=1280, **options):
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 800}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else 0)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
