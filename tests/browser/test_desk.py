"""The desk is for everybody: in each language, theme and window, by keyboard, without a script."""

import pytest
from playwright.sync_api import expect

from agreements.models import Agreement, Commitment, Outcome
from config.desk.workspace.tabs import TABS
from delegations.models import Delegation, Member
from forum.models import Event, EventCitation, Session
from tests.admin_forms import admin_url
from tests.agreements.admin.steps import correct_url
from tests.browser.barriers import barriers
from tests.config.desk.publishing.pages import publishing_url
from tests.factories import (
    NOON,
    make_agreement,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_signatory,
)

pytestmark = pytest.mark.slow
# Each half of the pages is seen in both themes and both widths.
WINDOWS = [
    ("", "light", 1280),
    ("/ru", "light", 390),
    ("/kk", "dark", 390),
    ("/et", "dark", 1280),
]
LIST = """Country\tName\tOffice
\tMari Proovik\tDean
Estonia\tJaan Proovik\tRector
Latvia\tIlze Proovik\tRector"""
ARTICLE = (
    "The Latvia-Estonia rectors’ Forum was held in Riga on 14 April 2027. The University of Narva"
    " took part; academic mobility was discussed."
)
# The controls of a page in the order in which they stand in it, a group of radio buttons as one.
CONTROLS = """
[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
  .filter((each) => each.tabIndex >= 0 && !each.disabled)
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => each.type !== "radio" || each.checked)
"""


@pytest.fixture
def event(demo):
    return Event.objects.get(slug="kazakhstan-estonia-rectors-forum-2025")


@pytest.fixture
def many(transactional_db):
    """A delegation of forty members."""
    delegation = make_delegation(event=make_event(title_en="Summit", is_published=False))
    body = make_institution(is_published=False)
    for position in range(40):
        make_member(delegation=delegation, position=position, institution=body)
    return delegation


@pytest.fixture
def sealed(transactional_db):
    """An agreement that is recorded as concluded."""
    agreement = make_agreement(sealed_at=NOON)
    make_signatory(agreement=agreement, party=make_party(agreement=agreement))
    return agreement


def workspace(event, tab, edited=None) -> str:
    address = f"/admin/forum/event/{event.pk}/{tab}/"
    return f"{address}?edit={edited._meta.model_name}-{edited.pk}" if edited else address


def rows_in_edit(event) -> list[str]:
    """A row of each kind, opened where it stands."""
    rows = {
        "programme": Session.objects.filter(event=event).first(),
        "delegations": Delegation.objects.filter(event=event).first(),
        "agreements": Agreement.objects.filter(event=event).first(),
        "outcomes": Outcome.objects.filter(event=event).first(),
        "sources": EventCitation.objects.filter(event=event).first(),
    }
    member = Member.objects.filter(delegation__event=event).first()
    promise = Commitment.objects.filter(event=event).first()
    return [
        workspace(event, "overview", event),
        workspace(event, "delegations", member),
        workspace(event, "outcomes", promise),
        *(workspace(event, tab, record) for tab, record in rows.items()),
    ]


def pages(event, many, sealed) -> list[str]:
    opened = make_agreement(event=event)
    party = make_party(agreement=opened, institution=make_institution(is_published=False))
    make_signatory(agreement=opened, party=party)
    return [
        *("/admin/", "/admin/record/", "/admin/changes/", "/admin/reminders/"),
        *("/admin/intake/", "/admin/intake/new/", f"/admin/article/?event={event.pk}"),
        *rows_in_edit(event),
        *(admin_url(event, page) for page in ("change", "add", "changelist", "history")),
        *(admin_url(opened, page) for page in ("change", "add", "conclude", "delete")),
        *(admin_url(sealed, page) for page in ("change", "correct", "reopen")),
        correct_url(sealed, "facts"),
        correct_url(sealed, "party", sealed.parties.get().pk),
        *(admin_url(many, page) for page in ("change", "add")),
        *(admin_url(Member, page) for page in ("add", "changelist")),
        publishing_url(many.event),
        publishing_url(event, act="unpublish"),
    ]


@pytest.mark.parametrize("number", range(len(WINDOWS)))
def test_no_page_of_the_desk_has_barriers(event, many, sealed, sign_in, number):
    language, scheme, width = WINDOWS[number]
    half = pages(event, many, sealed)[number % 2 :: 2]
    page = sign_in(f"{language}/admin/", width=width, color_scheme=scheme)

    found = {}
    for path in [*(workspace(event, tab) for tab in TABS), *half]:
        assert page.goto(language + path).ok, path
        found[path] = barriers(page)

    assert {path: each for path, each in found.items() if each} == {}


