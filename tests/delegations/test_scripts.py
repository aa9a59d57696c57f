import pytest

from delegations.naming.scripts import in_another_script, initials, own_languages, script_of
from delegations.naming.values import NOTHING, Wording

NURBEK = [
    Wording("Sayasat Nurbek", "en"),
    Wording("Саясат Нурбек", "ru"),
    Wording("Саясат Нұрбек", "kk"),
    Wording("سايسات نۇربەك", "kk-Arab"),
]
KIKVADZE = [Wording("Nino Kikvadze", "en"), Wording("ნინო კიკვაძე", "ka")]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Õie", "LATIN"),
        ("«Қали»", "CYRILLIC"),
        ("ნინო", "GEORGIAN"),
        ("Ելենա", "ARMENIAN"),
        ("Ελένη", "GREEK"),
        ("王", "CJK"),
        ("3.", ""),
    ],
)
def test_a_script_is_that_of_the_first_letter(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("name", "others", "own", "host", "found"),
    [
        ("Sayasat Nurbek", NURBEK, ["kk", "ru"], ["et"], "Саясат Нұрбек"),
        ("Sayasat Nurbek", NURBEK, ["et"], ["ru"], "Саясат Нурбек"),
        ("Саясат Нұрбек", NURBEK, ["kk", "ru"], ["kk"], "Sayasat Nurbek"),
        ("Саясат Нұрбек", NURBEK[1:], ["kk"], ["kk"], "سايسات نۇربەك"),
        ("Саясат Нұрбек", NURBEK[1:], ["et"], ["kk"], ""),
        ("Nino Kikvadze", KIKVADZE, ["ka"], ["kk"], "ნინო კიკვაძე"),
        ("Nino Kikvadze", KIKVADZE[:1], ["ka"], ["kk"], ""),
    ],
    ids=[
        *("one's own", "the host's", "any usual one", "an unusual one of one's own"),
        *("an unusual one of others", "Georgian", "none on record"),
    ],
)
def test_a_name_is_found_in_another_script(name, others, own, host, found):
    assert in_another_script(name, others, own, host).text == found


def test_without_other_forms_there_is_no_other_script():
    assert in_another_script("Anna", [], ["et"], []) == NOTHING


@pytest.mark.parametrize(
    ("country", "first"), [("KZ", "kk"), ("EE", "et"), ("UZ", "uz"), ("GE", "ka"), ("BY", "be")]
)
def test_what_is_most_a_country_s_own_comes_first(country, first):
    assert own_languages(country)[0] == first


def test_no_country_has_no_language():
    assert own_languages("") == ()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Sayasat Nurbek", "SN"),
        ("Kristina von Kallas", "KK"),
        ("Ұлпан", "Ұ"),
        ("王小明", "王"),
        ("", ""),
        ("(2) — ", ""),
    ],
)
def test_initials(name, letters):
    assert initials(name) == letters
