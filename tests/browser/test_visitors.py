import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.long_words import make_every_text_a_long_word

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]

FORUM = "/events/kazakhstan-estonia-rectors-forum-2025/"
PROGRAMME = "/events/poland-uzbekistan-rectors-forum-2023/programme/"
KINDS_OF_PAGE = [
    "/",
    "/about/",
    "/events/",
    FORUM,
    PROGRAMME,
    f"{FORUM}delegations/",
    f"{FORUM}agreements/",
    "/institutions/",
    "/institutions/tallinn-university-of-technology/",
    "/institutions/tallinn-university-of-technology/agreements/",
    "/officials/",
    "/officials/renno-veinthal/",
    "/agreements/",
    "/agreements/almau-taltech-cooperation-2025/",
    "/agreements/?country=EE&status=expired",
    "/relations/",
    "/relations/ee/",
    "/relations/ee/kz/",
    "/relations/ee/uz/",
    "/search/?q=taltech",
    "/search/?q=nothing",
]

# What makes a page wider than its window.
STICKING_OUT = """
[...document.querySelectorAll("body *")]
  .filter((each) => each.getBoundingClientRect().right > innerWidth)
  .map((each) => `${each.tagName} ${each.className}`).slice(0, 5)
"""
# All that WCAG 2.2 asks for, some of which axe leaves out by itself, and what is good practice.
RULES = {
    "runOnly": [
        *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
        "best-practice",
    ],
    "resultTypes": ["violations"],
}

# The words of the interface that the journeys below click on.
WORDS = {
    "": ("Agreements", "Tallinn University of Technology", "Kazakhstan", "signed"),
    "/kk": ("Келісімдер", "Таллин техникалық университеті", "Қазақстан", "қол қойылды"),
    "/ru": ("Соглашения", "Таллинский технический университет", "Казахстан", "подписано"),
    "/et": ("Kokkulepped", "Tallinna Tehnikaülikool", "Kasahstan", "allkirjastatud"),
}


def test_three_clicks_say_what_a_university_signed_in_a_country_and_whether_it_is_in_force(
    open_page,
):
    page = open_page()
    for language, (agreements, university, country, status) in WORDS.items():
        page.goto(f"{language}/")

        page.locator(".site-nav").get_by_role("link", name=agreements).click()
        page.wait_for_url("**/agreements/")
        page.locator(".narrow").get_by_role("link", name=university).click()
        page.wait_for_url("**institution=*")
        page.locator(".narrow").get_by_role("link", name=country).first.click()

        row = page.locator("article.row")
        expect(row).to_have_count(1)
        expect(row).to_contain_text(university)
        expect(row.locator(".status")).to_have_text(status)


def test_a_visitor_searches_as_they_type(open_page):
    page = open_page()
    for language, (_agreements, university, _country, _status) in WORDS.items():
        page.goto(f"{language}/")

        page.locator("#site-search").press_sequentially("taltech")
        page.locator(".suggestions [role=option]", has_text=university).first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/institutions/**")

        expect(page.get_by_role("heading", level=1)).to_have_text(university)


def test_a_visitor_reads_the_programme_in_their_own_time(open_page):
    page = open_page(PROGRAMME, timezone_id="Europe/Warsaw")
    assert page.locator(".session-time time").first.inner_text() == "10:00"

    page.locator("#zone").select_option("Europe/Warsaw")
    page.get_by_role("button", name="Show").click()

    expect(page.locator(".session-time time").first).to_have_text("07:00")


def test_the_first_stop_of_a_keyboard_is_the_content(open_page):
    page = open_page("/")

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#content")


def test_a_visitor_walks_from_a_forum_through_its_tabs(open_page):
    page = open_page(FORUM)

    for tab in ("Programme", "Delegations", "Agreements", "Overview"):
        page.get_by_role("navigation", name="This event").get_by_role("link", name=tab).click()
        expect(page.locator(".tabs [aria-current=page]")).to_have_text(tab)


def test_the_language_switch_stays_on_the_page(open_page):
    page = open_page(FORUM)

    page.get_by_role("link", name="Қазақ тілі").click()

    page.wait_for_url(f"**/kk{FORUM}")
    assert page.locator("html").get_attribute("lang") == "kk"
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Қазақстан мен Эстония ректорларының форумы"
    )


@pytest.mark.parametrize(
    ("scheme", "width", "language"),
    [("light", 1280, ""), ("dark", 390, "/kk")],
)
def test_axe_finds_nothing_on_any_kind_of_page(open_page, scheme, width, language):
    page = open_page(width=width, color_scheme=scheme)

    found = {}
    for path in KINDS_OF_PAGE:
        page.goto(language + path)
        violations = Axe().run(page, options=RULES).response["violations"]
        found |= {
            (path, violation["id"]): [node["html"] for node in violation["nodes"]][:2]
            for violation in violations
        }

    assert found == {}


def test_no_page_is_wider_than_a_small_phone(open_page):
    page = open_page(width=320)

    too_wide = []
    for path in [*KINDS_OF_PAGE, *(f"/et{path}" for path in KINDS_OF_PAGE[:8])]:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            too_wide.append(path)

    assert too_wide == []


def test_a_word_of_forty_letters_stays_on_a_small_phone(open_page):
    make_every_text_a_long_word()
    page = open_page(width=320)

    too_wide = {}
    for path in KINDS_OF_PAGE:
        page.goto(path)
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 320:
            too_wide[path] = width, page.evaluate(STICKING_OUT)

    assert too_wide == {}


def test_everything_works_without_a_script(open_page):
    page = open_page("/", java_script_enabled=False)

    page.locator("#site-search").fill("вейнталь")
    page.locator(".site-search button").click()
    page.get_by_role("link", name="Renno Veinthal").click()
    page.wait_for_url("**/officials/renno-veinthal/")

    page.goto("/agreements/")
    page.locator(".narrow").get_by_role("link", name="Estonia").first.click()
    expect(page.locator(".count")).to_have_text("10 agreements")

    page.goto(PROGRAMME)
    page.locator("#zone").select_option("Europe/Warsaw")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".session-time time").first).to_have_text("07:00")
