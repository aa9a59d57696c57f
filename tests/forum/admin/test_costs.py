"""Lists and forms cost the same for one row and for three."""

import pytest

from forum.models import EventCitation
from tests.admin_forms import admin_url
from tests.factories import (
    MAY_1,
    MAY_2,
    make_appointment,
    make_attachment,
    make_citation,
    make_event,
    make_figure,
    make_institution,
    make_official,
    make_rank,
    make_series,
    make_session,
    make_source,
    make_speaker,
    make_topic,
    make_venue,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


LISTS = [
    pytest.param(lambda: make_event(series=make_series(), venue=make_venue()), 7, id="events"),
    pytest.param(
        lambda: make_session(parent=make_session(), venue=make_venue(), day=MAY_1), 6, id="items"
    ),
    pytest.param(make_series, 4, id="series"),
    pytest.param(make_topic, 4, id="topics"),
    pytest.param(lambda: make_venue(parent=make_venue()), 4, id="venues"),
    pytest.param(lambda: make_figure(source=make_source()), 4, id="figures"),
    pytest.param(make_attachment, 4, id="attachments"),
    pytest.param(lambda: make_source(published_on=MAY_1), 7, id="sources"),
    pytest.param(make_citation, 4, id="citations"),
]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("make", "queries"), LISTS)
def test_a_list_costs_the_same_for_any_number(
    staff_client, django_assert_num_queries, make, queries, count
):
    for _ in range(count):
        record = make()

    with django_assert_num_queries(queries):
        response = staff_client.get(admin_url(record, "changelist"))

    assert response.status_code == 200
    assert len(response.context["cl"].result_list) >= count


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_of_an_event_costs_the_same_for_any_number_of_rows(
    staff_client, django_assert_num_queries, count
):
    event = make_event(series=make_series(), venue=make_venue(), parent=make_event())
    for _ in range(count):
        event.topics.add(make_topic())
        make_figure(event=event, source=make_source())
        make_attachment(event=event)
        EventCitation.objects.create(event=event, source=make_source())

    with django_assert_num_queries(19):
        response = staff_client.get(admin_url(event, "change"))

    rows = [len(each.formset.initial_forms) for each in response.context["inline_admin_formsets"]]
    assert rows == [count, count, count]


@pytest.mark.parametrize("count", [1, 3])
def test_the_form_of_an_item_costs_the_same_for_any_number_of_rows(
    staff_client, django_assert_num_queries, count
):
    session = make_session(venue=make_venue(), day=MAY_2)
    session.parent = make_session(event=session.event)
    session.save()
    for _ in range(count):
        make_speaker(
            session=session,
            official=make_official(),
            institution=make_institution(),
            rank=make_rank(),
            on_behalf_of=make_official(),
            appointment=make_appointment(institution=make_institution()),
        )
        make_attachment(event=session.event, session=session)
        EventCitation.objects.create(session=session, source=make_source())

    with django_assert_num_queries(10):
        response = staff_client.get(admin_url(session, "change"))

    rows = [len(each.formset.initial_forms) for each in response.context["inline_admin_formsets"]]
    assert rows == [count, count, count]
