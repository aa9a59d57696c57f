import pytest
from django.conf import settings
from django.utils.translation import override

from forum.records import collation
from forum.records.countries import FORMER, country_choices, country_name, names

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


@pytest.mark.parametrize(
    ("code", "language", "named"),
    [
        ("SUHH", "en", "Soviet Union (1922–1991)"),
        ("SUHH", "kk", "Кеңес Одағы (1922–1991)"),
        ("YUCS", "ru", "Югославия (1918–2003)"),
        ("CSHH", "et", "Tšehhoslovakkia (1918–1992)"),
        ("CSXX", "en", "Serbia and Montenegro (2003–2006)"),
        ("DDDE", "et", "Saksa Demokraatlik Vabariik (1949–1990)"),
    ],
)
def test_a_former_state_can_be_chosen_with_its_years(code, language, named):
    with override(language):
        assert dict(country_choices())[code] == named
        assert country_name(code) == named.partition(" (")[0]


def test_every_former_state_is_named_in_every_language():
    assert all(set(state.names) == set(LANGUAGES) for state in FORMER.values())
    assert all(state.since < state.until for state in FORMER.values())


def test_kyrgyzstan_is_called_in_russian_as_it_calls_itself():
    assert names("ru")["KG"] == "Кыргызстан"


def test_an_office_can_rename_a_country_and_it_takes_its_new_place(settings):
    settings.COUNTRY_NAMES = {"en": {"NL": "The Netherlands", "QQ": "Nowhere"}}
    names.cache_clear()
    try:
        assert names("en")["NL"] == "The Netherlands"
        assert names("ru")["NL"] == "Нидерланды"
        assert "QQ" not in names("en")
        order = list(names("en"))
        assert order.index("TH") < order.index("NL") < order.index("TL")
    finally:
        names.cache_clear()


@pytest.mark.parametrize("language", collation.LANGUAGES)
def test_every_alphabet_of_precedence_has_names_of_its_own_for_the_countries(language):
    english = names("en")
    own = [code for code, name in names(language).items() if name != english[code]]

    assert language == "en" or len(own) > 50
