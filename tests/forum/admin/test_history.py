"""The history of a record in the admin, and who may put what back."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from forum.models import Event, Removal
from tests.admin_forms import add_row, admin_url, form_data, open_form, submit
from tests.factories import make_contact, make_event, make_figure, make_staff
from tests.history import entries_of

pytestmark = pytest.mark.django_db


def history_page(record, entry=None) -> str:
    page = admin_url(record, "history")
    return f"{page}{entry.revision.pk}/" if entry else page


def signed_in(client, *codenames):
    user = make_staff()
    given = [*codenames, "view_unpublished", "revert"]
    user.user_permissions.add(*Permission.objects.filter(codename__in=given))
    client.force_login(user)
    return client


@pytest.fixture
def changed_event(staff_client):
    """An event and its figure, both changed in one form."""
    event = make_event(title_en="As it was", is_published=True)
    make_figure(event=event, value=6)
    submit(
        staff_client,
        admin_url(event, "change"),
        **{"title_en": "As it is", "figures-0-value": "7"},
    )
    return event


def test_staff_read_what_changed_and_undo_it(staff_client, changed_event):
    page = staff_client.get(history_page(changed_event))
    first, second = entries_of(changed_event)
    shown = staff_client.get(history_page(changed_event, second))

    done = staff_client.post(history_page(changed_event, first), follow=True)

    assertContains(page, "Changed Title [en]")
    assertContains(shown, "<del>As it was</del>")
    assertContains(shown, "<ins>As it is</ins>")
    assertContains(done, "Put back as it was on")
    changed_event.refresh_from_db()
    assert (changed_event.title_en, changed_event.figures.get().value) == ("As it was", 6)


def test_one_form_with_its_parts_is_one_revision(staff_client, staff):
    data = form_data(open_form(staff_client, admin_url(Event, "add")))
    data |= {"title_en": "Forum"}
    staff_client.post(
        admin_url(Event, "add"),
        add_row(data, "figures", kind="universities", value="6", as_of_precision="day"),
    )

    [entry] = entries_of(Event.objects.get())
    assert [each.ident[0] for each in entry.changes] == ["forum.event", "forum.figure"]
    assert entry.by == staff.username


def test_a_version_is_put_back_only_by_those_who_may_change_the_record(client, changed_event):
    first = entries_of(changed_event)[0]
    signed_in(client, "view_event", "view_figure")

    assert client.get(history_page(changed_event, first)).status_code == 200
    assert client.post(history_page(changed_event, first)).status_code == 403

    changed_event.refresh_from_db()
    assert (changed_event.title_en, changed_event.is_published) == ("As it is", True)


def test_parts_that_the_reader_may_not_see_are_not_in_the_history(client, staff_client):
    contact = make_contact(phone="Marker")
    url = admin_url(contact.official, "change")
    submit(staff_client, url, **{"contact-0-phone": "Marker two", "name_en": "Renamed"})
    entry = entries_of(contact.official)[-1]
    signed_in(client, "view_official")

    for page in (history_page(contact.official), history_page(contact.official, entry)):
        response = client.get(page)
        assertContains(response, "Renamed")
        assertNotContains(response, "Marker")


def test_a_deleted_event_is_listed_and_brought_back(staff_client):
    event = make_event(title_en="Lost forum")
    staff_client.post(admin_url(event, "delete"), {"post": "yes"})
    removal = Removal.objects.get(model="forum.event")
    back = reverse("admin:forum_event_bring_back", args=[removal.pk])

    listed = staff_client.get(reverse("admin:forum_event_deleted"))
    asked = staff_client.get(back)
    done = staff_client.post(back)

    assertContains(listed, "Lost forum")
    assertContains(asked, "Bring it back")
    assertRedirects(done, admin_url(event, "change"))
    assert Event.objects.get().title_en == "Lost forum"
    assertNotContains(staff_client.get(reverse("admin:forum_event_deleted")), "Lost forum")


def test_only_who_may_add_brings_back(client, staff_client):
    event = make_event()
    staff_client.post(admin_url(event, "delete"), {"post": "yes"})
    back = reverse("admin:forum_event_bring_back", args=[Removal.objects.get().pk])
    signed_in(client, "view_event", "change_event")

    assert client.get(back).status_code == 200
    assert client.post(back).status_code == 403
    assert not Event.objects.exists()


@pytest.mark.parametrize("page", ["history/999/", "history/x/"])
def test_a_revision_that_is_none_is_not_found(staff_client, page):
    event = make_event()

    assert staff_client.get(f"/admin/forum/event/{event.pk}/{page}").status_code in (302, 404)
