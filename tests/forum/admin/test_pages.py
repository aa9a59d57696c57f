"""The pages of the admin: their links, languages, searches and odd addresses."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains, assertRedirects

from forum.models import Event, Series, Topic, Venue
from tests.admin_forms import admin_url
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def test_who_may_only_look_cannot_publish(client):
    viewer = get_user_model().objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_event"))
    client.force_login(viewer)
    event = make_event(is_published=False)

    response = client.post(
        admin_url(Event, "changelist"), {"action": "publish", "_selected_action": [event.pk]}
    )

    event.refresh_from_db()
    assert response.status_code in (200, 302, 403)
    assert not event.is_published


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "kk"])
def test_every_link_on_the_page_of_an_event_works(staff_client, language):
    prefix = "" if language == "en" else f"/{language}"
    event = make_event()
    page = staff_client.get(prefix + admin_url(event, "change"))

    links = [
        line.split('"')[0]
        for line in page.text.split('class="workspace-head"')[1]
        .split("</div>")[0]
        .split('href="')[1:]
    ]

    assert len(links) >= 7
    assert {staff_client.get(link.replace("&amp;", "&")).status_code for link in links} == {200}


@pytest.mark.parametrize("is_published", [True, False], ids=["published", "unpublished"])
def test_a_page_is_linked_only_where_a_visitor_would_see_it(staff_client, is_published):
    event = make_event(is_published=is_published)

    response = staff_client.get(admin_url(event, "change"))

    shown = f'href="{event.get_absolute_url()}"' in response.text
    assert shown is is_published


def test_the_languages_of_a_field_are_one_row(staff_client):
    response = staff_client.get(admin_url(Event, "add"))

    rows = [
        row
        for _heading, options in response.context["adminform"].fieldsets
        for row in options["fields"]
    ]
    for field in ("title", "city", "theme", "summary", "description", "image_alt"):
        assert tuple(f"{field}_{code}" for code in ("en", "kk", "ru", "et")) in rows
    assert "title_en" not in rows


@pytest.mark.parametrize("model", [Series, Topic, Venue], ids=lambda model: model.__name__)
def test_so_they_do_in_every_form(staff_client, model):
    rows = staff_client.get(admin_url(model, "add")).context["adminform"].fieldsets[0][1]["fields"]

    assert rows[0] == ("name_en", "name_kk", "name_ru", "name_et")


@pytest.mark.parametrize(
    "query",
    [
        "starts_on__year=abc",
        "starts_on__year=99999999999",
        "p=999",
        "p=abc",
        "o=99.99",
        "o=abc",
        "is_published__exact=maybe",
        "nonsense=1",
        "series__id__exact=x",
        "series__id__exact=99999999999999999999999",
        "q=%25_%5C",
        "q=%22",
        "q=%27%3B--",
        "status__exact=bogus",
    ],
)
def test_no_query_of_a_list_is_an_error(staff_client, query):
    make_event()

    response = staff_client.get(f"{admin_url(Event, 'changelist')}?{query}", follow=True)

    assert response.status_code in (200, 400)


@pytest.mark.parametrize("number", ["0", "9" * 30, "x"], ids=["zero", "enormous", "a letter"])
def test_a_record_that_does_not_exist_is_said_not_to(staff_client, number):
    response = staff_client.get(f"/admin/forum/event/{number}/change/", follow=True)

    assertContains(response, "exist. Perhaps it was deleted?")


def test_a_visitor_is_asked_to_sign_in(client):
    response = client.get(admin_url(Event, "changelist"))

    assertRedirects(response, f"/account/login/?next={admin_url(Event, 'changelist')}")


def test_a_search_finds_an_event_by_any_of_its_languages(staff_client):
    event = make_event(title_en="Forum", title_et="Foorum", city_kk="Астана")
    # Staff search slugs too, and “forum” sounds like “FOORUM”.
    make_event(title_en="Other", slug="other", kind="visit")

    for term in ("FOORUM", "астана", event.slug):
        found = staff_client.get(admin_url(Event, "changelist"), {"q": term}).context["cl"]
        assert list(found.result_list) == [event]
