"""What is refused is said in a sentence, and accounted for."""

import pytest
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains

from forum.choices import AuditKind
from forum.models import AuditEntry
from tests.admin_forms import admin_url
from tests.factories import make_event, make_staff

pytestmark = pytest.mark.django_db


def refusals() -> list[tuple]:
    rows = AuditEntry.objects.filter(kind=AuditKind.REFUSED)
    return list(rows.order_by("pk").values_list("who", "subject", "details"))


def test_who_was_refused_what_is_kept_without_what_was_asked(client):
    client.force_login(make_staff(username="guest"))
    url = admin_url(make_event(), "change")

    answer = client.get(url, {"q": "secret"})
    client.post(url, {"title_en": "secret"})

    assertContains(answer, "You do not have the right to see this page.", status_code=403)
    name = "admin:forum_event_change"
    assert refusals() == [("guest", name, {"method": "GET"}), ("guest", name, {"method": "POST"})]
    assert "secret" not in str([*AuditEntry.objects.values()])


def test_what_is_allowed_and_what_is_not_there_is_no_refusal(staff_client):
    staff_client.get(admin_url(make_event(), "change"))
    staff_client.get("/admin/forum/event/9999/change/")

    assert refusals() == []


def test_an_act_of_a_list_that_is_not_for_all_is_refused(client):
    user = make_staff(username="guest")
    event = make_event(is_published=False)
    rights = ("view_event", "change_event", "view_unpublished")
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    asked = {"action": "publish", "_selected_action": [event.pk], "index": "0"}

    assert client.post(admin_url(event, "changelist"), asked).status_code == 403

    event.refresh_from_db()
    assert not event.is_published
    assert [subject for _who, subject, _details in refusals()] == ["admin:forum_event_changelist"]
