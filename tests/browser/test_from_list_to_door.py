"""A delegation of 25 from its list on a phone, in Russian, to badges and through the door.

Nobody types a name twice, and whatever is refused on the way says why and loses nothing.
"""

from io import BytesIO

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pypdf import PdfReader
from xlsxwriter import Workbook

from delegations.models import Badge, Institution, Member, Official, Passage
from tests.factories import make_delegation, make_event, make_invitation

pytestmark = pytest.mark.slow
HEADINGS = ("Имя", "Должность", "Организация", "Функция", "Язык", "Прилёт")
PHONE = {"width": 390, "locale": "ru-RU", "java_script_enabled": False}
# By row and column: what is wrong, and what the focal point writes instead.
BAD = {
    (2, "category"): ("космонавт", "эксперт"),
    (7, "languages"): ("клингонский", "ru"),
    (11, "name"): ("", "Guest 12"),
    (15, "category"): ("???", "делегат"),
    (19, "name"): ("Guest 20 " * 30, "Guest 20"),
}
COLUMNS = ("name", "office", "institution", "category", "languages", "arrival")


def workbook() -> bytes:
    rows = [
        [f"Guest {n + 1}", "Проректор", "Новый университет", "делегат", "ru, en", "TK 351, 04:40"]
        for n in range(25)
    ]
    rows[0][3] = "глава делегации"
    for (row, column), (wrong, _right) in BAD.items():
        rows[row][COLUMNS.index(column)] = wrong
    written = BytesIO()
    book = Workbook(written)
    sheet = book.add_worksheet()
    for number, row in enumerate([HEADINGS, *rows]):
        sheet.write_row(number, 0, row)
    book.close()
    return written.getvalue()


@pytest.fixture
def invitation(transactional_db):
    delegation = make_delegation(event=make_event(title_en="Forum"), country="UZ")
    return make_invitation(delegation=delegation, language="ru")


def name_all(page, invitation) -> None:
    """The focal point brings the list, mends five rows, and submits everybody."""
    page.goto(f"/ru/nominate/{invitation.token}/list/")
    file = {"name": "list.xlsx", "mimeType": "application/octet-stream", "buffer": workbook()}
    page.locator("[name=file]").set_input_files(file)
    page.locator(".acts button").click()
    expect(page.locator(".bad-row")).to_have_count(5)
    for (row, column), (_wrong, right) in BAD.items():
        page.locator(f"#cell-{row}-{column}").fill(right)
    page.locator("button[name=check]").click()
    expect(page.locator(".bad-row")).to_have_count(0)
    page.locator("[name=consent]").check()
    page.locator("button[name=take]").click()
    expect(page.locator(".nominees li")).to_have_count(25)
    page.locator(".hand-over button").click()
    expect(page.locator(".said")).to_be_visible()


def test_from_a_list_to_badges_and_through_the_door(invitation, open_page, sign_in):
    delegation, event = invitation.delegation, invitation.delegation.event
    name_all(open_page(**PHONE), invitation)

    desk = sign_in(reverse("admin:delegations_delegation_nominees", args=[delegation.pk]))
    desk.locator("[name=accept_all]").click()
    expect(desk.locator(".messagelist")).to_be_visible()
    assert Member.objects.count() == Official.objects.count() == 25
    assert Institution.objects.count() == 1

    desk.goto(reverse("admin:workspace", args=[event.pk, "accreditation"]))
    desk.get_by_role("link", name="Tick all on this page").click()
    desk.get_by_role("button", name="Approve").click()
    desk.locator(".submit-row .default").click()
    expect(desk.locator(".messagelist")).to_be_visible()
    assert Badge.objects.count() == 25

    desk.goto(reverse("admin:workspace", args=[event.pk, "print"]))
    printed = desk.locator(".printouts a", has_text="PDF").first.get_attribute("href")
    badges = PdfReader(BytesIO(desk.request.get(printed).body()))
    assert len(badges.pages) == 25
    words = " ".join(page.extract_text() for page in badges.pages)
    assert [name for name in ("Guest 12", "Guest 20") if name not in words] == []

    desk.goto(reverse("admin:door", args=[event.pk]))
    badge = Badge.objects.select_related("member").get(member__official__name_en="Guest 12")
    desk.get_by_label("Number, name or code").fill(badge.token)
    desk.get_by_role("button", name="Send").click()
    expect(desk.locator(".told article").first).to_contain_text("Guest 12")
    assert Passage.objects.get().member == badge.member


def test_a_file_of_fifty_megabytes_is_refused_and_what_was_entered_stays(invitation, open_page):
    page = open_page(f"/ru/nominate/{invitation.token}/list/", **PHONE)
    page.locator("[name=text]").fill("Имя\nGuest 1")
    file = {"name": "l.xlsx", "mimeType": "application/octet-stream", "buffer": b"x" * 50_000_000}
    page.locator("[name=file]").set_input_files(file)

    page.locator(".acts button").click()

    expect(page.locator(".wrong, .said-error").first).to_be_visible()
    expect(page.locator("[name=text]")).to_have_value("Имя\nGuest 1")
