import pytest
from django.core.exceptions import ValidationError

from delegations.accreditation.zones import may_enter, zones_of
from delegations.models import Zone
from tests.factories import make_delegation, make_event, make_member, make_zone, make_zone_exception


@pytest.mark.parametrize(
    ("category", "exception", "is_open"),
    [
        ("media", None, True),
        ("driver", None, False),
        ("media", False, False),
        ("driver", True, True),
    ],
)
def test_an_exception_goes_before_the_category(category, exception, is_open):
    assert may_enter(category, ["media", "head"], exception) == is_open


@pytest.mark.django_db
def test_the_zones_of_members_follow_from_their_categories(django_assert_num_queries):
    event = make_event()
    delegation = make_delegation(event=event)
    make_zone(categories="media")  # of another event
    press = make_zone(event=event, code="P", categories="media,head")
    stage = make_zone(event=event, code="S", categories="head")
    reporter, head, driver = (
        make_member(delegation=delegation, function=each) for each in ("media", "head", "driver")
    )
    make_zone_exception(member=driver, zone=press)
    make_zone_exception(member=head, zone=press, may_enter=False)

    with django_assert_num_queries(2):
        found = zones_of(event, [reporter, head, driver])

    assert dict(found) == {reporter.pk: [press], head.pk: [stage], driver.pk: [press]}


@pytest.mark.django_db
def test_a_zone_is_open_to_categories_that_there_are():
    with pytest.raises(ValidationError) as refused:
        Zone(event=make_event(), code="A", name_en="Hall", categories="media,kings").full_clean()

    assert set(refused.value.message_dict) == {"categories"}


@pytest.mark.django_db
def test_an_exception_is_for_a_zone_of_the_same_event():
    exception = make_zone_exception()
    exception.zone = make_zone()

    with pytest.raises(ValidationError, match="at another event"):
        exception.full_clean()
