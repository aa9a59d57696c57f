import json
import re

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from pytest_django.asserts import assertContains

from tests.reading import links

pytestmark = pytest.mark.django_db
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def in_each_language(address):
    return [address if code == "en" else f"/{code}{address}" for code in LANGUAGES]


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/forum/event/",
        "/admin/forum/event/?country=EE&when=past",
        "/admin/delegations/delegation/add/?event=7&country=KZ",
        "/account/password/change/",
        "/admin/nowhere/",
    ],
)
def test_a_page_leads_to_itself_in_each_language(staff_client, address):
    for here in in_each_language(address):
        found = links(staff_client.get(here).text)

        assert [other for other in in_each_language(address) if other not in found] == []


def test_the_language_is_chosen_before_signing_in_and_kept_afterwards(client):
    found = links(client.get("/ru/account/login/?next=/ru/admin/forum/event/%3Fcountry%3DEE").text)

    assert "/et/account/login/?next=/et/admin/forum/event/%3Fcountry%3DEE" in found
    assert "/account/login/?next=/admin/forum/event/%3Fcountry%3DEE" in found


def test_an_address_with_two_slashes_leads_nowhere_else(client):
    found = links(client.get("/kk///example.org/").text)

    assert [link for link in found if link.startswith("//")] == []


def test_the_language_of_the_site_is_that_of_the_admin_and_back(staff_client):
    assert "/et/" in links(staff_client.get("/et/admin/").text)
    assertContains(staff_client.get("/et/admin/"), '<a href="/et/">Ava sait</a>')


def test_who_must_sign_in_first_is_asked_in_the_same_language(client):
    response = client.get("/et/admin/forum/event/")

    assert response["Location"] == "/et/account/login/?next=/et/admin/forum/event/"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("kk", "Пайдаланушы аты немесе құпиясөз қате"),
        ("ru", "Неверное имя пользователя или пароль"),
        ("et", "Vale kasutajatunnus või parool"),
    ],
)
def test_a_wrong_password_is_refused_in_the_reader_s_language(client, language, sentence):
    response = client.post(f"/{language}/account/login/", {"login": "x", "password": "y"})

    assertContains(response, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("kk", "Бұл бетті көруге құқығыңыз жоқ."),
        ("ru", "У вас нет права просматривать эту страницу."),
        ("et", "Teil ei ole õigust seda lehte vaadata."),
    ],
)
def test_who_lacks_a_right_is_told_so_in_the_reader_s_language(client, language, sentence):
    client.force_login(get_user_model().objects.create_user("new", is_staff=True))

    response = client.get(f"/{language}/admin/forum/event/")

    assertContains(response, sentence, status_code=403)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "Қосылды: тақырып «"),
        ("ru", "Добавлено: тема «"),
        ("et", "Lisatud: teema „"),
    ],
)
def test_what_was_done_is_said_with_the_kind_of_record_in_its_first_form(
    staff_client, language, said
):
    topic = {f"name_{code}": "Robotics" for code in LANGUAGES} | {"code": "robotics"}

    response = staff_client.post(f"/{language}/admin/forum/topic/add/", topic, follow=True)

    assertContains(response, said)


@pytest.mark.parametrize(
    ("language", "title"),
    [("kk", "Жазбаны таңдау: іс-шара"), ("ru", "Выбор записи: мероприятие")],
)
def test_a_list_is_named_by_the_kind_of_record_in_its_first_form(staff_client, language, title):
    assertContains(staff_client.get(f"/{language}/admin/forum/event/"), f"<h1>{title}</h1>")


@pytest.mark.parametrize(
    ("language", "month", "day"),
    [
        ("kk", "Қыркүйек", "Күнді таңдаңыз"),
        ("ru", "Сентябрь", "Выберите дату"),
        ("et", "september", "Valige kuupäev"),
    ],
)
def test_the_calendar_of_a_date_speaks_the_reader_s_language(staff_client, language, month, day):
    script = staff_client.get(f"/{language}/admin/jsi18n/").text

    catalogue, formats = re.findall(r"(?:newcatalog|formats) = (\{.*?\n *\});", script, re.DOTALL)
    assert json.loads(catalogue)["September"] == month
    assert json.loads(catalogue)["Choose a Date"] == day
    assert json.loads(formats)["DATE_INPUT_FORMATS"][0] == "%d.%m.%Y"


def test_who_signs_out_is_offered_no_way_that_leads_nowhere(staff_client):
    found = links(staff_client.post("/et/admin/logout/").text)

    assert [link for link in found if "logout" in link] == []
    assert "/et/admin/" in found


def test_an_address_of_any_length_has_its_languages(client):
    query = "&".join(f"a{number}=1" for number in range(3000))

    assert f"/et/nowhere/?{query}" in links(client.get(f"/kk/nowhere/?{query}").text)
