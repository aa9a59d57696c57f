import pytest

from tests.factories import make_agreement, make_event, make_institution, make_official
from tests.reading import tight

pytestmark = pytest.mark.django_db


def test_results_are_grouped_by_kind_with_counts(client):
    for _each in range(10):
        make_institution(name_en="Technical University")
    make_event(title_en="Technical forum")

    response = client.get("/search/?q=technical")

    page = tight(response)
    assert '<a href="#institution">Institutions<span class="n">10</span></a>' in page
    assert '<a href="/institutions/?q=technical">All 10</a>' in page
    assert "Technical forum" in page


def test_the_reason_is_marked(client):
    make_official(name_en="Renno Veinthal").names.create(text="Вейнталь", language="ru")
    make_event(title_en="Forum", summary_en="About <PISA> and more")

    assert '<p class="reason">About &lt;<mark>PISA</mark>&gt; and more</p>' in client.get(
        "/search/?q=pisa"
    ).text.replace(' lang="en"', "")


@pytest.mark.parametrize("language", ["", "/kk", "/ru", "/et"])
def test_an_empty_search_and_one_without_results_help(client, language):
    for query in ("", "?q=", "?q=nothing", '?q="', "?q=%00x"[:3]):
        assert client.get(f"{language}/search/{query}").status_code == 200


def test_a_search_says_that_nothing_was_found(client):
    assert "Nothing was found." in client.get("/search/?q=nothing").text


def test_suggestions_are_published_records_with_their_addresses(client):
    make_event(title_en="Rectors' Forum", title_kk="Ректорлар форумы", slug="forum")
    make_agreement(title_en="Rectors' memorandum", is_published=False)

    answer = client.get("/kk/search/suggestions/?q=rect").json()

    assert [(each["label"], each["url"]) for each in answer["suggestions"]] == [
        ("Ректорлар форумы", "/kk/events/forum/")
    ]


def test_results_are_not_for_search_engines(client):
    assert '<meta name="robots" content="noindex">' in client.get("/search/?q=x").text
    assert "Disallow: /search/" in client.get("/robots.txt").text


def test_staff_find_in_the_admin_what_visitors_find_and_more(staff_client):
    make_official(name_en="Sayasat Nurbek", is_published=False)

    page = staff_client.get("/admin/delegations/official/?q=нурбек")

    assert "Sayasat Nurbek" in page.text
    names = staff_client.get(
        "/admin/autocomplete/?app_label=delegations&model_name=member&field_name=official&term=nurb"
    ).json()
    assert [row["text"] for row in names["results"]] == ["Sayasat Nurbek"]
