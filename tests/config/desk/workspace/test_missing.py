"""What is missing of an event stands below its board, each with the way to where it is mended."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.admin_forms import admin_url
from tests.config.desk.workspace.forums import clerk, tab_of
from tests.factories import (
    MAY_1,
    make_agreement,
    make_commitment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_session,
    make_signatory,
    make_speaker,
)

pytestmark = pytest.mark.django_db


def panels(client, event):
    """What is missing: each panel's title, and its records with what is said of them."""
    return {
        str(panel.title): {name: detail for _url, name, detail in panel.lines}
        for panel in client.get(tab_of(event, "readiness")).context["panels"]
    }


def complete():
    return make_event(starts_on=dt.date(9000, 1, 1), ends_on=None)


def test_nothing_is_missing_of_a_complete_event(staff_client):
    assert panels(staff_client, complete()) == {}


def test_what_an_event_and_its_parts_lack_is_said(staff_client):
    event = make_event(title_en="Visit", country="", starts_on=dt.date(9000, 1, 1), ends_on=None)
    make_event(title_en="Talks", parent=event, starts_on=None, ends_on=None)

    found = panels(staff_client, event)

    assert found == {"The event": {"Visit": "country"}, "Parts without a date": {"Talks": "date"}}


def test_items_without_a_day_or_time_are_listed(staff_client):
    event = complete()
    make_session(event=event, title_en="Some day")
    make_session(event=event, title_en="Some time", day=MAY_1)
    make_session(event=event, title_en="Known", day=MAY_1, starts_at=dt.time(9))

    assert panels(staff_client, event) == {
        "Programme items without a day or time": {"Some day": "day", "Some time": "time"}
    }


def test_agreements_without_parties_and_those_not_published_are_listed(staff_client):
    agreement = make_agreement(event=complete(), title_en="Plan", is_published=False)

    assert panels(staff_client, agreement.event) == {
        "Incomplete agreements": {"Plan": "parties, signatories, date"},
        "Not yet recorded as concluded": {"Plan": "everything can still be changed"},
        "Agreements not published": {"Plan": "not published"},
    }


def test_an_agreement_that_is_not_recorded_as_concluded_leads_to_that_step(staff_client, client):
    agreement = make_agreement(event=complete(), title_en="Plan")
    make_agreement(event=agreement.event, title_en="Draft", stage="proposed")
    make_agreement(event=agreement.event, title_en="Sealed", sealed_at=timezone.now())
    title, tab = "Not yet recorded as concluded", tab_of(agreement.event, "readiness")

    found = {str(each.title): each.lines for each in staff_client.get(tab).context["panels"]}

    step = f"{admin_url(agreement, 'conclude')}?next={tab.replace('/', '%2F')}"
    assert found[title] == [(step, "Plan", "everything can still be changed")]
    client.force_login(clerk("view_event", "view_agreement"))
    assert title not in panels(client, agreement.event)


def test_overdue_commitments_of_its_documents_are_listed(staff_client, today):
    event = complete()
    agreement = make_agreement(event=event, stage="proposed")
    day = today - dt.timedelta(days=1)
    make_commitment(agreement=agreement, text_en="A concert", due_on=day)
    make_commitment(event=event, text_en="A book", due_on=day, state="fulfilled")

    assert list(panels(staff_client, event)["Overdue commitments"]) == ["A concert"]


def somebody(name):
    return make_official(name_en=name, is_published=False)


def test_people_whom_visitors_cannot_know_are_listed_once(staff_client):
    event = complete()
    one = somebody("One")
    make_member(delegation=make_delegation(event=event), official=one)
    make_speaker(session=make_session(event=event, day=MAY_1, starts_at="09:00"), official=one)
    agreement = make_agreement(event=event, stage="proposed")
    make_signatory(agreement=agreement, official=somebody("Two"))
    make_signatory(agreement=agreement, official=somebody("Three"), name_as_printed="T. Example")
    make_member(official=somebody("Elsewhere"))

    assert panels(staff_client, event) == {
        "People whom visitors cannot know by name": {
            "One": "not published",
            "Two": "not published",
        }
    }


def body(name):
    return make_institution(name_en=name, is_published=False)


def test_institutions_whom_visitors_cannot_know_are_listed_once(staff_client):
    event = complete()
    first, agreement = body("First"), make_agreement(event=event, stage="proposed")
    make_member(delegation=make_delegation(event=event, institution=first), institution=first)
    make_party(agreement=agreement, institution=body("Second"))
    make_party(agreement=agreement, institution=make_institution())
    make_member(
        delegation=make_delegation(event=event, status="declined"), institution=body("Declined")
    )
    make_member(
        delegation=make_delegation(event=event, country="LV"),
        institution=body("Hidden"),
        is_listed=False,
    )

    assert list(panels(staff_client, event)["Institutions whom visitors cannot know by name"]) == [
        "First",
        "Second",
    ]


def test_a_delegation_without_members_is_listed(staff_client):
    event = complete()
    make_delegation(event=event, country="LV", role="host")
    make_member(delegation=make_delegation(event=event))

    assert panels(staff_client, event) == {"Delegations without members": {"Latvia": "host"}}


def test_each_line_leads_to_where_it_is_mended_and_back(staff_client):
    event = complete()
    delegation = make_delegation(event=event)

    [panel] = staff_client.get(tab_of(event, "readiness")).context["panels"]

    [(url, _name, _detail)] = panel.lines
    back = tab_of(event, "readiness").replace("/", "%2F")
    assert url == f"{admin_url(delegation, 'change')}?next={back}"


def test_only_what_the_reader_may_see_is_listed(client):
    event = complete()
    make_delegation(event=event)
    make_session(event=event)
    client.force_login(clerk("view_event", "view_session"))

    assert list(panels(client, event)) == ["Programme items without a day or time"]
