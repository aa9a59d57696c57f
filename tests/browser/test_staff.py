import pytest
from playwright.sync_api import expect

from agreements.models import Agreement
from forum.models import Event
from tests.browser.forms import choose, write_in

pytestmark = pytest.mark.slow


def test_staff_record_a_forum_with_a_programme_item_and_publish_it(sign_in, open_page):
    page = sign_in("/admin/forum/event/add/")

    write_in(page, "Қазақ")
    page.locator("#id_title_kk").fill("Ректорлар форумы")
    page.locator("#id_kind").select_option("forum")
    page.get_by_role("button", name="Save and publish…").first.click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messagelist")).to_contain_text("1 record published.")
    page.get_by_role("link", name="Programme 0").click()
    page.get_by_role("link", name="Add an item").click()
    page.locator("#id_title_en").fill("Opening")
    page.get_by_role("button", name="Save", exact=True).first.click()

    expect(page.locator(".messagelist")).to_contain_text("was added successfully")
    event = Event.objects.get()
    assert event.slug == "rektorlar-forumy"
    visitor = open_page(f"/events/{event.slug}/programme/")
    assert visitor.get_by_role("heading", level=1).inner_text() == "Ректорлар форумы"
    assert visitor.locator(".session-title").inner_text() == "Opening"


def test_staff_record_an_agreement_of_four_parties_in_one_form(sign_in, open_page):
    page = sign_in("/admin/agreements/agreement/add/")
    parties = ["First University", "Second University", "Third University", "Fourth University"]

    page.locator("#id_title_en").fill("Agreement of four")
    for number, name in enumerate(parties):
        if number > 1:
            page.get_by_text("Add another Party").click()
        row = page.locator(f"#parties-{number}")
        row.get_by_label("Name as printed:").first.fill(name)
    page.get_by_role("button", name="Save and publish…").first.click()
    page.get_by_role("button", name="Publish").click()

    expect(page.locator(".messagelist")).to_contain_text("1 record published.")
    agreement = Agreement.objects.get()
    assert [party.name_as_printed for party in agreement.parties.all()] == parties
    visitor = open_page(agreement.get_absolute_url())
    assert visitor.locator("[aria-labelledby=parties] .party").all_inner_texts() == parties


def test_an_autocomplete_finds_kazakh_letters_in_any_case(sign_in):
    Event.objects.create(title_kk="ҚАЗАҚСТАН ФОРУМЫ", slug="forum")
    page = sign_in("/admin/forum/session/add/")

    choose(page, "event", "қазақстан".upper())

    expect(page.locator(".field-event .select2-selection").first).to_contain_text("ҚАЗАҚСТАН")
