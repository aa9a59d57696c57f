"""The way to a record follows the event that it belongs to, not the list of its kind."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import Permission

from agreements.models import Party
from config.desk.workspace import trail as steps
from delegations.models import Delegation, Member
from forum.models import EventCitation
from tests.admin_forms import admin_url
from tests.config.desk.workspace.forums import clerk, tab_of
from tests.factories import (
    make_agreement,
    make_appointment,
    make_commitment,
    make_delegation,
    make_event,
    make_meeting,
    make_member,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_session,
    make_signatory,
    make_source,
    make_speaker,
)

pytestmark = pytest.mark.django_db


def trail(response) -> str:
    """The steps that a page names above itself."""
    text = response.text.split('class="breadcrumbs">')[1].split("</div>")[0]
    return " ".join(unescape(re.sub("<[^>]*>", "", text)).split())


def forum():
    return make_event(title_en="Forum", slug="forum")


def documents():
    return make_agreement(title_en="Plan", event=forum())


RECORDS = {
    "event": (forum, "Events › Forum"),
    "item": (
        lambda: make_session(event=forum(), title_en="Opening"),
        "Events › Forum › Programme › Opening",
    ),
    "speaker": (
        lambda: make_speaker(session=make_session(event=forum(), title_en="Opening")),
        "Events › Forum › Programme › Opening › Rector",
    ),
    "delegation": (
        lambda: make_delegation(event=forum()),
        "Events › Forum › Delegations › Estonia",
    ),
    "member": (
        lambda: make_member(delegation=make_delegation(event=forum())),
        "Events › Forum › Delegations › Estonia › Rector",
    ),
    "agreement": (documents, "Events › Forum › Agreements › Plan"),
    "party": (
        lambda: make_party(agreement=documents(), name_as_printed="First"),
        "Events › Forum › Agreements › Plan › First",
    ),
    "signatory": (
        lambda: make_signatory(agreement=documents()),
        "Events › Forum › Agreements › Plan › Rector",
    ),
    "outcome": (
        lambda: make_outcome(event=forum()),
        "Events › Forum › Outcomes › Branch opened",
    ),
    "commitment": (
        lambda: make_commitment(event=forum()),
        "Events › Forum › Outcomes › A concert",
    ),
    "citation": (
        lambda: EventCitation.objects.create(event=forum(), source=make_source(title="Paper")),
        "Events › Forum › Sources › Paper",
    ),
    "agreement of no event": (
        lambda: make_party(agreement=make_agreement(title_en="Plan"), name_as_printed="First"),
        "Agreements › Plan › First",
    ),
    "office": (
        lambda: make_appointment(official=make_official(name_en="Ana Example")),
        "Officials › Ana Example › Ana Example, Rector",
    ),
    "source": (lambda: make_source(title="Paper"), "Sources › Paper"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", RECORDS)
def test_a_form_says_what_its_record_stands_in(staff_client, name):
    make, steps = RECORDS[name]

    assert trail(staff_client.get(admin_url(make(), "change"))) == f"Home › {steps}"


@pytest.mark.parametrize(("page", "last"), [("delete", "Delete"), ("history", "History: Rector")])
def test_other_pages_of_a_record_stand_below_it(staff_client, page, last):
    member = make_member(delegation=make_delegation(event=forum()))

    steps = trail(staff_client.get(admin_url(member, page)))

    assert steps == f"Home › Events › Forum › Delegations › Estonia › Rector › {last}"


def test_an_empty_form_stands_in_what_it_was_opened_for(staff_client):
    delegation, agreement = make_delegation(event=forum()), make_agreement(title_en="Plan")

    member = staff_client.get(admin_url(Member, "add"), {"delegation": delegation.pk})
    party = staff_client.get(admin_url(Party, "add"), {"agreement": agreement.pk})

    assert trail(member) == "Home › Events › Forum › Delegations › Estonia › Add member"
    assert trail(party) == "Home › Agreements › Plan › Add party"


@pytest.mark.parametrize("key", ["", "x", "0", "9" * 40, "-1", "🤝"])
def test_an_empty_form_takes_any_preset(staff_client, key):
    page = staff_client.get(admin_url(Member, "add"), {"delegation": key})

    assert trail(page) == "Home › Members › Add member"


def test_each_step_leads_to_its_page(staff_client):
    member = make_member(delegation=make_delegation(event=forum()))
    event = member.delegation.event

    page = staff_client.get(admin_url(member, "change")).text.split("breadcrumbs")[1]

    for address in (
        "/admin/forum/event/",
        tab_of(event, "overview"),
        tab_of(event, "delegations"),
        admin_url(member.delegation, "change"),
    ):
        assert f'href="{address}"' in page.split("</div>")[0]


def test_no_step_names_what_the_reader_may_not_see(client):
    speaker = make_speaker(session=make_session(event=forum(), title_en="Opening"))
    client.force_login(clerk("view_speaker"))

    assert trail(client.get(admin_url(speaker, "change"))) == "Home › Speakers › Rector"


def test_a_meeting_and_a_role_stand_in_their_events(staff_client):
    meeting = make_meeting()
    role = make_outcome_role(outcome=make_outcome(event=forum()))

    assert " › Delegations › Estonia › " in trail(staff_client.get(admin_url(meeting, "change")))
    outcome = trail(staff_client.get(admin_url(role.outcome, "change")))
    assert outcome == "Home › Events › Forum › Outcomes › Branch opened"


def test_the_way_to_a_new_record_names_no_unpublished_event(django_user_model):
    user = django_user_model.objects.create_user("somebody", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_event"))
    draft, public = make_event(title_en="Draft", is_published=False), make_event(title_en="Public")

    labels = [
        [label for label, _url in steps.trail(Delegation(event_id=each.pk), user)]
        for each in (draft, public)
    ]

    assert "Draft" not in labels[0]
    assert "Public" in labels[1]
