"""Lists one after another, paged through as one."""

import pytest

from forum.models import Event
from forum.records.chains import Chain
from tests.factories import make_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain() -> Chain:
    for number in range(2):
        make_event(slug=f"first-{number}")
    for number in range(3):
        make_event(slug=f"second-{number}")
    slugs = Event.objects.order_by("slug").values_list("slug", flat=True)
    starts = ("first", "none", "second")
    return Chain(*(slugs.filter(slug__startswith=start) for start in starts))


def test_it_is_as_long_as_all_of_them(chain):
    assert len(chain) == 5


@pytest.mark.parametrize(
    ("places", "rows"),
    [
        (slice(0, 2), [["first-0", "first-1"], [], []]),
        (slice(1, 4), [["first-1"], [], ["second-0", "second-1"]]),
        (slice(4, 9), [[], [], ["second-2"]]),
        (slice(5, 9), [[], [], []]),
    ],
)
def test_a_slice_has_the_rows_of_each_list_for_itself(chain, places, rows):
    assert chain[places] == rows


def test_only_the_lists_on_a_page_are_read(chain, django_assert_num_queries):
    assert len(chain) == 5

    with django_assert_num_queries(1):
        assert chain[2:5][2]
