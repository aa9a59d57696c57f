import pytest
from django.conf import settings
from django.utils.translation import override

from forum.records.countries import country_choices, country_name, names

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize(
    ("language", "named"),
    [("en", "Estonia"), ("kk", "Эстония"), ("ru", "Эстония"), ("et", "Eesti")],
)
def test_a_country_is_named_in_the_readers_language(language, named):
    with override(language):
        assert country_name("EE") == named


def test_a_code_that_nobody_knows_stands_for_itself():
    assert country_name("QQ") == "QQ"
    assert country_name("") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_countries_can_be_chosen_in_every_language(language):
    chosen = names(language)

    assert set(chosen) == set(names("en"))
    assert {"KZ", "EE", "PL", "UZ", "XK"} <= set(chosen)
    assert all(chosen.values())


def test_what_is_no_country_cannot_be_chosen():
    assert {"EU", "UN", "ZZ", "EZ", "001", "150"} & set(names("en")) == set()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Åland Islands", "Albania", "Estonia", "Kazakhstan", "Zimbabwe"]),
        ("kk", ["Кения", "Қазақстан", "Латвия", "Өзбекстан", "Уганда", "Үндістан"]),
        ("ru", ["Казахстан", "Польша", "Узбекистан", "Эстония"]),
        ("et", ["Rumeenia", "Soome", "Šveits", "Zimbabwe", "Taani", "Ungari"]),
    ],
    ids=["English", "Kazakh", "Russian", "Estonian"],
)
def test_the_choices_stand_in_the_alphabetical_order_of_the_reader(language, expected):
    with override(language):
        shown = [name for _code, name in country_choices() if name in expected]

    assert shown == expected
