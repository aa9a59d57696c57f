import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from forum.models import Event
from tests.browser.entering import enter
from tests.factories import make_institution, make_topic

# What axe loads by itself are stylesheets, which the site's policy forbids it to write.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "preload": False,
}
pytestmark = pytest.mark.slow

TEXT = (
    "The Latvia-Estonia rectors’ Forum was held in Riga on 14 April 2027. The University of Narva"
    " took part; academic mobility was discussed."
)


@pytest.fixture
def paste(transactional_db, open_page):
    get_user_model().objects.create_superuser("staff", password="staff")
    make_institution(name_en="University of Narva", country="EE")
    make_topic(name_en="Academic mobility")

    def paste(**options):
        page = open_page("/account/login/?next=/admin/article/", **options)
        enter(page)
        page.get_by_label("Text of the article:").fill(TEXT)
        with page.expect_navigation():
            page.get_by_role("button", name="Show what it names").click()
        return page

    return paste


def test_an_article_becomes_a_draft_without_a_script(paste):
    page = paste(java_script_enabled=False)

    page.locator("#bodies-0").get_by_role("link", name="in the text").click()
    page.locator(".marked").get_by_role("link", name="topic").click()
    page.locator("#topics-0").get_by_role("checkbox").uncheck()
    page.locator("#events-0").get_by_label("Title:").fill("Forum of Rectors")
    page.get_by_role("button", name="Record what is ticked").click()

    expect(page.locator(".messagelist")).to_contain_text("The draft is recorded")
    expect(page.get_by_role("link", name="Forum of Rectors")).to_be_visible()
    event = Event.objects.get()
    assert (event.title_en, event.city_en, event.is_published) == (
        "Forum of Rectors",
        "Riga",
        False,
    )
    assert not event.topics.exists()
    page.get_by_role("button", name="Undo the whole draft").click()
    expect(page.locator(".messagelist")).to_contain_text("The draft is undone")
    assert not Event.objects.exists()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_fits_its_window_and_has_no_barriers(paste, width, scheme):
    page = paste(width=width, color_scheme=scheme)

    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)
    found = Axe().run(page, context="#content", options=RULES)
    assert [each["id"] for each in found.response["violations"]] == []


def test_the_text_is_folded_on_a_phone_alone(paste):
    wide, narrow = paste(width=1280), paste(width=390)

    expect(wide.locator(".marked")).to_be_visible()
    expect(narrow.locator(".marked")).to_be_hidden()
    narrow.get_by_text("The text with what was recognised").first.click()
    expect(narrow.locator(".marked")).to_be_visible()