@pytest.mark.parametrize(("language", "scheme", "width"), WINDOWS)
def test_no_page_between_them_has_barriers(
    transactional_db, sign_in, open_page, language, scheme, width
):
    """A form that is sent, and what comes back: a list, an article, what is refused."""
    event = make_event()
    for _ in range(2):
        make_official(name_en="Ilze Proovik")
    window = {"width": width, "color_scheme": scheme}
    found = {"login": barriers(open_page(f"{language}/account/login/", **window))}
    page = sign_in(f"{language}/admin/", **window)
    send = page.locator("#content .default")

    page.goto(f"{language}/admin/intake/new/?kind=members&event={event.pk}")
    found["an empty table"] = barriers(page)
    page.locator("#id_text").fill(LIST)
    send.click()
    page.locator(".errornote").wait_for()
    found["a list with doubtful and refused rows"] = barriers(page)
    table = page.url
    page.goto(f"{table}columns/")
    found["its columns"] = barriers(page)
    page.goto(table)
    page.locator("[name=save]").click()
    page.locator(".messagelist").wait_for()
    found["a list that is saved"] = barriers(page)

    page.goto(f"{language}/admin/article/")
    found["a place for an article"] = barriers(page)
    page.locator("#id_text").fill(ARTICLE)
    send.first.click()
    page.locator(".marked").wait_for(state="attached")
    found["what is proposed"] = barriers(page)
    send.first.click()
    page.locator(".messagelist").wait_for()
    found["a draft"] = barriers(page)

    page.goto(language + admin_url(event, "change"))
    page.locator("#id_starts_on").fill("never")
    page.locator("[name=_save]").first.click()
    page.locator("#problems").wait_for()
    found["what is wrong"] = barriers(page)

    page.goto(language + admin_url(event, "change"))
    Event.objects.filter(pk=event.pk).update(country="LV")
    page.locator("#id_country").select_option("EE")
    page.locator("[name=_save]").first.click()
    page.locator(".choices-between").wait_for()
    found["what somebody else changed"] = barriers(page)

    assert {name: each for name, each in found.items() if each} == {}


def test_an_open_chooser_says_what_is_chosen(transactional_db, sign_in):
    make_event(title_en="Spring forum")
    page = sign_in("/admin/delegations/delegation/add/")

    page.get_by_role("combobox", name="Event").click()
    expect(page.get_by_role("searchbox", name="Event")).to_be_focused()
    found = barriers(page)
    page.get_by_role("option", name="Spring forum").click()

    # Its list hangs below the page, outside of all regions, while it is open.
    assert found.keys() <= {"region"}
    expect(page.get_by_role("combobox", name="Event: Spring forum")).to_be_visible()
    page.locator("#members-group .add-row a").click()
    expect(page.locator("#members-0").get_by_role("combobox", name="Official")).to_be_visible()


def test_the_keyboard_reaches_all_in_the_order_of_the_page(event, many, sealed, sign_in):
    page = sign_in("/admin/")
    for path in (
        "/admin/",
        workspace(event, "delegations"),
        workspace(event, "overview", event),
        "/admin/intake/new/?kind=members",
        "/admin/article/",
        publishing_url(many.event),
        correct_url(sealed, "facts"),
    ):
        page.goto(path)
        number = page.evaluate(f"{CONTROLS}.length")
        page.evaluate(f"window.controls = {CONTROLS}; document.activeElement.blur()")
        page.locator(".skip-to-content-link").focus()

        reached = []
        for _ in range(number):
            reached.append(page.evaluate("window.controls.indexOf(document.activeElement)"))
            page.keyboard.press("Tab")

        assert reached == list(range(number)), path


def test_what_is_published_and_corrected_needs_no_script(many, sealed, sign_in):
    page = sign_in(admin_url(many, "change"), java_script_enabled=False)

    page.locator("#members-group nav").get_by_role("link", name="4").click()
    page.locator("[name=members-0-office_en]").fill("Provost")
    page.get_by_role("button", name="Save", exact=True).first.click()
    assert Member.objects.get(office_en="Provost").position == 30

    page.goto(workspace(many.event, "overview"))
    page.get_by_role("link", name="Publish…").click()
    page.get_by_role("button", name="Publish with what is ticked").click()
    expect(page.locator(".messagelist")).to_contain_text("2 records published.")
    page.get_by_role("link", name="Take off the site…").first.click()
    page.locator("#content .default").click()
    many.event.refresh_from_db()
    assert not many.event.is_published

    page.goto(admin_url(sealed, "change"))
    page.get_by_role("link", name="Correct the record").click()
    page.get_by_role("link", name="dates and term").click()
    page.locator("[name=concluded_on]").fill("2024-05-02")
    page.get_by_label("Reason for the correction:").fill("It was a day earlier.")
    page.locator("#content .default").click()
    sealed.refresh_from_db()
    assert str(sealed.concluded_on) == "2024-05-02"
