"""Forms that are filled in quickly: one language at a time, and what is known already."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from delegations.models import Delegation, Member, Official
from forum.models import Event
from tests.browser.forms import choose, write_in
from tests.factories import (
    MAY_1,
    make_appointment,
    make_common_office,
    make_event,
    make_institution,
    make_member,
    make_official,
)

pytestmark = pytest.mark.slow
ADD_EVENT = "/admin/forum/event/add/"
ADD_DELEGATION = "/admin/delegations/delegation/add/"


def visible(page, field) -> list[str]:
    texts = page.locator(f":is(input, textarea)[name^={field}_][lang]")
    return [each.get_attribute("lang") for each in texts.all() if each.is_visible()]


def mark(page, field, language):
    return page.locator(f".field-{field}_en.form-row [data-language={language}]").first


def test_texts_are_written_in_one_language_at_a_time(sign_in):
    page = sign_in(f"/et{ADD_EVENT}")

    assert visible(page, "title") == ["et"]
    page.locator("#id_title_et").fill("Foorum")
    write_in(page, "Русский")

    assert visible(page, "title") == visible(page, "city") == ["ru"]
    expect(mark(page, "title", "et")).to_have_class("is-filled")
    expect(mark(page, "title", "ru")).not_to_have_class("is-filled")
    expect(page.get_by_role("tab", name="Eesti")).to_have_text("Eesti 1")
    mark(page, "city", "kk").click()
    expect(page.locator("#id_city_kk")).to_be_focused()


def test_languages_are_chosen_with_the_keyboard(sign_in):
    page = sign_in(ADD_EVENT)

    page.get_by_role("tab", name="English").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("tab", name="Eesti")).to_be_focused()
    expect(page.get_by_role("tab", name="Eesti")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Tab")

    expect(page.locator("#id_title_et")).to_be_focused()


def test_what_is_wrong_in_another_language_is_shown(sign_in):
    page = sign_in(ADD_EVENT)
    page.locator("#id_title_en").fill("Forum")
    write_in(page, "Eesti")
    page.locator("#id_city_et").evaluate("field => { field.maxLength = 500; }")
    page.locator("#id_city_et").fill("Tallinn " * 20)
    page.get_by_role("button", name="Save", exact=True).first.click()

    expect(page.locator("#problems")).to_be_visible()
    assert visible(page, "city") == ["en", "et"]
    assert visible(page, "title") == ["en"]


def test_a_row_that_is_added_later_has_languages_too(sign_in):
    page = sign_in(f"/ru{ADD_DELEGATION}")

    page.locator("#members-group .add-row a").click()

    assert visible(page, "members-0-office") == ["ru"]
    page.locator("#id_members-0-office_ru").fill("Ректор")
    expect(page.locator("#members-0 .is-filled").first).to_be_visible()


def test_without_a_script_the_languages_stand_one_below_the_other(sign_in, open_page, live_server):
    state = sign_in(ADD_EVENT).context.storage_state()
    page = open_page(f"/ru{ADD_EVENT}", java_script_enabled=False, storage_state=state)

    assert visible(page, "title") == ["ru", "en", "kk", "et"]
    tops = [page.locator(f"#id_title_{each}").bounding_box()["y"] for each in ("ru", "en", "kk")]
    assert tops == sorted(tops)
    expect(page.locator(".writing")).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("language", ["", "/kk", "/ru", "/et"])
def test_the_languages_are_accessible_and_fit(sign_in, open_page, language, width, scheme):
    state = sign_in(ADD_EVENT).context.storage_state()
    path = f"{language}{ADD_DELEGATION}"
    page = open_page(path, width=width, color_scheme=scheme, storage_state=state)
    page.locator("#members-group .add-row a").click()
    page.locator("#id_members-0-office_et").evaluate("field => { field.value = 'rektor'; }")

    within = {"include": [[".writing"], ["#members-0 .form-row.field-office_en"]]}
    found = Axe().run(page, context=within, options={"preload": False})

    assert [each["id"] for each in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_whoever_is_chosen_comes_in_the_office_of_the_day(sign_in):
    make_event(title_en="Spring forum", starts_on=MAY_1, ends_on=None)
    body = make_institution(name_en="First University")
    make_appointment(official=make_official(name_en="Kadri Kask"), institution=body)
    make_appointment(official=make_official(name_en="Mart Mets"), office_en="Dean")
    page = sign_in(ADD_DELEGATION)
    choose(page, "event", "Spring")
    page.locator("#id_country").select_option("EE")
    page.locator("#members-group .add-row a").click()

    choose(page, "official", "Kadri")
    expect(page.locator("#id_members-0-office_en")).to_have_value("Rector")
    expect(page.locator("#members-0 .fieldBox.field-institution")).to_contain_text(
        "First University"
    )
    choose(page, "official", "Mart")
    expect(page.locator("#id_members-0-office_en")).to_have_value("Dean")
    page.get_by_role("button", name="Save", exact=True).first.click()

    member = Member.objects.get()
    assert (member.office_en, member.institution) == ("Dean", None)


def test_an_office_typed_once_is_offered(sign_in):
    make_common_office(name_en="Dean", name_ru="Декан")
    make_member(office_en="Dean of Arts")
    page = sign_in("/admin/delegations/member/add/")
    offered = page.locator("#offices-en option")
    assert [each.get_attribute("value") for each in offered.all()] == ["Dean"]

    page.locator("#id_office_en").fill("dean")

    expect(offered).to_have_count(2)
    assert offered.nth(1).get_attribute("value") == "Dean of Arts"


def test_a_person_is_added_on_the_way_with_name_and_office(sign_in):
    make_event(title_en="Spring forum", starts_on=MAY_1, ends_on=None)
    page = sign_in(ADD_DELEGATION)
    choose(page, "event", "Spring")
    page.locator("#id_country").select_option("EE")
    page.locator("#members-group .add-row a").click()
    page.locator("#members-0 .fieldBox.field-official .select2-selection").click()
    page.locator(".select2-search__field").last.fill("Kadri Kask")
    page.keyboard.press("Escape")

    with page.expect_popup() as opened:
        page.locator("#add_id_members-0-official").click()
    popup = opened.value
    expect(popup.locator("#id_name_en")).to_have_value("Kadri Kask")
    popup.locator("#id_office_en").fill("Dean")
    popup.get_by_role("button", name="Save").first.click()

    expect(page.locator("#id_members-0-office_en")).to_have_value("Dean", timeout=20_000)
    page.get_by_role("button", name="Save", exact=True).first.click()
    assert Delegation.objects.get().members.get().official.name_en == "Kadri Kask"


def test_a_body_is_added_with_the_country_and_kind_of_the_delegation(sign_in):
    page = sign_in(ADD_DELEGATION)
    page.locator("#id_country").select_option("KZ")
    page.locator("#id_kind").select_option("academic")
    page.locator("#members-group .add-row a").click()

    with page.expect_popup() as opened:
        page.locator("#add_id_members-0-institution").click()

    expect(opened.value.locator("#id_country")).to_have_value("KZ")
    expect(opened.value.locator("#id_kind")).to_have_value("university")


def test_who_is_on_record_already_is_taken_from_there(sign_in):
    official = make_official(name_en="Kadri Kask")
    page = sign_in(ADD_DELEGATION)
    page.locator("#members-group .add-row a").click()
    with page.expect_popup() as opened:
        page.locator("#add_id_members-0-official").click()

    opened.value.locator("#id_name_en").press_sequentially("Kadri Kas")
    opened.value.locator(".alike a").first.click()

    expect(page.locator("#id_members-0-official")).to_have_value(str(official.pk))
    assert Official.objects.count() == 1


def test_the_time_zone_is_that_of_the_city(sign_in):
    page = sign_in(ADD_EVENT)
    page.locator("#id_title_en").fill("Forum")
    page.locator("#id_city_en").fill("Aktau")
    page.locator("#id_country").select_option("KZ")
    page.get_by_role("button", name="Save", exact=True).first.click()

    expect(page.locator(".messagelist")).to_be_visible()
    assert Event.objects.get().time_zone == "Asia/Aqtau"
