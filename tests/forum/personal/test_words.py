import pytest

from forum.personal.words import Words, rewritten

PERSON = Words.of(["Ann  Lee", "Lee", "Эне Ли"], ["ann@example.org", "1"])


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("by Ann Lee, rector", True),
        ("by ANN\nLEE", True),
        ("ЭНЕ ЛИ", True),
        ("to ann@example.org.", True),
        ("Joann Lee", False),
        ("Ann Leeds", False),
        ("Lee", False),
        ("1", False),
    ],
)
def test_a_person_is_found_by_whole_words_in_any_case(text, is_found):
    assert bool(PERSON.pattern(names=True).search(text)) is is_found


def test_a_name_of_one_word_is_looked_for_if_there_is_no_other():
    assert Words.of(["Pelé", "Li"], []).pattern(names=True).search("by pelé")
    assert Words.of(["Li"], []).pattern(names=True) is None
    assert PERSON.pattern(names=False).search("Ann Lee") is None


def test_a_rare_word_tells_where_it_is_worth_looking():
    assert {*PERSON.rare(names=True)} == {"example", "ann", "эне"}
    assert Words.of(["? !"], []).rare(names=True) == ("",)


def test_every_text_of_plain_data_is_rewritten_with_its_key():
    data = {"a_en": ["x", {"b": "y"}], "c": 1}

    assert rewritten(data, lambda text, key: f"{key}:{text}") == {
        "a_en": ["a_en:x", {"b": "b:y"}],
        "c": 1,
    }
