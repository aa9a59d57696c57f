"""The workspace of an event, in a browser: without a script, on a phone, for everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from delegations.models import Delegation, Member
from forum.models import Event

pytestmark = pytest.mark.slow
TABS = (
    "overview",
    "programme",
    "delegations",
    "agreements",
    "outcomes",
    "sources",
    "todo",
    "changes",
)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    # What it loads beforehand are styles that the policy of the site forbids.
    "preload": False,
}


def pages() -> list[str]:
    event = Event.objects.get(slug="kazakhstan-estonia-rectors-forum-2025")
    delegation = Delegation.objects.filter(event=event).first()
    base = f"/admin/forum/event/{event.pk}"
    return [
        "/admin/",
        "/admin/record/",
        "/admin/changes/",
        *(f"{base}/{tab}/" for tab in TABS),
        f"{base}/delegations/?edit=delegation-{delegation.pk}",
    ]


@pytest.mark.parametrize(
    ("scheme", "width", "language"),
    [("light", 1280, ""), ("dark", 390, "/kk"), ("light", 390, "/ru"), ("dark", 1280, "/et")],
)
def test_axe_finds_nothing_and_nothing_sticks_out(demo, sign_in, scheme, width, language):
    page = sign_in("/admin/", width=width, color_scheme=scheme)

    found = {}
    for path in pages():
        page.goto(language + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found[path, "width"] = page.evaluate("document.documentElement.scrollWidth")
        for violation in Axe().run(page, options=RULES).response["violations"]:
            nodes = [node["html"] for node in violation["nodes"]]
            found[path, violation["id"]] = nodes[:2]

    assert found == {}


def test_a_forum_is_recorded_and_worked_on_without_a_script(sign_in):
    page = sign_in("/admin/", java_script_enabled=False)

    page.get_by_role("link", name="Record a forum").click()
    page.locator("#id_title_en").fill("Forum of two")
    page.locator("#id_country").select_option("KZ")
    page.locator("#id_guests").fill("Estonia")
    page.get_by_role("button", name="Record it").click()
    page.get_by_role("link", name="Delegations 2").click()

    page.locator("tr", has_text="Kazakhstan").get_by_role("link", name="Edit here").click()
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
