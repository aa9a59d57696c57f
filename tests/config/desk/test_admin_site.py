import pytest
from django.contrib.auth import get_user_model
from pytest_django.asserts import assertContains, assertRedirects

pytestmark = pytest.mark.django_db


def test_the_apps_stand_in_the_order_of_the_work(staff_client):
    apps = staff_client.get("/admin/").context["app_list"]

    assert [app["app_label"] for app in apps] == ["forum", "delegations", "agreements", "auth"]
    assert apps[0]["name"] == "Events"
    firsts = [app["models"][0]["object_name"] for app in apps[:3]]
    assert firsts == ["Event", "Delegation", "Agreement"]


@pytest.mark.parametrize("app", ["forum", "delegations", "agreements", "auth"])
def test_every_app_has_a_page_of_its_own(staff_client, app):
    response = staff_client.get(f"/admin/{app}/")

    assert [each["app_label"] for each in response.context["app_list"]] == [app]


@pytest.mark.slow
def test_every_list_and_every_empty_form_opens(staff_client):
    apps = staff_client.get("/admin/").context["app_list"]
    addresses = [
        model[page]
        for app in apps
        for model in app["models"]
        for page in ("admin_url", "add_url")
        if model[page]
    ]

    answers = {address: staff_client.get(address).status_code for address in addresses}

    assert set(answers.values()) == {200}
    assert len(answers) > 40


@pytest.mark.parametrize("language", ["kk", "ru", "et"])
def test_the_admin_speaks_every_language(staff_client, language):
    assertContains(staff_client.get(f"/{language}/admin/"), f'lang="{language}"')


def test_visitors_are_asked_to_sign_in(client):
    assertRedirects(client.get("/admin/"), "/account/login/?next=/admin/")


def test_an_unknown_app_is_not_found(staff_client):
    assert staff_client.get("/admin/nothing/").status_code == 404


def test_staff_without_any_permission_see_an_empty_site(client):
    client.force_login(get_user_model().objects.create_user("new", is_staff=True))

    response = client.get("/admin/")

    assert response.context["app_list"] == []
    assert response.context["dashboard"] == []


@pytest.mark.parametrize("key", ["ж", "²", "1; DROP", "9" * 40, ""])
def test_a_selection_of_what_is_no_record_is_refused(staff_client, key):
    answer = staff_client.post(
        "/admin/forum/event/", {"action": "publish", "_selected_action": ["1", key]}
    )

    assert answer.status_code == 400


def test_a_list_is_searched_for_no_more_words_than_a_database_takes(staff_client):
    assert (
        staff_client.get("/admin/delegations/appointment/", {"q": "a " * 9000}).status_code == 200
    )
