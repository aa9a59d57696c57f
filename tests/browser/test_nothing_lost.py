"""Two people at one record, impatient clicks, ended sessions: nothing that staff type is lost."""

from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from PIL import Image
from playwright.sync_api import expect

from delegations.models import Member
from forum.models import Event
from tests.browser.entering import enter
from tests.factories import make_delegation, make_event

pytestmark = pytest.mark.slow


def png() -> bytes:
    content = BytesIO()
    Image.new("RGB", (4, 3), "navy").save(content, "PNG")
    return content.getvalue()


@pytest.fixture
def sign_in(transactional_db, open_page):
    def sign_in(path, name="staff", **options):
        users = get_user_model().objects
        if not users.filter(username=name).exists():
            users.create_superuser(name, password="staff")
        page = open_page(f"/account/login/?next={path}", **options)
        enter(page, name)
        page.wait_for_url(lambda url: "/login/" not in url)
        return page

    return sign_in


def save(page):
    page.get_by_role("button", name="Save", exact=True).first.click()


def save_and_stay(page):
    page.get_by_role("button", name="Save and continue editing").first.click()


@pytest.fixture
def event_page(transactional_db):
    event = make_event(title_en="Forum", city_en="Tartu")
    return f"/admin/forum/event/{event.pk}/change/"


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_two_people_change_one_record_and_the_second_chooses(sign_in, event_page, script):
    one = sign_in(event_page, "aliya", java_script_enabled=script)
    two = sign_in(event_page, "mart", width=390, java_script_enabled=script)

    one.locator("#id_city_en").fill("Narva")
    one.locator("#id_title_en").fill("Summit")
    save(one)
    two.locator("#id_city_en").fill("Astana")
    two.locator("#id_kind").select_option("conference")
    save(two)

    between = two.locator(".choices-between tbody tr")
    expect(between).to_have_count(1)
    expect(between).to_contain_text("Tartu")
    expect(between).to_contain_text("aliya, ")
    assert Event.objects.get().city_en == "Narva"
    between.get_by_label("Astana").check()
    save(two)
    expect(two.locator(".messagelist")).to_contain_text("was changed successfully")
    event = Event.objects.get()
    assert (event.title_en, event.city_en, event.kind) == ("Summit", "Astana", "conference")


def test_a_double_click_makes_one_record(sign_in):
    page = sign_in("/admin/forum/event/add/")
    page.locator("#id_title_en").fill("Forum")

    page.get_by_role("button", name="Save", exact=True).first.dblclick()

    expect(page.locator(".messagelist").first).to_contain_text("was added successfully")
    assert Event.objects.count() == 1


def test_a_refused_form_keeps_its_file(sign_in, event_page):
    page = sign_in(event_page)
    page.get_by_role("heading", name="Picture").click()
    page.locator("#id_image").set_input_files(
        {"name": "tartu.png", "mimeType": "image/png", "buffer": png()}
    )
    page.locator("#id_starts_on").fill("never")

    save(page)
    expect(page.locator(".kept-file")).to_contain_text("Chosen: tartu.png")
    page.locator("#id_starts_on").fill("2025-05-01")
    save(page)

    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    event = Event.objects.get()
    assert event.image_width == 4
    event.image.delete(save=False)


def test_a_form_sent_after_signing_out_comes_back(sign_in, event_page):
    page = sign_in(event_page)
    page.locator("#id_city_en").fill("Narva")
    page.get_by_text("Add another Figure").click()
    page.locator("#id_figures-0-value").fill("50")
    page.context.clear_cookies(name="sessionid")

    save(page)
    enter(page)

    expect(page.locator("#problems")).to_contain_text("nothing is saved yet")
    expect(page.locator("#id_city_en")).to_have_value("Narva")
    expect(page.locator("#id_figures-0-value")).to_have_value("50")
    save(page)
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    event = Event.objects.get()
    assert (event.city_en, event.figures.count()) == ("Narva", 1)


def test_a_form_with_a_stale_token_comes_back(sign_in, event_page):
    page = sign_in(event_page)
    page.locator("#id_city_en").fill("Narva")
    again = page.context.new_page()
    again.goto("/account/login/")
    page.context.clear_cookies(name="csrftoken")

    save(page)

    expect(page.locator("#problems")).to_contain_text("nothing is saved yet")
    expect(page.locator("#id_city_en")).to_have_value("Narva")
    assert Event.objects.get().city_en == "Tartu"


def test_leaving_a_changed_form_asks_and_saving_it_does_not(sign_in, event_page):
    page, asked = sign_in(event_page), []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    home = page.get_by_role("link", name="Home").first

    page.locator("#id_city_en").fill("Narva")
    home.click(no_wait_after=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    expect(page.locator("#id_city_en")).to_have_value("Narva")

    save_and_stay(page)
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    home.click()
    page.wait_for_url("**/admin/")
    assert asked == ["beforeunload"]


def test_focus_is_on_the_first_field_and_enter_saves_nothing(sign_in, event_page):
    page = sign_in(event_page)
    expect(page.locator("#id_title_en")).to_be_focused()

    page.keyboard.type("Half a title")
    page.keyboard.press("Enter")
    page.locator("#id_summary_en").evaluate("field => field.closest('details').open = true")
    page.locator("#id_summary_en").press("Enter")

    page.wait_for_timeout(300)
    assert Event.objects.get().title_en == "Forum"
    expect(page.locator("#id_summary_en")).to_have_value("\n")


def test_a_refused_form_lists_its_errors_with_links(sign_in, event_page):
    page = sign_in(event_page)
    page.locator("#id_starts_on").fill("never")
    page.get_by_role("heading", name="Picture").click()
    page.locator("#id_image").set_input_files(
        {"name": "tartu.png", "mimeType": "image/png", "buffer": b"no picture"}
    )

    save(page)

    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator("#id_image")).to_be_visible()
    page.locator("#problems").get_by_role("link", name="First day").click()
    expect(page.locator("#id_starts_on")).to_be_focused()


def test_a_delegation_of_four_hundred_is_opened_searched_and_saved(sign_in):
    delegation = make_delegation()
    Member.objects.bulk_create(
        Member(delegation=delegation, office_en=f"Office {number}", position=number)
        for number in range(400)
    )
    page = sign_in(f"/admin/delegations/delegation/{delegation.pk}/change/")

    page.get_by_label("Find a row").fill("Office 399")
    page.get_by_label("Find a row").press("Enter")
    expect(page.locator(".rows-pager")).to_contain_text("1 of 400 rows is found.")
    page.locator("#id_members-0-office_en").fill("Minister")
    save_and_stay(page)

    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    assert delegation.members.count() == 400
    assert delegation.members.filter(office_en="Minister").count() == 1
