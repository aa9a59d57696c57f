"""What was changed or deleted can be put back, with all that belongs to it."""

from contextlib import suppress

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from delegations.models import Delegation, Member, Speaker
from forum.history.keeping import label, revision, serialized
from forum.history.restoring import differences_from, put_back, what_went_with
from forum.models import Event, Removal, Session
from tests.factories import (
    make_delegation,
    make_event,
    make_member,
    make_official,
    make_session,
    make_speaker,
    make_topic,
)
from tests.history import changed_fields, entries_of, last_author

pytestmark = pytest.mark.django_db


def ident(record):
    return label(record), record.pk


def as_kept(idents):
    """What is kept of records now, by their identity: deleting an instance takes its key."""
    found = [apps.get_model(model).objects.get(pk=key) for model, key in idents]
    return [serialized(record) for record in found]


@pytest.fixture
def forum():
    """An event with a topic, a delegation and two members, recorded in one revision."""
    with revision(comment="Recorded."):
        event = make_event(title_en="Forum", city_en="Astana")
        event.topics.add(make_topic())
        delegation = make_delegation(event=event)
        members = [make_member(delegation=delegation) for _ in range(2)]
    return event, delegation, *members


def test_what_was_changed_together_goes_back_together(forum, staff):
    event, delegation, first, second = forum
    idents = [ident(record) for record in forum]
    before = as_kept(idents)
    with revision(by=staff, comment="All wrong."):
        event.title_en, event.city_en = "Other", ""
        event.save()
        event.topics.clear()
        delegation.country = "LV"
        delegation.save()
        first.office_en = "Minister"
        first.save()
        second.delete()
    recorded, wrong = entries_of(event)

    put_back(differences_from(ident(event), recorded.revision.pk), by=staff, comment="Back.")

    assert as_kept(idents) == before
    assert [each.what for each in wrong.changes] == ["changed", "changed", "changed", "removed"]
    assert [entry.sentence for entry in entries_of(event)] == ["Recorded.", "All wrong.", "Back."]
    assert differences_from(ident(event), recorded.revision.pk) == []


def test_a_part_alone_goes_back_without_its_whole(forum):
    event, delegation, first, _second = forum
    with revision():
        event.title_en = "Renamed"
        event.save()
        first.office_en = "Minister"
        first.save()
    recorded = entries_of(delegation)[0].revision

    put_back(differences_from(ident(delegation), recorded.pk))

    first.refresh_from_db()
    event.refresh_from_db()
    assert (first.office_en, event.title_en) == ("Rector", "Renamed")


def test_what_was_added_since_is_taken_away_again(forum):
    event, delegation, *_members = forum
    recorded = entries_of(event)[0].revision
    with revision():
        make_member(delegation=delegation, office_en="Intruder")

    put_back(differences_from(ident(event), recorded.pk))

    assert set(delegation.members.values_list("office_en", flat=True)) == {"Rector"}


def test_a_deleted_event_comes_back_with_its_programme_and_delegations(forum):
    event, delegation, *members = forum
    with revision():
        lecture = make_session(event=event, title_en="PISA")
        speaker = make_speaker(session=lecture, official=make_official())
    idents = [ident(each) for each in (event, delegation, *members, lecture, speaker)]
    everything = as_kept(idents)
    with revision(comment="Gone."):
        event.delete()
    assert not any(m.objects.exists() for m in (Event, Delegation, Member, Session, Speaker))
    removal = Removal.objects.get(model="forum.event")

    put_back(what_went_with(removal), comment="Brought back.")

    assert as_kept(idents) == everything
    assert what_went_with(removal) == []


def test_what_was_recorded_by_a_door_without_history_can_go_back_too():
    event = make_event(title_en="As it was")
    with revision():
        event.title_en = "As it is"
        event.save()
    beginning, change = entries_of(event)

    put_back(differences_from(ident(event), beginning.revision.pk))

    event.refresh_from_db()
    assert event.title_en == "As it was"
    assert [each.lines for each in change.changes] == [[("title [en]", "As it was", "As it is")]]


def test_what_breaks_a_rule_of_today_is_refused_as_a_whole(forum):
    event, delegation, *_members = forum
    with revision():
        event.slug, delegation.country = "another", "LV"
        event.save()
        delegation.save()
    recorded = entries_of(event)[0].revision
    changes = differences_from(ident(event), recorded.pk)
    taken = next(each.after["fields"]["slug"] for each in changes if each.model is Event)
    make_event(slug=taken)

    with pytest.raises(ValidationError, match="cannot be put back"):
        put_back(changes)

    delegation.refresh_from_db()
    assert delegation.country == "LV"


def test_nothing_is_kept_twice_and_an_unchanged_save_not_at_all(forum):
    event, *_others = forum
    with revision():
        event.title_en = "Changed"
        event.save()
        event.save()
    with revision():
        event.save()
    with revision():
        event.title_en = "There"
        event.save()
        event.title_en = "Changed"
        event.save()

    assert len(entries_of(event)) == 2
    assert changed_fields(event) == ["title_en"]


def test_what_a_savepoint_undid_was_never_there(forum):
    event, *_others = forum
    with revision(comment="Half of it."):
        event.city_en = "Almaty"
        event.save()
        with suppress(ValueError), revision():
            event.title_en = "Undone"
            event.save()
            raise ValueError

    event.refresh_from_db()
    assert (event.title_en, event.city_en) == ("Forum", "Almaty")
    assert changed_fields(event) == ["city_en"]


def test_deleting_an_account_keeps_who_did_what(forum, staff):
    event, *_others = forum
    with revision(by=staff):
        event.title_en = "Changed"
        event.save()

    get_user_model().objects.all().delete()

    assert last_author(event) == "staff"
