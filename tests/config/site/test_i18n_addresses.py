import pytest
from django.conf import settings
from pytest_django.asserts import assertContains

from tests.factories import make_agreement, make_event, make_institution, make_official
from tests.reading import links

pytestmark = pytest.mark.django_db
PAGES = [
    "/",
    "/about/",
    "/events/",
    "/events/x/",
    "/events/x/programme/",
    "/events/x/delegations/",
    "/events/x/agreements/",
    "/institutions/",
    "/institutions/x/",
    "/institutions/x/agreements/",
    "/officials/",
    "/officials/x/",
    "/agreements/",
    "/agreements/x/",
    "/relations/",
    "/relations/ee/",
    "/relations/ee/kz/",
]
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def in_language(page, language):
    return page if language == "en" else f"/{language}{page}"


@pytest.fixture(autouse=True)
def records():
    for make in (make_event, make_institution, make_official, make_agreement):
        make(slug="x")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "language"),
    [
        # Each page in one language, or in all.
        pytest.param(page, code, marks=[] if number % 4 == n else pytest.mark.slow)
        for number, page in enumerate(PAGES)
        for n, code in enumerate(LANGUAGES)
    ],
)
def test_every_page_has_an_address_in_every_language_and_leads_to_the_others(
    client, page, language
):
    response = client.get(in_language(page, language))

    assertContains(response, f'<html lang="{language}"')
    assert response["Content-Language"] == language
    found = links(response.text)
    assert [other for other in LANGUAGES if in_language(page, other) not in found] == []


@pytest.mark.parametrize("accepted", ["ru", "kk-KZ,kk;q=0.9", "et", "nonsense", "x" * 3000])
def test_an_address_means_the_same_whatever_a_browser_prefers(client, accepted):
    response = client.get("/events/", headers={"accept-language": accepted})

    assertContains(response, '<html lang="en"')


def test_a_cookie_does_not_change_the_language_of_an_address(client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ru"

    assertContains(client.get("/events/"), '<html lang="en"')
    assertContains(client.get("/kk/events/"), '<html lang="kk"')


def test_a_choice_in_a_list_is_kept_in_the_other_languages(client):
    found = links(client.get("/kk/events/?kind=forum&when=past").text)

    assert "/et/events/?kind=forum&when=past" in found


@pytest.mark.parametrize("address", ["/en/", "/en/events/", "/de/", "/kk/nowhere/", "/KK/"])
def test_no_other_prefix_is_a_language(client, address):
    assert client.get(address).status_code == 404


def test_a_missing_slash_is_added(client):
    assert client.get("/kk/events")["Location"] == "/kk/events/"


def test_a_page_reads_the_links_of_its_own_language(client):
    found = [link for link in links(client.get("/et/").text) if link.startswith("/")]

    foreign = [link for link in found if not link.startswith(("/et/", "/static/"))]
    assert sorted(foreign) == ["/", "/kk/", "/ru/"]
