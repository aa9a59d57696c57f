"""What several sources stated: the same once, and what the record follows of it."""

import datetime as dt

import pytest

from forum.models import Figure
from forum.records.figures import followed, told
from tests.factories import make_figure, make_source

pytestmark = pytest.mark.django_db
PAIR = {"country": "EE", "other_country": "KZ", "kind": "students"}


def values(figures) -> list:
    return [int(figure.value) for figure in figures]


def all_followed() -> list:
    return values(followed(Figure.objects.for_reading()))


def test_what_two_sources_say_alike_is_told_once_with_both():
    sources = [make_source(title="One"), make_source(title="Other")]
    for source in sources:
        make_figure(**PAIR, value=120, source=source, is_preferred=source == sources[1])

    [figure] = told(Figure.objects.for_reading())

    assert figure.is_preferred
    assert set(figure.sources) == set(sources)


def test_a_figure_is_followed_while_nothing_contradicts_it():
    make_figure(**PAIR, value=120)

    assert all_followed() == [120]


def test_of_two_that_contradict_each_other_the_preferred_one_is_followed_or_none():
    first = make_figure(**PAIR, value=120)
    # The same two countries, in the other order.
    make_figure(country="KZ", other_country="EE", kind="students", value=90)
    assert all_followed() == []

    first.is_preferred = True
    first.save()

    assert all_followed() == [120]


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "universities"},
        {"other_country": "LV"},
        {"as_of": dt.date(2020, 1, 1)},
        {"unit": "a year"},
    ],
)
def test_figures_of_something_else_do_not_contradict(other):
    make_figure(**PAIR, value=120)
    make_figure(**PAIR | other, value=90)

    assert sorted(all_followed()) == [90, 120]


def test_other_figures_are_of_anything_and_contradict_nothing():
    for value in (3, 20):
        make_figure(**PAIR | {"kind": "other"}, value=value)

    assert sorted(all_followed()) == [3, 20]
