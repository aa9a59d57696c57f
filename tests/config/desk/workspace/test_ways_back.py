"""From a tab of an event staff go to pages of all sorts, and each leads back to the tab."""

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from forum.history.keeping import revision
from tests.config.desk.workspace.forums import tab_of
from tests.factories import make_agreement, make_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event(title_en="Visit", is_published=False)


def quoted(tab: str) -> str:
    return tab.replace("/", "%2F")


def test_publishing_leads_back_to_the_tab(staff_client, event):
    tab = tab_of(event, "programme")
    publish = f"/admin/forum/event/{event.pk}/publish/?next={quoted(tab)}"

    assertContains(staff_client.get(tab), f'href="{publish}"')
    assertContains(staff_client.get(publish), f'class="closelink" href="{tab}"')
    assertRedirects(staff_client.post(publish, {"alone": "on"}), tab)


def test_an_agreement_that_is_not_published_leads_to_where_it_is_and_back(staff_client, event):
    agreement = make_agreement(event=event, is_published=False)
    tab = tab_of(event, "readiness")

    publish = f"/admin/agreements/agreement/{agreement.pk}/publish/?next={quoted(tab)}"
    assertContains(staff_client.get(tab), f'href="{publish}"')


def test_a_list_is_pasted_from_a_tab_and_back(staff_client, event):
    tab = tab_of(event, "delegations")
    paste = f"/admin/intake/new/?kind=members&event={event.pk}&next={quoted(tab)}"

    assertContains(staff_client.get(tab), paste.replace("&", "&amp;"))
    page = staff_client.get(paste)

    assertContains(page, f'class="closelink" href="{tab}"')
    assertContains(page, f'<a href="{tab_of(event, "overview")}">Visit</a>')
    assertContains(page, f'<a href="{tab}">Delegations</a>')
    assertContains(page, '<a href="/admin/forum/event/">Events</a>')


def test_a_revision_leads_back_to_the_changes(staff_client, staff, event):
    with revision(by=staff):
        event.city_en = "Narva"
        event.save()
    tab = tab_of(event, "changes")

    [entry] = staff_client.get(tab).context["entries"]

    assert entry.url.endswith(f"?next={quoted(tab)}")
    assertRedirects(staff_client.post(entry.url), tab)


@pytest.mark.parametrize("page", ["publish/", "unpublish/"])
def test_the_way_to_publishing_goes_through_the_event(staff_client, event, page):
    answer = staff_client.get(f"/admin/forum/event/{event.pk}/{page}")

    assertContains(answer, f'<a href="{tab_of(event, "overview")}">Visit</a>')


def test_the_way_to_an_article_goes_through_the_event(staff_client, event):
    answer = staff_client.get(f"/admin/article/?event={event.pk}")

    assertContains(answer, f'<a href="{tab_of(event, "overview")}">Visit</a>')


def test_the_way_to_concluding_goes_through_the_event(staff_client, event):
    agreement = make_agreement(event=event)

    answer = staff_client.get(f"/admin/agreements/agreement/{agreement.pk}/conclude/")

    assertContains(answer, f'<a href="{tab_of(event, "agreements")}">Agreements</a>')
