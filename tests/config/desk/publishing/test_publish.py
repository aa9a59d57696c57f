"""Publishing shows who and what would stay hidden, and offers to publish that too."""

import pytest
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from forum.models import Event
from tests.admin_forms import admin_url, submit
from tests.config.desk.publishing.pages import named, publishing_url, tick
from tests.factories import (
    make_agreement,
    make_commitment,
    make_delegation,
    make_event,
    make_institution,
    make_link,
    make_member,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_session,
    make_signatory,
    make_speaker,
    make_staff,
)
from tests.history import entries_of, last_author

HIDDEN = {"is_published": False}


@pytest.fixture
def event(db):
    return make_event(title_en="Visit", **HIDDEN)


def official(name, **fields):
    return make_official(name_en=name, **HIDDEN | fields)


def institution(name):
    return make_institution(name_en=name, **HIDDEN)


def test_it_lists_whom_and_what_the_pages_of_an_event_name(staff_client, event):
    part = make_event(parent=event, title_en="Forum", **HIDDEN)
    delegation = make_delegation(event=event, institution=institution("Sender"))
    make_member(delegation=delegation, official=official("Member"))
    session = make_session(event=part, title_en="Opening")
    make_speaker(session=session, official=official("Speaker"), institution=institution("Host"))
    agreement = make_agreement(event=part, title_en="Memorandum", **HIDDEN)
    make_party(agreement=agreement, institution=institution("Party"))
    make_signatory(agreement=agreement, official=official("Signer"))
    make_outcome_role(outcome=make_outcome(event=event), official=official("Laureate"))
    promise = make_commitment(event=event)
    promise.responsible.add(institution("Owner"))

    rows = named(staff_client, event)

    assert list(rows)[:2] == ["Forum", "Memorandum"]
    assert {*rows} == {
        *("Forum", "Memorandum", "Sender", "Member", "Speaker", "Host", "Party", "Signer"),
        *("Laureate", "Owner"),
    }
    assert all(row.is_meant for row in rows.values())
    assert rows["Member"].whys == ["delegation: Sender"]
    assert rows["Speaker"].whys == ["programme: Opening"]


def test_it_lists_nothing_private_and_nothing_that_is_published(staff_client, event):
    delegation = make_delegation(event=event)
    make_member(delegation=delegation, official=official("Unlisted"), is_listed=False)
    make_member(delegation=delegation, official=official("Rejected"), accreditation="rejected")
    make_member(delegation=delegation, official=make_official(name_en="Published"))
    declined = make_delegation(event=event, status="declined", institution=institution("Declined"))
    make_member(delegation=declined, official=official("Absent"))
    internal = make_session(event=event, visibility="internal")
    make_speaker(session=internal, official=official("Internal"))
    below = make_session(event=event, parent=internal)
    make_speaker(session=below, official=official("Below"))
    promise = make_commitment(event=event, is_public=False)
    promise.responsible.add(institution("Secret"))

    assert named(staff_client, event) == {}
    page = staff_client.get(publishing_url(event))
    assertContains(page, "All that its pages name is published.")


@pytest.mark.parametrize(
    ("printed", "means"),
    [("", "shown without a name"), ("A. Tamm", "shown as printed, without a page")],
)
def test_it_says_what_visitors_would_see(staff_client, event, printed, means):
    member = {"official": official("Somebody"), "name_as_printed": printed}
    make_member(delegation=make_delegation(event=event), **member)

    assert named(staff_client, event)["Somebody"].unpublished_means == means


def test_what_is_ticked_is_published_along_in_one_revision(staff_client, staff, event):
    member, other = official("Member"), official("Other")
    for each in (member, other):
        make_member(delegation=make_delegation(event=event), official=each)

    response = staff_client.post(publishing_url(event), tick(member))

    assertRedirects(response, admin_url(event, "change"), fetch_redirect_response=False)
    for record in (event, member, other):
        record.refresh_from_db()
    assert (event.is_published, member.is_published, other.is_published) == (True, True, False)
    assert last_author(event) == staff.username
    assert entries_of(event)[-1].revision == entries_of(member)[-1].revision


def test_an_event_is_published_alone_too(staff_client, event):
    member = official("Member")
    make_member(delegation=make_delegation(event=event), official=member)

    staff_client.post(publishing_url(event), tick(member) | {"alone": "1"})

    event.refresh_from_db()
    member.refresh_from_db()
    assert (event.is_published, member.is_published) == (True, False)


