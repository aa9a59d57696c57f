import os
import shutil

import pytest
from django.contrib.auth import get_user_model
from django.db import connections
from playwright.sync_api import sync_playwright

from tests.browser.entering import enter

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
# What a browser says of requests that a test itself cuts off.
CUT_OFF = ("net::ERR_FAILED", "net::ERR_INTERNET_DISCONNECTED")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
        # While Playwright's loop runs, Django keeps connections apart from those made before and
        # after; nobody else closes them, and Postgres could not drop the test database.
        connections.close_all()


@pytest.fixture
def demo(transactional_db, load_demo):
    load_demo()


def is_wrong(said) -> bool:
    return said.type == "error" and not said.text.endswith(CUT_OFF)


@pytest.fixture
def open_page(chromium, live_server):
    """Open pages in a window of one's choosing; complaints of the console fail the test."""
    contexts, complaints = [], []

    def open_page(path="/", *, width=1280, **options):
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 800}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if is_wrong(said) else 0)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def sign_in(transactional_db, open_page):
    """Open a page of the admin as a member of staff, in a window of one's choosing."""
    get_user_model().objects.create_superuser("staff", password="staff")

    def sign_in(path, **options):
        page = open_page(f"/account/login/?next={path}", **options)
        enter(page)
        # The address of the page to sign in on ends with the path, too.
        page.wait_for_url(lambda url: "/login/" not in url)
        return page

    return sign_in
