"""By how many published agreements institutions are bound to each other."""

import pytest

from agreements.models import Tie
from agreements.networks import partners_of
from delegations.models import Institution
from forum.derived import catch_up
from tests.derived_rows import assert_nothing_is_lost
from tests.factories import make_agreement, make_institution, make_party

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies():
    return [make_institution() for _number in range(3)]


def bind(*bodies, **agreement):
    agreement = make_agreement(**agreement)
    for body in bodies:
        make_party(agreement=agreement, institution=body)
    return agreement


def ties_of(institution) -> list:
    catch_up()
    return list(Tie.objects.filter(institution=institution).values_list("partner", "count"))


def test_each_of_two_counts_the_agreements_that_bind_them(bodies):
    one, other, third = bodies
    bind(one, other)
    bind(one, other, third)
    bind(one, third, is_published=False)

    assert ties_of(one) == [(other.pk, 2), (third.pk, 1)]
    assert ties_of(other) == [(one.pk, 2), (third.pk, 1)]
    assert_nothing_is_lost()


def test_they_follow_every_change(bodies):
    one, other, third = bodies
    kept, lost = bind(one, other), bind(one, other)
    catch_up()
    make_party(agreement=kept, institution=third)
    assert ties_of(one) == [(other.pk, 2), (third.pk, 1)]

    lost.delete()
    kept.parties.filter(institution=other).delete()

    assert ties_of(one) == [(third.pk, 1)]
    assert ties_of(other) == []
    assert_nothing_is_lost()


def test_an_institution_twice_in_an_agreement_is_bound_once_and_never_to_itself(bodies):
    one, other, _third = bodies
    bind(one, one, other)

    assert ties_of(one) == [(other.pk, 1)]


def test_visitors_are_told_of_published_partners_alone(bodies):
    one, other, third = bodies
    bind(one, other)
    bind(one, third)
    Institution.objects.filter(pk=third.pk).update(is_published=False)

    assert [tie.partner for tie in partners_of(one.pk)] == [other]
