import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.usefixtures("demo")

FORUM = "/events/kazakhstan-estonia-rectors-forum-2025/"
KINDS_OF_PAGE = [
    "/",
    "/about/",
    "/events/",
    FORUM,
    "/events/poland-uzbekistan-rectors-forum-2023/programme/",
    f"{FORUM}delegations/",
    f"{FORUM}agreements/",
    "/institutions/",
    "/institutions/tallinn-university-of-technology/",
    "/institutions/tallinn-university-of-technology/agreements/",
    "/officials/",
    "/officials/renno-veinthal/",
    "/agreements/",
    "/agreements/almau-taltech-cooperation-2025/",
]


def test_a_visitor_finds_what_a_university_signed_in_three_clicks(open_page):
    page = open_page("/")

    page.get_by_role("navigation", name="Main").get_by_role("link", name="Institutions").click()
    page.get_by_role("link", name="Tallinn University of Technology").click()
    page.get_by_role("link", name="Cooperation agreement between Almaty").click()

    assert page.get_by_role("heading", level=1).inner_text().startswith("Cooperation agreement")
    assert page.locator(".status").inner_text() == "signed"


def test_a_visitor_walks_from_a_forum_through_its_tabs(open_page):
    page = open_page(FORUM)

    for tab in ("Programme", "Delegations", "Agreements", "Overview"):
        page.get_by_role("navigation", name="This event").get_by_role("link", name=tab).click()
        assert page.locator(".tabs [aria-current=page]").inner_text() == tab


def test_the_language_switch_stays_on_the_page(open_page):
    page = open_page(FORUM)

    page.get_by_role("link", name="Қазақ тілі").click()

    assert page.url.endswith(f"/kk{FORUM}")
    assert page.locator("html").get_attribute("lang") == "kk"
    assert page.get_by_role("heading", level=1).inner_text() == (
        "Қазақстан мен Эстония ректорларының форумы"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(open_page, scheme):
    page = open_page(width=1280 if scheme == "light" else 390, color_scheme=scheme)

    found = {}
    for path in KINDS_OF_PAGE:
        page.goto(path)
        violations = Axe().run(page).response["violations"]
        found |= {
            (path, violation["id"]): [node["html"] for node in violation["nodes"]][:2]
            for violation in violations
        }

    assert found == {}


def test_no_page_is_wider_than_a_small_phone(open_page):
    page = open_page(width=320)

    too_wide = []
    for path in KINDS_OF_PAGE:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            too_wide.append(path)

    assert too_wide == []


def test_a_filter_works_without_a_script(open_page):
    page = open_page("/agreements/", java_script_enabled=False)

    page.get_by_label("Country").select_option("EE")
    page.get_by_role("button", name="Show").click()

    assert "country=EE" in page.url
    assert page.locator(".count").inner_text() == "4 documents"
