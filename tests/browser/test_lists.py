"""Staff take in a list: paste, correct, save, undo, with a script and without."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from delegations.models import Member, Official
from tests.factories import make_event, make_official

pytestmark = pytest.mark.slow

# Axe would load the admin's own stylesheets anew, and not find what they import.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "preload": False}
LIST = """Country\tName\tOffice
\tMari Proovik\tDean
Estonia\tJaan Proovik\tRector
Latvia\tIlze Proovik\tRector"""


@pytest.mark.parametrize("has_script", [True, False])
def test_a_list_is_pasted_corrected_saved_and_undone(sign_in, has_script):
    event = make_event()
    for _ in range(2):
        make_official(name_en="Ilze Proovik")
    path = f"/admin/intake/new/?kind=members%26event={event.pk}"
    page = sign_in(path, java_script_enabled=has_script)

    page.get_by_label("Paste the list").fill(LIST)
    page.get_by_role("button", name="Show what it says").click()
    expect(page.locator(".errornote")).to_contain_text("Row 1: Say for which country")
    page.get_by_role("link", name="Row 1").click()
    page.get_by_role("textbox", name="Delegation, row 1").or_(
        page.get_by_role("combobox", name="Delegation, row 1")
    ).fill("Estonia")
    page.get_by_role("radio", name="a new one").first.check()
    page.get_by_role("button", name="Check again").click()
    expect(page.get_by_role("button", name="new: 3")).to_be_visible()
    page.get_by_role("button", name="Save the list").click()

    expect(page.locator(".messagelist")).to_contain_text("3 rows are saved.")
    assert Member.objects.filter(delegation__event=event).count() == 3
    assert Official.objects.filter(name_en="Ilze Proovik").count() == 3

    page.get_by_role("button", name="Undo the whole list").click()
    expect(page.locator(".messagelist")).to_contain_text("everything is as it was before")
    assert not Member.objects.exists()


def test_a_list_is_typed_with_the_keyboard_alone(sign_in):
    event = make_event()
    page = sign_in(f"/admin/intake/new/?kind=members%26event={event.pk}")

    page.locator("#typed0-delegation").focus()
    for text in ("Estonia", "Jaan Proovik", "Rector", "", "", "Latvia", "Ilze Proovik", "Dean"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="new: 2")).to_be_visible()
    # Enter in a cell checks the rows, and saves nothing.
    page.get_by_label("Name, row 1").press("Enter")
    expect(page.get_by_role("button", name="new: 2")).to_be_visible()
    assert not Member.objects.exists()


PASTE = """(input, text) => {
  const data = new DataTransfer();
  data.setData("text", text);
  input.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
}"""


def test_cells_pasted_into_the_table_fill_it_and_none_is_lost(sign_in):
    page = sign_in(f"/admin/intake/new/?kind=members%26event={make_event().pk}")

    page.locator("#typed1-name").evaluate(PASTE, "Jaan Proovik\tRector\nMari Proovik\tDean\n")
    expect(page.locator("#typed1-office")).to_have_value("Rector")
    expect(page.locator("#typed2-name")).to_have_value("Mari Proovik")

    many = "\n".join(f"Person {number}" for number in range(30))
    page.locator("#typed1-name").evaluate(PASTE, many)
    expect(page.locator("#id_text")).to_have_value(many)


@pytest.mark.parametrize("language", ["", "/kk", "/ru", "/et"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_can_be_used_by_everybody(sign_in, language, scheme):
    event = make_event()
    make_official(name_en="Ilze Proovik")
    make_official(name_en="Ilze Proovik")
    path = f"{language}/admin/intake/new/?kind=members%26event={event.pk}"
    page = sign_in(path, width=390, color_scheme=scheme)
    seen = [_complaints(page)]

    page.locator("#id_text").fill(LIST)
    page.locator(".submit-row .default").click()
    page.wait_for_load_state()
    seen.append(_complaints(page))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("[name=save]").click()
    page.wait_for_load_state()
    seen.append(_complaints(page))
    page.goto(f"{language}/admin/intake/")
    seen.append(_complaints(page))

    assert seen == [[]] * 4


def _complaints(page) -> list[str]:
    found = Axe().run(page, options=RULES)
    return [
        f"{each['id']}: {node['html'][:120]}"
        for each in found.response["violations"]
        for node in each["nodes"]
    ]
