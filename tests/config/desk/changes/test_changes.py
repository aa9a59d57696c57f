"""Recent changes: who did what, in words, as far as the reader may know, with what is new."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.core import signing
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains
from reversion.models import Revision

from config.desk.changes import number_since_last_visit
from config.desk.changes.visits import COOKIE
from delegations.models import Member
from forum.history.keeping import revision
from forum.models import Event
from tests.config.desk.workspace.forums import clerk, tab_of
from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_session,
    make_topic,
)

pytestmark = pytest.mark.django_db
CHANGES = "/admin/changes/"


@pytest.fixture
def ana(db):
    return get_user_model().objects.create_user("ana", first_name="Ana", is_staff=True)


def told(client, url=CHANGES, **question):
    """What the page says: who did it and what."""
    entries = client.get(url, question).context["entries"]
    return [(entry.by, [str(each) for each in entry.happenings]) for entry in entries]


def test_what_was_added_changed_and_removed_is_said_in_words(staff_client, ana):
    with revision(by=ana):
        event = make_event(title_en="Forum")
        delegation = make_delegation(event=event)
        for number in range(5):
            make_member(delegation=delegation, office_en=f"Rector {number}")
    with revision(by=ana):
        event.title_en = "Great forum"
        event.save()
    with revision(by=ana):
        delegation.members.first().delete()

    assert told(staff_client) == [
        ("Ana", ["removed member “Rector 0” from “Estonia”"]),
        ("Ana", ["changed event “Great forum”"]),
        (
            "Ana",
            [
                "added event “Forum”",
                "added delegation “Estonia” to “Great forum”",
                "added 5 members to “Estonia”",
            ],
        ),
    ]


def test_what_belongs_to_several_records_is_only_counted(staff_client, ana):
    with revision(by=ana):
        for country in ("EE", "LV"):
            make_member(delegation=make_delegation(event=make_event(), country=country))

    [(_by, happenings)] = told(staff_client)

    assert "added 2 members" in happenings


def test_what_was_on_record_before_is_changed_and_how_it_was_found_is_no_change(staff_client, ana):
    event = make_event(title_en="Forum")
    with revision(by=ana):
        event.city_en = "Astana"
        event.save()

    assert told(staff_client) == [("Ana", ["changed event “Forum”"])]


def test_a_name_stays_when_the_account_goes(staff_client, ana):
    with revision(by=ana):
        make_topic(name_en="Mobility")
    ana.delete()

    assert told(staff_client) == [("Ana", ["added topic “Mobility”"])]


def test_each_entry_leads_to_its_revision(staff_client, ana):
    with revision(by=ana):
        member = make_member()

    [entry] = staff_client.get(CHANGES).context["entries"]

    event = member.delegation.event
    page = f"/admin/forum/event/{event.pk}/history/{Revision.objects.get().pk}/"
    assert entry.url == f"{page}?next=%2Fadmin%2Fchanges%2F"
    assert staff_client.get(entry.url).status_code == 200


def test_what_is_gone_has_no_page(staff_client, ana):
    with revision(by=ana):
        topic = make_topic()
    with revision(by=ana):
        topic.delete()

    assert [each.url for each in staff_client.get(CHANGES).context["entries"]] == ["", ""]


def test_the_tab_of_an_event_tells_what_concerns_it_and_its_documents(staff_client, ana):
    event = make_event(title_en="Forum")
    for make in (
        lambda: make_session(event=event, title_en="Opening"),
        lambda: make_party(agreement=make_agreement(title_en="Plan", event=event), country="EE"),
        lambda: make_session(title_en="Elsewhere"),
        lambda: make_institution(),
    ):
        with revision(by=ana):
            make()

    assert told(staff_client, tab_of(event, "changes")) == [
        ("Ana", ["added agreement “Plan”", "added party “Estonia” to “Plan”"]),
        ("Ana", ["added programme item “Opening” to “Forum”"]),
    ]


def test_the_list_is_narrowed_by_person_and_kind(staff_client, staff, ana):
    with revision(by=ana):
        make_topic(name_en="Mobility")
    with revision(by=staff):
        gone = make_official(name_en="Ana Example")
    with revision(by=staff):
        gone.delete()

    assert told(staff_client, by="Ana") == [("Ana", ["added topic “Mobility”"])]
    assert told(staff_client, kind="forum.topic") == [("Ana", ["added topic “Mobility”"])]
    assert len(told(staff_client, kind="delegations.official")) == 2
    assert told(staff_client, by="Nobody") == []


@pytest.mark.parametrize("value", ["x", "9" * 40, "-1", "'\"", "forum.event.x", "auth.user"])
@pytest.mark.parametrize("name", ["by", "kind", "page"])
def test_the_list_takes_any_question(staff_client, name, value):
    assert staff_client.get(CHANGES, {name: value}).status_code == 200


def test_only_what_the_reader_may_see_is_told(client, ana):
    with revision(by=ana):
        make_member(office_en="Secret rector")
    with revision(by=ana):
        topic = make_topic(name_en="Secret topic")
    with revision(by=ana):
        topic.delete()
    client.force_login(clerk("view_delegation"))

    assert told(client) == [("Ana", ["added delegation “Estonia”"])]
    assertNotContains(client.get(CHANGES), "Secret")


def test_staff_without_any_right_see_an_empty_list(client, ana):
    with revision(by=ana):
        make_topic()
    client.force_login(clerk())

    assert told(client) == []


def test_visitors_are_asked_to_sign_in(client):
    assert client.get(CHANGES).status_code == 302


@pytest.fixture
def was_here(staff_client, staff):
    """Whoever looked two hours ago, and then one hour ago."""
    now = timezone.now()
    seen = [(now - dt.timedelta(hours=hours)).timestamp() for hours in (2, 1)]
    staff_client.cookies[COOKIE] = signing.dumps([staff.pk, *seen], salt=COOKIE)
    return staff_client


def changed_before(by, hours):
    with revision(by=by):
        make_topic()
    at = timezone.now() - dt.timedelta(hours=hours)
    newest = Revision.objects.order_by("pk").last()
    Revision.objects.filter(pk=newest.pk).update(date_created=at)


def test_a_line_divides_what_is_new_since_the_last_visit(was_here, ana):
    changed_before(ana, hours=3)
    changed_before(ana, hours=0)

    page = was_here.get(CHANGES)

    assert [entry.begins_old for entry in page.context["entries"]] == [False, True]
    assertContains(page, "Since your last visit", count=1)


def test_the_line_stays_for_as_long_as_the_visit_lasts(was_here, ana):
    changed_before(ana, hours=3)
    changed_before(ana, hours=0)

    was_here.get(CHANGES)

    assertContains(was_here.get(CHANGES), "Since your last visit", count=1)


def test_no_line_is_drawn_on_the_first_visit_nor_if_nothing_is_new(staff_client, was_here, ana):
    changed_before(ana, hours=3)

    assertNotContains(was_here.get(CHANGES), "Since your last visit")


def test_the_first_page_counts_what_others_changed_since_the_last_look(was_here, staff, ana):
    changed_before(ana, hours=3)
    changed_before(ana, hours=0)
    changed_before(staff, hours=0)

    assertContains(was_here.get("/admin/"), "1 since your last visit")
    was_here.get(CHANGES)
    assertNotContains(was_here.get("/admin/"), "since your last visit")


@pytest.mark.parametrize("cookie", ["", "x", "a:b:c", "9" * 5000])
def test_a_cookie_that_is_none_of_ours_says_nothing(staff_client, cookie):
    staff_client.cookies[COOKIE] = cookie

    assert staff_client.get(CHANGES).status_code == 200
    assert staff_client.get("/admin/").context["new_changes"] == 0


def test_another_person_s_cookie_says_nothing(was_here, client, ana):
    changed_before(ana, hours=0)
    other = get_user_model().objects.create_superuser("other")
    client.force_login(other)
    client.cookies[COOKIE] = was_here.cookies[COOKIE].value

    assert client.get("/admin/").context["new_changes"] == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_any_number(
    staff_client, ana, django_assert_num_queries, count
):
    for _ in range(count):
        with revision(by=ana):
            member = make_member(official=make_official(), institution=make_institution())
        with revision(by=ana):
            Member.objects.get(pk=member.pk).delete()

    with django_assert_num_queries(14):
        staff_client.get(CHANGES)


def test_an_event_that_goes_with_all_its_parts_is_one_entry(staff_client, ana):
    with revision(by=ana):
        delegation = make_delegation(event=make_event(title_en="Forum"))
        for _ in range(3):
            make_member(delegation=delegation)
    with revision(by=ana):
        Event.objects.get().delete()

    [(_by, happenings), _added] = told(staff_client)

    assert sorted(happenings) == [
        "removed 3 members",
        "removed delegation “Estonia”",
        "removed event “Forum”",
    ]


def test_nothing_new_is_counted_without_a_visit(rf, staff):
    request = rf.get("/admin/")
    request.user = staff

    assert number_since_last_visit(request) == 0
