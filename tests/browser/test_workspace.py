"""The workspace of an event, in a browser, without a script."""

import pytest
from playwright.sync_api import expect

from delegations.models import Member

pytestmark = pytest.mark.slow


def test_a_forum_is_recorded_and_worked_on_without_a_script(sign_in):
    page = sign_in("/admin/", java_script_enabled=False)

    page.get_by_role("link", name="Record a forum").click()
    page.locator("#id_title_en").fill("Forum of two")
    page.locator("#id_country").select_option("KZ")
    page.locator("#id_guests").fill("Estonia")
    page.get_by_role("button", name="Record it").click()
    page.get_by_role("link", name="Delegations 2").click()

    kazakhstan = page.get_by_role("link", name="Kazakhstan", exact=True)
    page.locator("tr", has=kazakhstan).get_by_role("link", name="Edit here").click()
    page.locator("#id_position").fill("third")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".edit-row .errorlist")).to_contain_text("not a whole number")
    page.locator("#id_position").fill("3")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".messagelist")).to_contain_text("“Kazakhstan” is saved.")

    page.get_by_role("link", name="Add a member").first.click()
    page.locator("#id_office_en").fill("Rector")
    page.get_by_role("button", name="Save and add another").first.click()
    page.locator("#id_office_en").fill("Vice-Rector")
    page.get_by_role("button", name="Save", exact=True).first.click()

    expect(page.locator(".tabs [aria-current]")).to_contain_text("Delegations")
    page.locator(".sheet").get_by_role("link", name="Vice-Rector", exact=True).click()
    expect(page.locator(".breadcrumbs")).to_contain_text("Forum of two › Delegations › Estonia")
    page.get_by_role("link", name="Delete").first.click()
    page.get_by_role("button", name="Yes").click()
    expect(page.locator(".tabs [aria-current]")).to_contain_text("Delegations")
    page.get_by_role("link", name="Changes").click()

    expect(page.locator(".changes")).to_contain_text("removed member “Vice-Rector” from “Estonia”")
    assert [str(each) for each in Member.objects.all()] == ["Rector"]
