"""The audit trail in the admin: read by whoever has the right, narrowed, taken along."""

import csv
import datetime as dt
from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from forum.choices import AuditKind
from forum.models import AuditEntry
from tests.admin_forms import admin_url
from tests.factories import make_audit_entry, make_event, make_staff

pytestmark = pytest.mark.django_db
PAGE, TABLE = "/admin/forum/auditentry/", "/admin/forum/auditentry/table.csv"
NOW = dt.datetime(2030, 5, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def entries():
    make_audit_entry(kind="exported", who="Aigul", subject="One", at=NOW)
    make_audit_entry(kind="deleted", who="Boris", subject="Two", at=NOW - dt.timedelta(days=1))


@pytest.fixture
def reader(client):
    def with_rights(*codes):
        user = make_staff()
        user.user_permissions.set(Permission.objects.filter(codename__in=codes))
        client.force_login(user)
        return client

    return with_rights


def table(answer) -> list[list[str]]:
    text = answer.getvalue().decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"One", "Two"}),
        ("kind=deleted", {"Two"}),
        ("who=aig", {"One"}),
        ("subject=tw", {"Two"}),
        ("since=2030-05-02", {"One"}),
        ("until=1.5.2030", {"Two"}),
        ("since=2030-05-01&until=2030-05-02", {"One", "Two"}),
        ("kind=deleted&who=aig", set()),
    ],
)
def test_the_trail_is_narrowed(staff_client, entries, query, shown):
    answer = staff_client.get(f"{PAGE}?{query}")

    assert {entry.subject for entry, _details in answer.context["entries"]} == shown
    assert {row[4] for row in table(staff_client.get(f"{TABLE}?{query}"))[1:]} - {
        "forum.auditentry"
    } == shown


@pytest.mark.parametrize(
    "query",
    [
        *("kind=x", "since=x", "until=0001-01-01", "since=9999-12-31&until=9999-12-31", "page=x"),
        *("record=x", f"record=forum.event:{'9' * 18}", f"record=forum.event:{'9' * 19}"),
        *("record=a.b:0", "who=%00", f"who={'x' * 999}"),
    ],
)
def test_whatever_an_address_asks_is_answered(staff_client, entries, query):
    assert staff_client.get(f"{PAGE}?{query}").status_code in (200, 400)
    assert staff_client.get(f"{TABLE}?{query}").status_code in (200, 400)


def test_the_history_of_a_record_leads_to_its_entries(staff_client, entries):
    event = make_event(title_en="Forum")
    address = f"{PAGE}?record=forum.event:{event.pk}"

    assertContains(staff_client.get(admin_url(event, "history")), f'href="{address}"')
    answer = staff_client.get(address)

    assert [entry.subject for entry, _details in answer.context["entries"]] == ["Forum"]
    assertContains(answer, "Only what concerns one record.")


def test_only_who_has_the_right_reads_the_trail(reader, entries):
    assert reader("view_event").get(PAGE).status_code == 403
    assert reader("export", "view_event").get(TABLE).status_code == 403
    client = reader("view_auditentry")
    assertNotContains(client.get(PAGE), TABLE)
    assert client.get(TABLE).status_code == 403
    assertContains(reader("view_auditentry", "export").get(PAGE), TABLE)
    event = make_event()
    client = reader("view_event", "change_event", "view_unpublished")
    assertNotContains(client.get(admin_url(event, "history")), PAGE)


def test_the_table_has_all_in_order_and_no_formula(staff_client, staff):
    make_audit_entry(at=timezone.now() - dt.timedelta(days=1), subject="=1+1", details={"rows": 3})

    first, second, third = table(staff_client.get(TABLE))

    assert first[:3] == ["time", "act", "by"]
    assert second[1:6] == ["exported", "staff", str(staff.pk), "forum.auditentry", ""]
    assert third[4] == "'=1+1"
    assert third[-1] == '{"rows": 3}'


def test_taking_the_trail_along_is_noted(staff_client, entries):
    staff_client.get(TABLE)

    entry = AuditEntry.objects.latest("pk")
    assert (entry.kind, entry.who, entry.origin) == (AuditKind.EXPORTED, "staff", "127.0.0.1")


def test_an_entry_has_no_form(staff_client):
    entry = make_audit_entry()

    for page in ("add/", f"{entry.pk}/", f"{entry.pk}/change/", f"{entry.pk}/delete/"):
        assert staff_client.get(f"{PAGE}{page}").status_code == 404


def test_the_page_costs_the_same_for_any_number_of_entries(staff_client, django_assert_num_queries):
    staff_client.get(PAGE)
    for number in (1, 3):
        while AuditEntry.objects.count() < number:
            make_audit_entry()
        with django_assert_num_queries(4):
            staff_client.get(PAGE)
