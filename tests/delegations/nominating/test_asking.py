"""Which questions of the host somebody gets, what is still missing, and what fits."""

import datetime as dt

import pytest

from delegations.nominating.asking import (
    MOST,
    Asked,
    carried_over,
    may_answer,
    place_of,
    refusal,
    to_answer,
    wrong_options,
)

DAY = dt.date(2030, 5, 1)
HALLS = {"en": ("red", "blue"), "ru": ("красный", "синий")}


@pytest.mark.parametrize(
    ("categories", "answers", "is_open"),
    [
        ((), {}, True),
        (("driver",), {}, True),
        (("expert",), {}, False),
        ((), {1: ""}, True),
        ((), {1: "yes"}, False),
    ],
)
def test_what_must_be_answered_is_open_until_it_is(categories, answers, is_open):
    question = Asked(1, categories=categories, is_required=True)

    assert to_answer([question], "driver", answers) == ([question] if is_open else [])


def test_what_may_stay_empty_is_open_until_it_was_left_so():
    question = Asked(1)

    assert to_answer([question], "driver", {}) == [question]
    assert to_answer([question], "driver", {1: ""}) == []


@pytest.mark.parametrize("is_required", [True, False])
@pytest.mark.parametrize(("value", "is_open"), [("синий", False), ("green", True)])
def test_an_answer_that_is_none_of_the_choices_counts_for_none(value, is_open, is_required):
    question = Asked(1, "choice", is_required=is_required, options=HALLS)

    assert to_answer([question], "driver", {1: value}) == ([question] if is_open else [])


@pytest.mark.parametrize(
    ("kind", "value", "fits"),
    [
        ("text", "anything", True),
        ("text", "x" * (MOST + 1), False),
        ("yes_no", "yes", True),
        ("yes_no", "perhaps", False),
        ("choice", "синий", True),
        ("choice", "blue", True),
        ("choice", "green", False),
        ("choice", "", True),
    ],
)
def test_an_answer_fits_its_kind(kind, value, fits):
    options = HALLS if kind == "choice" else {}

    assert (refusal(Asked(1, kind, options=options), value) == "") is fits


@pytest.mark.parametrize(
    ("kind", "options", "said"),
    [
        ("choice", HALLS, ""),
        ("text", {}, ""),
        ("text", HALLS, "Take the choices away"),
        ("choice", {}, "at least two choices"),
        ("choice", {"en": ("red",)}, "at least two choices"),
        ("choice", {"en": ("red", "blue"), "ru": ("a", "b", "c")}, "as many choices"),
        ("choice", {"en": ("red", "red")}, "are the same"),
    ],
)
def test_choices_are_given_alike_in_each_language(kind, options, said):
    sentence = wrong_options(kind, options)

    assert (said in sentence) if said else not sentence


@pytest.mark.parametrize(
    ("after", "becomes"),
    [
        ({"en": ("blue", "red")}, "blue"),
        ({"en": ("red", "azure")}, "azure"),
        ({"en": ("azure", "red")}, None),
        ({"en": ("red", "green", "azure")}, None),
        ({"ru": ("красный", "синий"), "en": ("red", "blue")}, "blue"),
    ],
)
def test_an_answer_follows_its_choice(after, becomes):
    assert carried_over("blue", HALLS, after) == becomes
    assert place_of("синий", HALLS) == place_of("blue", HALLS) == 1


def test_an_answer_follows_its_choice_where_only_its_own_language_is_reworded():
    assert carried_over("синий", HALLS, HALLS | {"ru": ("красный", "голубой")}) == "blue"


@pytest.mark.parametrize(
    ("is_closed", "last_day", "may"),
    [
        (False, DAY, True),
        (False, None, True),
        (False, DAY - dt.timedelta(1), False),
        (True, DAY, False),
    ],
)
def test_answers_are_taken_until_the_event_is_over(is_closed, last_day, may):
    assert may_answer(is_closed=is_closed, last_day=last_day, on=DAY) is may
