"""The tabs of an event: what each shows and counts, and who may open it."""

import datetime as dt

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from tests.admin_forms import admin_url
from tests.config.desk.workspace.forums import TABS, clerk, fill, lines, tab_of
from tests.factories import (
    MAY_1,
    make_agreement,
    make_commitment,
    make_delegation,
    make_event,
    make_institution,
    make_meeting,
    make_member,
    make_official,
    make_outcome,
    make_party,
    make_session,
    make_signatory,
    make_speaker,
    make_transfer,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_of_an_empty_and_of_a_full_event_opens(staff_client, tab):
    empty, full = make_event(), make_event()
    fill(full, 1)

    for event in (empty, full):
        page = staff_client.get(tab_of(event, tab))
        tabs = page.text.split('class="tabs"')[1].split("</nav>")[0]
        assert tabs.count('aria-current="page"') == 1
        assertContains(page, "Edit facts")


def test_the_tabs_count_what_they_show(staff_client):
    event = make_event()
    fill(event, 2)

    page = staff_client.get(tab_of(event, "overview")).text

    shown = page.split('class="tabs"')[1].split("</nav>")[0]
    for label, number in (
        ("Programme", 2),
        ("Delegations", 4),
        ("Agreements", 2),
        ("Outcomes", 4),
        ("Sources", 8),
    ):
        assert f'{label} <span class="number">{number}</span>' in shown


def test_the_programme_stands_by_day_with_its_speakers(staff_client):
    event = make_event()
    second = make_session(event=event, title_en="Closing", day=MAY_1, starts_at="17:00")
    make_session(event=event, title_en="Opening", day=MAY_1, starts_at="09:00")
    make_session(event=event, title_en="Some day")
    speaker = make_speaker(session=second, official=make_official(name_en="Ana Example"))

    page = staff_client.get(tab_of(event, "programme"))

    assert lines(page) == ["Opening", "Closing", "Some day"]
    titles = [table.title for table in page.context["tables"]]
    assert titles == ["Wednesday, 1 May 2030", "No day yet"]
    assertContains(page, f"{admin_url(speaker, 'change')}?next=")


def test_each_delegation_stands_with_its_members_and_a_way_to_add_one(staff_client):
    event = make_event()
    estonia = make_delegation(event=event, country="EE", position=2)
    make_delegation(event=event, country="LV", position=1)
    make_member(delegation=estonia, official=make_official(name_en="Ana Example"))
    make_member(delegation=estonia, office_en="Rector of somewhere")

    page = staff_client.get(tab_of(event, "delegations"))

    assert lines(page) == ["Latvia", "Estonia", "Ana Example", "Rector of somewhere"]
    assert [table.title for table in page.context["tables"]][1:3] == ["Latvia (0)", "Estonia (2)"]
    back = tab_of(event, "delegations").replace("/", "%2F")
    assertContains(page, f"member/add/?delegation={estonia.pk}&amp;next={back}")


def test_an_agreement_says_which_parties_have_no_signatory(staff_client):
    agreement = make_agreement(
        event=make_event(), concluded_on=dt.date(2020, 5, 1), sealed_at=timezone.now()
    )
    signed = make_party(agreement=agreement, name_as_printed="First")
    make_party(agreement=agreement, name_as_printed="Second")
    make_signatory(agreement=agreement, party=signed)
    make_signatory(agreement=agreement, role="witnesses")

    [table] = staff_client.get(tab_of(agreement.event, "agreements")).context["tables"]

    [line] = table.lines
    assert line.cells == ["First; Second", "1 May 2020", "signed", "Second", "yes"]


def test_outcomes_and_commitments_of_its_documents_are_there_too(staff_client):
    agreement = make_agreement(event=make_event())
    make_outcome(event=agreement.event, title_en="Branch opened")
    make_outcome(agreement=agreement, title_en="Prize given")
    make_commitment(agreement=agreement, text_en="A concert")
    make_commitment(text_en="Of another one")

    page = staff_client.get(tab_of(agreement.event, "outcomes"))

    assert sorted(lines(page)) == ["A concert", "Branch opened", "Prize given"]


@pytest.mark.parametrize("key", ["0", "x", "-1", "9" * 40, "1_2", "🤝"])
def test_an_event_that_is_not_there_is_not_found(staff_client, key):
    assert staff_client.get(f"/admin/forum/event/{key}/overview/").status_code == 404


def test_visitors_are_asked_to_sign_in(client):
    assert client.get(tab_of(make_event(), "overview")).status_code == 302


@pytest.mark.parametrize("tab", ["programme", "delegations", "agreements", "outcomes", "sources"])
def test_a_tab_is_for_those_who_may_see_its_records(client, tab):
    event = make_event()
    fill(event, 1)
    client.force_login(clerk("view_event"))

    assert client.get(tab_of(event, tab)).status_code == 403
    overview = client.get(tab_of(event, "overview"))
    assertNotContains(overview, tab_of(event, tab))


@pytest.mark.parametrize(
    ("rights", "cells"),
    [
        ((), ["", ""]),
        (("view_party",), ["Sample University", ""]),
        (("view_party", "view_signatory"), ["Sample University", "Sample University"]),
    ],
)
def test_the_parties_of_an_agreement_are_told_to_who_may_see_them(client, rights, cells):
    event = make_event()
    body = make_institution(name_en="Sample University", is_published=False)
    make_party(agreement=make_agreement(event=event), institution=body)
    client.force_login(clerk("view_event", "view_agreement", *rights))

    [table] = client.get(tab_of(event, "agreements")).context["tables"]

    assert [table.lines[0].cells[number] for number in (0, 3)] == cells


def test_nobody_without_the_right_sees_an_event(client):
    client.force_login(clerk("view_delegation"))

    assert client.get(tab_of(make_event(), "delegations")).status_code == 403


def test_who_may_see_delegations_alone_is_shown_no_member_and_no_way_to_change(client):
    event = make_event()
    make_member(delegation=make_delegation(event=event), office_en="Rector of somewhere")
    client.force_login(clerk("view_event", "view_delegation"))

    page = client.get(tab_of(event, "delegations"))

    assert lines(page) == ["Estonia"]
    assertNotContains(page, "Rector of somewhere")
    assertNotContains(page, "Edit here")
    assertNotContains(page, "addlink")


def test_the_form_of_the_facts_has_the_same_tabs(staff_client):
    event = make_event()

    page = staff_client.get(admin_url(event, "change"))

    for tab in TABS:
        assertContains(page, f'href="{tab_of(event, tab)}"')


def test_a_list_is_pasted_from_the_tab_that_it_fills_by_those_who_may(client, staff_client):
    event = make_event()
    paste = f"/admin/intake/new/?kind=members&amp;event={event.pk}"

    assertContains(staff_client.get(tab_of(event, "delegations")), paste)
    client.force_login(clerk("view_event", "view_delegation"))
    assertNotContains(client.get(tab_of(event, "delegations")), paste)


def test_an_agreement_that_is_not_recorded_as_concluded_says_so(staff_client, client):
    agreement = make_agreement(event=make_event())
    tab = tab_of(agreement.event, "agreements")
    step = f"{admin_url(agreement, 'conclude')}?next={tab.replace('/', '%2F')}"

    assertContains(staff_client.get(tab), f'<a href="{step}">not yet recorded as concluded</a>')

    client.force_login(clerk("view_event", "view_agreement"))
    assertNotContains(client.get(tab), "not yet recorded")


def test_a_member_is_shown_in_the_capacity_of_the_office(staff_client):
    delegation = make_delegation(event=make_event())
    jaan = make_official(name_en="Jaan Proovik")
    make_member(delegation=delegation, official=jaan, office_en="Rector", capacity="acting")

    page = staff_client.get(tab_of(delegation.event, "delegations"))

    assertContains(page, "Rector (acting)")


def test_meetings_and_transfers_stand_by_day_and_clock(staff_client):
    delegation = make_delegation(event=make_event())
    other = make_delegation(event=delegation.event, country="LV")
    times = [
        {"day": MAY_1, "topic_en": "Some time"},
        {"topic_en": "Some day"},
        {"day": MAY_1, "starts_at": dt.time(9), "topic_en": "At nine"},
    ]
    for each in times:
        make_meeting(requested_by=delegation, counterpart=other, **each)
        origin = {"origin": each.pop("topic_en")}
        make_transfer(delegation=delegation, **each, **origin)

    page = staff_client.get(tab_of(delegation.event, "delegations"))

    meetings, transfers = page.context["tables"][-2:]
    ways = [[str(cell) for cell in each.cells] for each in transfers.lines]
    assert [str(each.cells[0]) for each in meetings.lines] == ["At nine", "Some time", "Some day"]
    assert [cells[1] for cells in ways] == ["At nine", "Some time", "Some day"]
