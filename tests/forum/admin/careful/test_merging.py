import pytest

from forum.admin.careful.merging import Conflict, alike, differs, merge

WAS = {"city": ["Tartu"], "title": ["Forum"], "topics": ["1", "2"], "is_published": []}


@pytest.mark.parametrize(
    ("theirs", "mine", "taken", "conflicts"),
    [
        pytest.param({}, {}, {}, [], id="nobody changed anything"),
        pytest.param({"city": ["Narva"]}, {}, {"city": ["Narva"]}, [], id="only they"),
        pytest.param({}, {"city": ["Narva"]}, {}, [], id="only I"),
        pytest.param({"city": ["Narva"]}, {"city": ["Narva"]}, {}, [], id="both the same"),
        pytest.param(
            {"city": ["Narva"]}, {"title": ["Summit"]}, {"city": ["Narva"]}, [], id="two fields"
        ),
        pytest.param({"city": ["Narva"]}, {"city": ["Astana"]}, {}, ["city"], id="one field"),
        pytest.param({"city": []}, {"city": ["Astana"]}, {}, ["city"], id="they emptied it"),
        pytest.param({"city": ["Narva"]}, {"city": []}, {}, ["city"], id="I emptied it"),
        pytest.param({"is_published": ["on"]}, {}, {"is_published": ["on"]}, [], id="a box"),
        pytest.param({"topics": ["2"]}, {"topics": ["1"]}, {}, ["topics"], id="several"),
        pytest.param({"topics": ["2", "1"]}, {"topics": ["1"]}, {}, [], id="another order"),
    ],
)
def test_what_only_one_changed_is_kept_and_what_both_changed_is_asked(
    theirs, mine, taken, conflicts
):
    merged = merge(WAS, WAS | theirs, WAS | mine)

    assert merged.taken == taken
    assert [each.name for each in merged.conflicts] == conflicts


def test_a_conflict_knows_all_three_values():
    merged = merge({"city": ["Tartu"]}, {"city": ["Narva"]}, {"city": ["Astana"]})

    assert merged.conflicts == [Conflict("city", ["Tartu"], ["Narva"], ["Astana"])]


def test_a_field_that_the_form_does_not_have_is_no_conflict():
    assert merge(WAS | {"note": ["x"]}, WAS, WAS).conflicts == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (["a\r\nb"], ["a\nb"], True),
        ([""], [], True),
        (["2", "1"], ["1", "2"], True),
        (["a"], ["A"], False),
        (["a"], [], False),
    ],
)
def test_fields_are_alike_if_they_say_the_same(one, other, expected):
    assert alike(one, other) is expected


def test_forms_differ_if_any_field_does():
    assert differs(WAS, WAS | {"city": []})
    assert differs(WAS, WAS | {"note": ["x"]})
    assert not differs(WAS, WAS | {"note": [""]})