def test_what_is_not_offered_is_not_published(staff_client, event):
    stranger = official("Stranger")

    staff_client.post(publishing_url(event), tick(stranger) | {"also": ["x", "delegations:1", ""]})
    staff_client.post(publishing_url(event), tick(stranger))

    stranger.refresh_from_db()
    assert not stranger.is_published


def test_what_is_rarely_meant_is_offered_without_a_tick(staff_client, event):
    event.parent = make_event(title_en="Summit", **HIDDEN)
    event.save()
    make_agreement(event=event, title_en="Draft", stage="negotiation", **HIDDEN)

    rows = named(staff_client, event)

    assert {name: row.is_meant for name, row in rows.items()} == {"Draft": False, "Summit": False}


def test_an_agreement_is_published_with_parties_and_signatories(staff_client):
    agreement = make_agreement(event=make_event(title_en="Visit", **HIDDEN), **HIDDEN)
    party, rector = institution("University"), official("Rector")
    make_party(agreement=agreement, institution=party)
    make_signatory(agreement=agreement, official=rector)
    make_link(agreement=make_agreement(title_en="Successor", **HIDDEN), other=agreement)

    rows = named(staff_client, agreement)
    staff_client.post(publishing_url(agreement), tick(party, rector))

    assert {name for name, row in rows.items() if row.is_meant} == {"University", "Rector"}
    assert {*rows} == {"University", "Rector", "Visit", "Successor"}
    for record in (agreement, party, rector):
        record.refresh_from_db()
        assert record.is_published


def test_several_events_are_published_in_one_go(staff_client, event):
    other = make_event(**HIDDEN)
    member = official("Member")
    make_member(delegation=make_delegation(event=other), official=member)

    response = staff_client.post(publishing_url(event, other), tick(member), follow=True)

    assertContains(response, "3 records published.")
    assert Event.objects.published().count() == 2


def test_a_new_event_is_saved_and_published_in_two_clicks(staff_client):
    response = submit(staff_client, admin_url(Event, "add"), title_en="Forum", _publish="1")

    event = Event.objects.get()
    assert not event.is_published
    assert response.url == publishing_url(event)


def test_the_form_itself_publishes_nothing(staff_client, event):
    submit(staff_client, admin_url(event, "change"), is_published="on")

    event.refresh_from_db()
    assert not event.is_published
    page = staff_client.get(admin_url(event, "change"))
    assertContains(page, f'href="{publishing_url(event)}"')


def clerk_with(*rights):
    clerk = make_staff()
    clerk.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return clerk


def test_what_the_reader_may_not_change_is_listed_but_not_offered(client, event):
    member, body = official("Member"), institution("Unseen")
    make_member(delegation=make_delegation(event=event), official=member, institution=body)
    client.force_login(clerk_with("view_unpublished", "publish", "change_event", "view_official"))

    page = client.get(publishing_url(event))
    client.post(publishing_url(event), tick(member, body))

    assertContains(page, "you may not change it")
    assertNotContains(page, "Unseen")
    for record in (member, body):
        record.refresh_from_db()
        assert not record.is_published


def test_who_may_not_change_the_event_publishes_nothing(client, event):
    client.force_login(clerk_with("view_unpublished", "publish", "view_event", "view_official"))

    for ask in (client.get, client.post):
        assert ask(publishing_url(event)).status_code == 403
    event.refresh_from_db()
    assert not event.is_published


@pytest.mark.parametrize("keys", ["x", "0", "1,", "9" * 40, ",".join(map(str, range(60)))])
@pytest.mark.parametrize("model", ["forum/event", "agreements/agreement"])
def test_no_address_is_an_error(staff_client, model, keys):
    for act in ("publish", "unpublish"):
        assert staff_client.get(f"/admin/{model}/{keys}/{act}/").status_code == 404


def test_the_page_costs_the_same_for_any_number(staff_client, event, django_assert_num_queries):
    def add():
        part = make_event(parent=event, **HIDDEN)
        delegation = make_delegation(event=event, institution=institution("Sender"))
        make_member(delegation=delegation, official=official("Member"))
        make_speaker(session=make_session(event=part), official=official("Speaker"))
        agreement = make_agreement(event=part, **HIDDEN)
        make_party(agreement=agreement, institution=institution("Party"))
        make_signatory(agreement=agreement, official=official("Signer"))

    for _each in range(2):
        add()
        staff_client.get(publishing_url(event))
        with django_assert_num_queries(42):
            staff_client.get(publishing_url(event))
