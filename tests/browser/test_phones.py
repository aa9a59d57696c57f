"""Nothing jumps while a page is loaded, and nobody presses Tab for ever to reach a list."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]

FORUM = "/events/kazakhstan-estonia-rectors-forum-2025/"
PATHS = [
    "/",
    "/events/",
    FORUM,
    "/events/poland-uzbekistan-rectors-forum-2023/programme/",
    f"{FORUM}delegations/",
    f"{FORUM}agreements/",
    "/institutions/",
    "/institutions/tallinn-university-of-technology/",
    "/officials/",
    "/agreements/",
    "/agreements/?country=EE",
    "/agreements/almau-taltech-cooperation-2025/",
    "/relations/ee/kz/",
    "/search/?q=taltech",
]
CHARTS = ["/", f"{FORUM}agreements/", "/agreements/", "/agreements/almau-taltech-cooperation-2025/"]
LISTS = ["/events/", "/institutions/", "/officials/", "/agreements/", "/agreements/?country=EE"]

WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
# Two frames later all that the script does at the start has been drawn.
SHIFT = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.shift))))
)"""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_is_loaded(open_page, width):
    # Far from the zones that a programme offers, so that the script adds one.
    page = open_page("/about/", width=width, timezone_id="America/Argentina/Buenos_Aires")
    page.add_init_script(WATCH)
    # The script comes late, after the page has been drawn, as on a slow network.
    page.route("**/*.js", lambda route: (page.wait_for_timeout(100), route.continue_()))

    moved = {}
    for path in PATHS:
        page.goto(path)
        if shift := page.evaluate(SHIFT):
            moved[path] = shift

    assert moved == {}


def test_filters_wait_closed_on_a_phone_and_stand_open_beside_the_list(open_page):
    page = open_page("/agreements/", width=390, java_script_enabled=False)
    choice = page.locator(".narrow").get_by_role("link", name="Estonia").first
    expect(choice).to_be_hidden()
    page.locator(".narrow summary").first.click()
    expect(choice).to_be_visible()

    page.set_viewport_size({"width": 1280, "height": 800})
    page.reload()
    choice.click()
    page.wait_for_url("**/agreements/?country=EE")


def test_the_first_record_is_a_few_tab_stops_away(open_page):
    page = open_page()

    for path in LISTS:
        page.goto(path)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text("Skip to the results")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        first = page.locator("#results ~ * a").first
        assert first.evaluate("each => each === document.activeElement"), path


TOO_SMALL = """
[...document.querySelectorAll("svg text")].filter((text) =>
  parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a < 11.95
).map((text) => text.textContent)
"""


def test_no_text_of_a_chart_is_smaller_than_twelve_pixels(open_page):
    page = open_page()

    small = {}
    for path in CHARTS:
        page.goto(path)
        for width in (320, 390, 800, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if texts := page.evaluate(TOO_SMALL):
                small[path, width] = texts

    assert small == {}
