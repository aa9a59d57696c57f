"""A row is edited where it stands: through the form, the rights and the history of its admin."""

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.config.desk.workspace.forums import clerk, fill, tab_of
from tests.factories import (
    MAY_1,
    make_agreement,
    make_commitment,
    make_delegation,
    make_event,
    make_member,
    make_outcome,
    make_session,
)
from tests.history import changed_fields, last_author

pytestmark = pytest.mark.django_db


def opened(client, record, tab, event=None):
    """The address at which the record's row is a form, and what that form would send."""
    event = event or record.event
    key = f"{record._meta.model_name}-{record.pk}"
    url = f"{tab_of(event, tab)}?edit={key}"
    tables = client.get(url).context["tables"]
    [line] = [line for table in tables for line in table.lines if line.form]
    assert line.key == key
    data = {bound.name: bound.value() for bound in line.form}
    return url, {
        name: value for name, value in data.items() if value is not None and value is not False
    }


def test_a_row_is_a_form_only_if_that_is_asked_for(staff_client):
    delegation = make_delegation()

    page = staff_client.get(tab_of(delegation.event, "delegations"))
    form = staff_client.get(
        f"{tab_of(delegation.event, 'delegations')}?edit=delegation-{delegation.pk}"
    )

    assertNotContains(page, "edit-row")
    assertContains(form, 'class="edit-row"', count=1)
    assertContains(form, 'name="position"')


def test_what_is_typed_is_saved_and_kept_as_a_revision_by_its_author(staff_client, staff):
    delegation = make_delegation()
    url, data = opened(staff_client, delegation, "delegations")

    response = staff_client.post(url, data | {"position": "3", "role": "observer"})

    back = f"{tab_of(delegation.event, 'delegations')}#delegation-{delegation.pk}"
    assertRedirects(response, back)
    delegation.refresh_from_db()
    assert (delegation.position, delegation.role) == (3, "observer")
    assert last_author(delegation) == staff.username
    assert sorted(changed_fields(delegation)) == ["position", "role"]


def test_a_mistake_is_shown_beside_its_field_and_nothing_is_saved(staff_client):
    delegation = make_delegation()
    url, data = opened(staff_client, delegation, "delegations")

    response = staff_client.post(url, data | {"position": "third"})

    assertContains(response, "“third” is not a whole number")
    assertContains(response, 'value="third"')
    delegation.refresh_from_db()
    assert delegation.position == 0


def test_a_row_is_edited_in_the_language_of_the_reader(staff_client):
    member = make_member(office_en="Rector")

    url = f"{tab_of(member.delegation.event, 'delegations')}?edit=member-{member.pk}"
    page = staff_client.get(f"/et{url}")

    assertContains(page, 'name="office_et"')
    assertNotContains(page, 'name="office_en"')


@pytest.mark.parametrize(("typed", "precision"), [("11.2025", "month"), ("2025", "year")])
def test_a_date_is_as_exact_as_it_is_typed(staff_client, typed, precision):
    outcome = make_outcome(happened_on=MAY_1)
    url, data = opened(staff_client, outcome, "outcomes")

    staff_client.post(url, data | {"happened_on": typed})

    outcome.refresh_from_db()
    assert (outcome.happened_on.year, outcome.happened_on_precision) == (2025, precision)


def test_what_an_agreement_has_sealed_is_not_offered(staff_client):
    sealed = {"concluded_on": MAY_1, "sealed_at": timezone.now()}
    agreement = make_agreement(event=make_event(), **sealed)

    _url, data = opened(staff_client, agreement, "agreements")

    assert "concluded_on" not in data
    assert "title_en" in data


@pytest.mark.slow
def test_every_kind_of_row_can_be_saved_unchanged(staff_client):
    event = make_event()
    fill(event, 1)
    saved = set()

    # Rows of the others are edited elsewhere.
    for tab in ("overview", "programme", "delegations", "agreements", "outcomes", "sources"):
        tables = staff_client.get(tab_of(event, tab)).context["tables"]
        for line in [line for table in tables for line in table.lines]:
            url, data = opened(staff_client, line.record, tab, event)
            assert staff_client.post(url, data).status_code == 302, line.key
            saved.add(line.record._meta.model_name)

    assert saved == {
        "event",
        "figure",
        "attachment",
        "session",
        "delegation",
        "meeting",
        "member",
        "agreement",
        "outcome",
        "commitment",
        "eventcitation",
        "delegationcitation",
        "agreementcitation",
    }


