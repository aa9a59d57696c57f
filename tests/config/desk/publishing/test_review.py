"""Review before publication: one account marks as ready, another publishes or returns."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from forum.choices import AuditKind
from forum.history.differences import history_of
from forum.history.keeping import revision
from forum.history.restoring import differences_from, put_back
from forum.models import AuditEntry, Event, Submission
from forum.review.submissions import mark_ready, send_back
from forum.services import set_published
from tests.admin_forms import admin_url, submit
from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_institution,
    make_official,
    make_staff,
)

pytestmark = pytest.mark.django_db
MAKERS = [make_event, make_agreement, make_institution, make_official]


def account(name, *codes):
    user = make_staff(username=name)
    kinds = ("event", "agreement", "institution", "official", "delegation")
    codes += tuple(f"{action}_{kind}" for action in ("view", "change") for kind in kinds)
    rights = Permission.objects.filter(codename__in=["view_unpublished", *codes])
    user.user_permissions.set(rights)
    return user


@pytest.fixture
def editor():
    return account("editor")


@pytest.fixture
def publisher():
    return account("publisher", "publish")


@pytest.fixture(autouse=True)
def is_on(settings):
    settings.REVIEW_BEFORE_PUBLICATION = True


@pytest.fixture
def draft():
    return make_event(title_en="Forum", is_published=False)


def ready_page(record) -> str:
    meta = record._meta
    return f"/admin/{meta.app_label}/{meta.model_name}/{record.pk}/ready/"


def publish_page(record) -> str:
    meta = record._meta
    return f"/admin/{meta.app_label}/{meta.model_name}/{record.pk}/publish/"


def is_published(record) -> bool:
    return type(record).objects.get(pk=record.pk).is_published


def publish(record, by):
    return set_published(type(record).objects.filter(pk=record.pk), is_published=True, by=by)


@pytest.mark.parametrize("make", MAKERS)
def test_what_an_editor_marks_a_publisher_publishes(client, editor, publisher, make):
    record = make(is_published=False)
    client.force_login(editor)
    client.post(ready_page(record), {"ready": "", "remark": "Names are checked"})
    client.force_login(publisher)
    assertContains(client.get(ready_page(record)), "Names are checked")
    client.post(publish_page(record))

    assert is_published(record)
    said = Submission.objects.get()
    assert (said.state, said.sender_name, said.answerer_name) == (
        "published",
        "editor",
        "publisher",
    )
    trail = AuditEntry.objects.filter(key=record.pk).order_by("pk").values_list("kind", "who")
    assert list(trail) == [("reviewed", "editor"), ("published", "publisher")]


@pytest.mark.parametrize("make", MAKERS)
def test_nobody_publishes_what_nobody_or_only_they_have_marked(client, publisher, make):
    record = make(is_published=False)
    client.force_login(publisher)

    for _each in range(2):
        assertContains(client.post(publish_page(record)), "Somebody else has to mark as ready")
        with pytest.raises(ValidationError, match="Somebody else"):
            publish(record, publisher)
        mark_ready([record], by=publisher)

    assert not is_published(record)


def test_who_lacks_the_right_publishes_nothing_by_any_door(client, editor, publisher, draft):
    mark_ready([draft], by=publisher)
    client.force_login(editor)

    assert client.post(publish_page(draft)).status_code == 403
    with pytest.raises(PermissionDenied):
        publish(draft, editor)
    with pytest.raises(PermissionDenied):
        send_back(draft, by=editor, answer="No")
    assert not is_published(draft)


@pytest.mark.parametrize("make", [make_institution, make_official])
def test_no_form_publishes_where_it_is_reviewed(client, publisher, make):
    record = make(is_published=False)
    client.force_login(publisher)

    client.post(admin_url(record, "change"), {"is_published": "on"})
    answer = submit(client, admin_url(record, "change"), is_published="on")

    assert answer.status_code == 302
    assert not is_published(record)


def test_the_action_of_a_list_says_what_is_not_reviewed(client, publisher):
    official = make_official(name_en="A. Name", is_published=False)
    client.force_login(publisher)
    chosen = {"action": "publish", "_selected_action": [official.pk]}

    answer = client.post(admin_url(type(official), "changelist"), chosen, follow=True)

    assertContains(answer, "Somebody else has to mark as ready before you publish: “A. Name”.")
    assert not is_published(official)


def test_putting_back_publishes_nothing(editor, publisher):
    with revision(by=editor):
        event = make_event(is_published=True)
    with revision(by=publisher):
        set_published(Event.objects.all(), is_published=False, by=publisher)
    first = history_of(("forum.event", event.pk))[0]

    with pytest.raises(ValidationError, match="has to be reviewed"):
        put_back(differences_from(("forum.event", event.pk), first.revision.pk), by=publisher)

    assert not is_published(event)


def test_a_publisher_returns_with_a_remark_that_the_editor_sees(client, editor, publisher, draft):
    mark_ready([draft], by=editor)
    client.force_login(publisher)
    assertContains(client.post(ready_page(draft), {"return": "", "remark": " "}), "Say what is to")
    assertRedirects(
        client.post(ready_page(draft), {"return": "", "remark": "The date is missing"}),
        admin_url(draft, "change"),
    )
    client.force_login(editor)

    for page in (admin_url(draft, "change"), f"/admin/forum/event/{draft.pk}/overview/"):
        assertContains(client.get(page), "The date is missing")
    assertContains(client.get("/admin/review/"), "The date is missing")

    client.post(ready_page(draft), {"ready": ""})
    assertNotContains(client.get(admin_url(draft, "change")), "The date is missing")
    with pytest.raises(ValidationError):
        send_back(draft, by=publisher, answer="")
    assert [each.state for each in Submission.objects.all()] == ["waiting", "returned"]


def test_what_is_returned_has_to_be_marked_again(editor, publisher, draft):
    mark_ready([draft], by=editor)
    send_back(draft, by=publisher, answer="No")

    with pytest.raises(ValidationError):
        publish(draft, publisher)
    with pytest.raises(ValidationError, match="not marked as ready any more"):
        send_back(draft, by=publisher, answer="No")
    mark_ready([draft], by=editor)
    assert publish(draft, publisher) == 1


def test_a_change_after_the_mark_is_shown(client, editor, publisher, draft):
    mark_ready([draft], by=editor)
    client.force_login(publisher)
    assertNotContains(client.get(ready_page(draft)), "Changed since.")

    with revision(by=editor):
        make_delegation(event=draft)

    for page in (ready_page(draft), "/admin/review/", admin_url(draft, "change")):
        assertContains(client.get(page), "Changed since.")
    mark_ready([draft], by=editor)
    assertNotContains(client.get(ready_page(draft)), "Changed since.")


def test_an_event_is_marked_and_published_with_what_its_pages_name(
    client, editor, publisher, draft
):
    house, other = (make_institution(is_published=False) for _each in range(2))
    for institution in (house, other):
        make_delegation(event=draft, institution=institution)
    key = f"delegations.institution:{house.pk}"
    client.force_login(editor)
    client.post(ready_page(draft), {"ready": "", "also": [key]})
    client.force_login(publisher)
    page = client.get(publish_page(draft))
    assertContains(page, "nobody else has marked it as ready")

    also = [key, f"delegations.institution:{other.pk}"]
    client.post(publish_page(draft), {"also": also})

    assert [is_published(each) for each in (draft, house, other)] == [True, True, False]


def test_publishers_find_what_waits_on_the_first_page_and_in_lists(
    client, editor, publisher, draft
):
    mark_ready([draft, make_official(is_published=False)], by=editor)
    make_event(title_en="Another", is_published=False)
    client.force_login(publisher)

    assertContains(client.get("/admin/"), "2 wait for you")
    assertContains(client.get("/admin/review/"), "Forum")
    answer = client.get("/admin/forum/event/?review=waiting")
    assertContains(answer, "Forum")
    assertNotContains(answer, "Another")
    client.force_login(editor)
    assertNotContains(client.get("/admin/"), "wait for you")


def test_the_names_stay_when_the_accounts_go(editor, publisher, draft):
    mark_ready([draft], by=editor)
    publish(draft, publisher)
    editor.delete()
    publisher.delete()

    said = Submission.objects.get()
    assert (said.sender, said.sender_name, said.answerer_name) == (None, "editor", "publisher")


@pytest.mark.parametrize("key", ["0", "9" * 18, "9" * 30, "x"])
def test_what_is_not_there_has_no_page(client, publisher, key):
    client.force_login(publisher)

    assert client.get(f"/admin/forum/event/{key}/ready/").status_code == 404


def test_a_remark_that_is_too_long_is_refused_and_kept(client, editor, draft):
    client.force_login(editor)

    answer = client.post(ready_page(draft), {"ready": "", "remark": "x" * 2001})

    assertContains(answer, "at most 2000 signs")
    assertContains(answer, "x" * 2001)
    assert not Submission.objects.exists()


def test_nothing_of_it_shows_where_it_is_off(client, settings, publisher, draft):
    settings.REVIEW_BEFORE_PUBLICATION = False
    client.force_login(publisher)

    for page in ("/admin/", admin_url(draft, "change"), admin_url(Event, "changelist")):
        assertNotContains(client.get(page), "eview")
    for page in (ready_page(draft), "/admin/review/"):
        assert client.get(page).status_code == 404
    assert publish(draft, publisher) == 1
    assert AuditEntry.objects.filter(kind=AuditKind.PUBLISHED, who="publisher").exists()
