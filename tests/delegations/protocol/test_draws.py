"""Lots are drawn once, kept, and repeatable by anybody."""

import pytest
from django.core.exceptions import ValidationError

from delegations.models import Drawing
from delegations.protocol.draws import draws_of
from delegations.protocol.lots import drawn
from delegations.protocol.order import in_order_of_precedence, ranked
from delegations.services import draw_lots
from tests.factories import make_delegation, make_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = make_event(precedence_rule="drawn")
    for country in ("AT", "EE", "KZ", "LV", "UZ"):
        make_delegation(event=event, country=country)
    return event


def order(event) -> list[int]:
    return [each.pk for each in in_order_of_precedence(event)]


def test_the_delegations_stand_as_they_were_drawn(event):
    make_delegation(event=event, country="FI", status="declined")

    drawing = draw_lots(event=event, by="Liaison Officer")

    assert drawing.numbers == order(event)
    assert drawing.numbers == drawn(drawing.seed, drawing.numbers[::-1])
    assert drawing.is_repeatable
    assert drawing.drawn_by == "Liaison Officer"
    assert [each["lot"] for each in drawing.result] == [1, 2, 3, 4, 5]
    assert event.delegations.get(country="FI").lot is None


def test_lots_are_drawn_once(event):
    draw_lots(event=event, by="A")
    before = order(event)

    with pytest.raises(ValidationError, match="Every delegation has its lot"):
        draw_lots(event=event, by="A")

    assert order(event) == before
    assert Drawing.objects.count() == 1


def test_who_is_added_later_comes_after_and_is_drawn_among_themselves(event):
    first = draw_lots(event=event, by="A").numbers
    late = [make_delegation(event=event, country=code).pk for code in ("SE", "FI", "AM")]
    assert order(event)[:5] == first

    second = draw_lots(event=event, by="A")

    assert sorted(second.numbers) == sorted(late)
    assert order(event) == [*first, *second.numbers]
    assert [each["lot"] for each in second.result] == [6, 7, 8]


def test_to_draw_again_needs_a_reason_and_both_draws_are_kept(event):
    first = draw_lots(event=event, by="A")
    with pytest.raises(ValidationError, match="Drawing again needs a reason"):
        draw_lots(event=event, by="A", again=True, reason="  ")
    assert order(event) == first.numbers

    again = draw_lots(event=event, by="B", again=True, reason="The host came late.")

    assert order(event) == again.numbers
    assert {each["lot"] for each in again.result} == {1, 2, 3, 4, 5}
    assert [each.record for each in draws_of(event, ranked(event).among)] == [first, again]


def test_no_lot_is_drawn_where_another_rule_decides():
    event = make_delegation(event=make_event(precedence_rule="rank")).event

    with pytest.raises(ValidationError, match="not drawn by lot"):
        draw_lots(event=event, by="A")


def test_a_delegation_that_moves_to_another_event_leaves_its_lot_behind(event):
    draw_lots(event=event, by="A")
    delegation = event.delegations.first()

    delegation.event = make_event()
    delegation.clean()

    assert delegation.lot is None