@pytest.mark.parametrize("key", ["member-1", "delegation-0", "delegation-x", "x", "9" * 40, "-"])
def test_a_row_that_is_not_there_is_not_edited(staff_client, key):
    url = f"{tab_of(make_event(), 'delegations')}?edit={key}"

    assert staff_client.get(url).status_code == 200
    assert staff_client.post(url, {}).status_code == 404


def test_a_row_of_another_event_is_not_edited_from_here(staff_client):
    delegation = make_delegation()
    url = f"{tab_of(make_event(), 'delegations')}?edit=delegation-{delegation.pk}"

    assert staff_client.post(url, {"position": "1"}).status_code == 404


def test_who_may_only_look_edits_nothing(client):
    session = make_session(title_en="Opening")
    client.force_login(clerk("view_event", "view_session"))
    url = f"{tab_of(session.event, 'programme')}?edit=session-{session.pk}"

    assertNotContains(client.get(url), "edit-row")
    assert client.post(url, {"title_en": "Closing"}).status_code == 403
    session.refresh_from_db()
    assert session.title_en == "Opening"


def test_a_rule_about_columns_that_are_not_shown_is_a_sentence(staff_client):
    event = make_event()
    commitment = make_commitment(event=event, text_en="A concert")
    plan = make_agreement(event=event, title_en="Plan")

    for record, tab, typed in (
        (commitment, "outcomes", {"text_en": ""}),
        (plan, "agreements", {"title_en": ""}),
    ):
        url, data = opened(staff_client, record, tab)
        response = staff_client.post(url, data | typed)

        assertContains(response, 'class="problems"')


def carried(client, url) -> dict:
    page = client.get(url)
    return {name: page.context[name] for name in ("once", "sent_by")}


def test_what_two_people_changed_is_asked_about_with_both_values(staff_client):
    session = make_session(title_en="Opening", day=MAY_1)
    url, data = opened(staff_client, session, "programme")
    type(session).objects.update(title_en="Welcome")

    refused = staff_client.post(url, data | {"title_en": "Greeting"})

    [choice] = refused.context["choices"]
    assert (choice.was, choice.theirs, choice.mine) == ("Opening", "Welcome", "Greeting")
    assertContains(refused, 'name="take-title_en"', count=2)
    again = {bound.name: bound.value() or "" for bound in refused.context["form"]}
    staff_client.post(url, again | {"take-title_en": "theirs"})
    session.refresh_from_db()
    assert session.title_en == "Welcome"


def test_what_only_somebody_else_changed_is_kept(staff_client):
    session = make_session(title_en="Opening", day=MAY_1)
    url, data = opened(staff_client, session, "programme")
    type(session).objects.update(title_en="Welcome")

    staff_client.post(url, data | {"starts_at": "10:00"})

    session.refresh_from_db()
    assert (session.title_en, str(session.starts_at)) == ("Welcome", "10:00:00")


def test_a_row_sent_after_signing_out_comes_back(staff_client, staff):
    session = make_session(title_en="Opening", day=MAY_1)
    url, data = opened(staff_client, session, "programme")
    data |= carried(staff_client, url) | {"title_en": "Welcome"}
    staff_client.logout()
    staff_client.post(url, data)
    staff_client.force_login(staff)

    page = staff_client.get(url)

    assertContains(page, 'value="Welcome"')
    assertContains(page, "nothing is saved yet")
    session.refresh_from_db()
    assert session.title_en == "Opening"
    staff_client.post(url, data)
    assertNotContains(staff_client.get(url), "nothing is saved yet")
    session.refresh_from_db()
    assert session.title_en == "Welcome"


def test_a_row_that_came_back_can_be_discarded(staff_client, staff):
    session = make_session(title_en="Opening", day=MAY_1)
    url, data = opened(staff_client, session, "programme")
    data |= carried(staff_client, url) | {"title_en": "Welcome"}
    staff_client.logout()
    staff_client.post(url, data)
    staff_client.force_login(staff)

    staff_client.post(url, data | {"discard": "on"})

    assertContains(staff_client.get(url), 'value="Opening"')
