"""Taking an event off the site says what disappears and what stays visible elsewhere."""

from pytest_django.asserts import assertContains

from tests.config.desk.publishing.pages import named, publishing_url, tick
from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_member,
    make_official,
)
from tests.history import entries_of


def test_what_stays_visible_elsewhere_is_listed_without_a_tick(staff_client):
    event = make_event()
    make_agreement(event=event, title_en="Memorandum")
    make_agreement(event=event, title_en="Hidden", is_published=False)
    delegation = make_delegation(event=event)
    make_member(delegation=delegation, official=make_official(name_en="Member"))

    rows = named(staff_client, event, act="unpublish")

    assert [*rows] == ["Memorandum", "Member"]
    page = staff_client.get(publishing_url(event, act="unpublish"))
    assertContains(page, "Its pages disappear")
    assert 'value="agreements.agreement' in page.content.decode()
    assert "checked" not in page.content.decode()


def test_what_is_ticked_is_taken_off_too_in_one_revision(staff_client):
    event = make_event()
    agreement, other = make_agreement(event=event), make_agreement(event=event)

    staff_client.post(publishing_url(event, act="unpublish"), tick(agreement))

    for record in (event, agreement, other):
        record.refresh_from_db()
    assert (event.is_published, agreement.is_published, other.is_published) == (False, False, True)
    assert entries_of(agreement)[-1].revision in {each.revision for each in entries_of(event)}
