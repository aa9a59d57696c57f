import pytest

from forum.models import Event
from forum.services import set_published
from tests.factories import make_event
from tests.history import changed_fields, entries_of, last_author


@pytest.mark.django_db
@pytest.mark.parametrize("is_published", [True, False], ids=["publish", "take off the site"])
def test_publishing_leaves_a_trace_with_the_name_of_who_did_it(staff, is_published):
    changed = [make_event(is_published=not is_published) for _ in range(2)]
    left_alone = make_event(is_published=is_published)

    count = set_published(Event.objects.all(), is_published=is_published, by=staff)

    assert count == 2
    assert set(Event.objects.values_list("is_published", flat=True)) == {is_published}
    for event in changed:
        assert last_author(event) == staff.username
        assert changed_fields(event) == ["is_published"]
    assert entries_of(changed[0])[-1].revision == entries_of(changed[1])[-1].revision
    assert entries_of(left_alone) == []


@pytest.mark.django_db
def test_publishing_nothing_changes_nothing():
    assert set_published(Event.objects.none(), is_published=True) == 0


@pytest.mark.django_db
def test_publishing_takes_a_queryset_with_joins(staff):
    event = make_event(is_published=False)
    queryset = Event.objects.filter(sessions__isnull=True).select_related("series").distinct()

    assert set_published(queryset, is_published=True, by=staff) == 1
    event.refresh_from_db()
    assert event.is_published
