"""A revision is undone as a whole, unless something of it was changed or is used since."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reversion.models import Revision, Version

from delegations.models import Delegation, Institution, InstitutionName, Member, Official
from forum.history import bulk
from forum.history.keeping import revision
from forum.history.undoing import Undoing, undo
from forum.models import Event, SearchEntry
from tests.factories import (
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
)

pytestmark = pytest.mark.django_db


def last() -> Revision:
    return Revision.objects.latest("pk")


@pytest.fixture
def done(staff):
    """A revision that made a member of a new delegation, changed a name, and deleted a venue."""
    event, known, gone = make_event(), make_official(name_en="Before"), make_institution()
    with revision(by=staff, comment="Done."):
        delegation = make_delegation(event=event)
        make_member(delegation=delegation, official=make_official(), institution=None)
        known.name_en = "After"
        known.save()
        gone.delete()
    return last(), event, known, gone.slug


def test_what_was_made_goes_what_was_changed_and_deleted_comes_back(done, staff):
    revision_done, event, known, gone = done

    undo(revision_done, by=staff)

    known.refresh_from_db()
    assert known.name_en == "Before"
    assert not event.delegations.exists()
    assert Official.objects.get() == known
    assert Institution.objects.get().slug == gone
    assert last().get_comment().startswith("Undone what was done on")


def test_undoing_is_a_revision_that_can_be_undone(done, staff):
    revision_done, event, known, _gone = done
    undo(revision_done, by=staff)

    undo(last(), by=staff)

    known.refresh_from_db()
    assert known.name_en == "After"
    assert event.delegations.get().members.count() == 1
    assert not Institution.objects.exists()


def test_what_was_changed_since_stands_against_it(done, staff):
    revision_done, _event, known, _gone = done
    with revision(by=staff):
        known.name_en = "Later"
        known.save()

    with pytest.raises(ValidationError, match="changed or are used since: “After”"):
        undo(revision_done, by=staff)

    assert Delegation.objects.exists()


def test_what_is_used_since_stands_against_it(done, staff):
    revision_done, event, _known, _gone = done
    new = Member.objects.get().official
    with revision(by=staff):
        make_member(delegation=make_delegation(event=event), official=new)

    with pytest.raises(ValidationError, match="changed or are used since"):
        undo(revision_done, by=staff)


def test_the_rest_is_undone_if_staff_leave_those_out(done, staff):
    revision_done, event, known, _gone = done
    member = Member.objects.get()
    with revision(by=staff):
        member.office_en = "Later"
        member.save()

    undoing = undo(revision_done, by=staff, leaving_out=True)

    # What the member belongs to and who it is stay with it.
    assert len(undoing.clashes) == 3
    assert event.delegations.get().members.get() == member
    known.refresh_from_db()
    assert known.name_en == "Before"


def test_what_was_deleted_since_is_gone_anyway(done, staff):
    revision_done, event, _known, _gone = done
    with revision(by=staff):
        event.delegations.get().delete()

    undo(revision_done, by=staff)

    assert Official.objects.count() == 1


def test_it_says_which_rights_it_takes(done):
    assert {
        "delegations.delete_member",
        "delegations.change_official",
        "delegations.add_institution",
    } <= Undoing.of(done[0]).rights


def make_many(count: int, staff) -> Revision:
    with revision(by=staff):
        bodies = [Institution(name_en=f"Body {n}", slug=f"body-{count}-{n}") for n in range(count)]
        bulk.create(bodies)
        bulk.create([InstitutionName(institution=body, text="Other") for body in bodies])
    return last()


def test_what_is_written_in_bulk_has_a_history(staff):
    done = make_many(3, staff)

    assert done.version_set.count() == 6
    assert done.author.name == "staff"
    body = {
        "touches__model": "delegations.institution",
        "touches__key": Institution.objects.first().pk,
    }
    assert Version.objects.filter(**body).count() == 2


def test_what_is_saved_beside_it_is_in_the_same_revision(staff):
    with revision(by=staff):
        bodies = [Institution(name_en="Body", slug="body")]
        bulk.create(bodies)
        bodies[0].name_en = "Better"
        bodies[0].save()
        make_event()

    assert Revision.objects.count() == 1
    kinds = last().version_set.values_list("content_type__model", flat=True)
    assert sorted(kinds) == ["event", "institution"]


def test_a_change_in_bulk_keeps_how_it_was(staff):
    body = make_institution(city_en="Tartu")
    before = body.changed_at
    with revision(by=staff):
        body.city_en = "Narva"
        bulk.change([body], ["city_en"])
    done = last()

    body.refresh_from_db()
    assert body.changed_at > before
    undo(done, by=staff)

    body.refresh_from_db()
    assert body.city_en == "Tartu"


@pytest.mark.parametrize("database_work", ["write", "undo"])
def test_many_records_cost_no_more_queries_each(staff, database_work):
    def queries(count: int) -> int:
        if database_work == "write":
            with CaptureQueriesContext(
                connection,
            ) as captured:
                make_many(count, staff)
        else:
            done = make_many(count, staff)
            with CaptureQueriesContext(connection) as captured:
                undo(done, by=staff)
        return len(captured)

    few, more = queries(2), queries(20)

    # SQLite takes so many values at a time.
    assert more - few < 18 / 2


def test_the_search_forgets_what_is_undone(staff, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        done = make_many(2, staff)
    assert SearchEntry.objects.filter(kind="institution").count() == 2

    with django_capture_on_commit_callbacks(execute=True):
        undo(done, by=staff)
    assert not SearchEntry.objects.filter(kind="institution").exists()
    assert not Event.objects.exists()
