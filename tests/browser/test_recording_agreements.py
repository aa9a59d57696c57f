"""An agreement from an empty page to a corrected record, with and without script."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from agreements.models import Agreement
from delegations.models import Institution, Official
from forum.models import Event

pytestmark = pytest.mark.slow


@pytest.fixture
def event(transactional_db):
    day = dt.date(2025, 11, 18)
    place = {"city_en": "Astana", "country": "KZ", "languages": "kk, en"}
    return Event.objects.create(
        title_en="Visit", slug="visit", starts_on=day, ends_on=day, is_published=True, **place
    )


def pick(page, row, field, text):
    """Pick from an autocomplete of a row."""
    row.locator(f".field-{field} .select2-selection").first.click()
    page.locator(".select2-search__field").last.fill(text)
    page.locator(".select2-results__option", has_text=text).first.click()


def test_an_agreement_is_recorded_concluded_filled_in_and_corrected(sign_in, event):
    Institution.objects.create(name_en="Nordic University", slug="nordic", country="EE")
    Official.objects.create(name_en="Ann Example", slug="ann")
    page = sign_in(f"/admin/agreements/agreement/add/?event={event.pk}")

    page.locator("#id_title_en").fill("Agreement on exchange")
    first, second = page.locator("#parties-0"), page.locator("#parties-1")
    pick(page, first, "institution", "Nordic")
    pick(page, first.locator(".signer"), "official", "Ann")
    first.locator("[name$=signers-0-office_en]").fill("Rector")
    second.locator("[name=parties-1-name_as_printed]").fill("Steppe Academy")
    with page.expect_response("**/alike/**"):
        second.locator("[name$=signers-0-name_as_printed]").fill("B. Sample")
    page.get_by_role("button", name="Save and continue editing").first.click()

    agreement = Agreement.objects.get()
    assert (agreement.concluded_on, agreement.city_en) == (event.starts_on, "Astana")
    assert {str(each.party): each.office_en for each in agreement.signatories.all()} == {
        "Nordic University": "Rector",
        "Steppe Academy": "",
    }

    page.get_by_role("link", name="Record as concluded").click()
    expect(page.locator(".missing")).to_contain_text("No text of it is on record.")
    expect(page.locator(".summary")).to_contain_text("Ann Example, Rector, Nordic University")
    page.get_by_role("button", name="Record as concluded").click()

    expect(page.locator(".messagelist")).to_contain_text("It is recorded as concluded.")
    row = page.locator("#parties-1")
    assert row.locator("output", has_text="Steppe Academy").count() == 1
    row.locator("[name$=signers-0-office_en]").fill("President")
    page.get_by_role("button", name="Save and continue editing").first.click()
    expect(page.locator("#parties-1 output", has_text="President")).to_be_visible()

    page.get_by_role("link", name="Correct the record").click()
    page.get_by_role("link", name="Steppe Academy").first.click()
    with page.expect_response("**/alike/**"):
        page.get_by_label("Name as printed:").fill("Steppe Academy of Sciences")
    page.get_by_label("Reason for the correction:").fill("Half of the name was left out.")
    page.get_by_role("button", name="Correct: Steppe Academy").click()

    expect(page.locator(".steps")).to_contain_text("Half of the name was left out.")
    agreement.refresh_from_db()
    assert [str(party) for party in agreement.parties.all()] == [
        "Nordic University",
        "Steppe Academy of Sciences",
    ]


def test_it_is_recorded_without_script_on_a_phone(sign_in, event, chromium, live_server):
    state = sign_in("/admin/").context.storage_state()
    phone = {"viewport": {"width": 390, "height": 800}, "color_scheme": "dark"}
    context = chromium.new_context(
        base_url=live_server.url, storage_state=state, java_script_enabled=False, **phone
    )
    page = context.new_page()
    page.goto(f"/admin/agreements/agreement/add/?event={event.pk}")

    page.locator("#id_title_en").fill("Agreement")
    for number, name in enumerate(("First", "Second")):
        row = page.locator(f"#parties-{number}")
        row.locator(f"[name=parties-{number}-name_as_printed]").fill(name)
        row.locator("[name$=signers-0-office_en]").fill("Rector")
    page.get_by_role("button", name="Save and continue editing").first.click()
    page.locator("[name=parties-2-name_as_printed]").fill("Third")
    page.locator("#parties-0 summary", has_text="Another signatory").click()
    page.locator("[name=parties-0-signers-1-office_en]").fill("Provost")
    page.get_by_role("button", name="Save and continue editing").first.click()
    page.get_by_role("link", name="Record as concluded").click()
    page.get_by_role("button", name="Record as concluded").click()

    agreement = Agreement.objects.get()
    context.close()
    assert agreement.sealed_at
    assert [party.signatories.count() for party in agreement.parties.all()] == [2, 1, 0]


def test_an_event_is_published_with_whom_it_names(sign_in, event, open_page):
    Event.objects.update(is_published=False)
    body = Institution.objects.create(name_en="Nordic University", slug="nordic")
    event.delegations.create(institution=body)
    page = sign_in(f"/admin/forum/event/{event.pk}/change/")

    page.get_by_role("link", name="Publish…").click()
    expect(page.get_by_label("Nordic University")).to_be_checked()
    page.get_by_role("button", name="Publish with what is ticked").click()

    expect(page.locator(".messagelist")).to_contain_text("2 records published.")
    visitor = open_page(f"{event.get_absolute_url()}delegations/")
    expect(visitor.get_by_role("link", name="Nordic University").first).to_be_visible()
