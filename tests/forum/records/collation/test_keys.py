import itertools
import unicodedata
from pathlib import Path

import pytest
from babel import Locale
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from forum.records.collation import LANGUAGES, sort_key

NAMES = (Path(__file__).parent / "names.txt").read_text().splitlines()
READERS = ("en", "kk", "ru", "et")
# Postgres names the collation of Norwegian by the whole language.
ICU = {"nb": "no"}


def in_order(names, language) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, language))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en", "Abu Dhabi|Åland|Albania|Łódź|London|Øresund|Zürich", id="English"),
        pytest.param("kk", "Азия|Әл-Фараби|Елец|Ёлкино|Казань|Қазақстан|Эстония", id="Kazakh"),
        pytest.param("kk", "Нью|Ңе|Орал|Өскемен|Ура|Ұлытау|Үржар|Хан|Һерат|Ызы|Іле|Эль", id="own"),
        pytest.param("ru", "Елец|Ёлкино|Ель|Иран|Йемен|Эстония|Estonia", id="Russian"),
        pytest.param(
            "et", "Soome|Šveits|Zürich|Žilina|Taani|Võru|Õismäe|Ääsmäe|Ülo", id="Estonian"
        ),
        pytest.param("uz", "Olmaliq|Ozod|Toshkent|Zomin|Oʻsh|Gʻuzor|Shahar|Chust", id="Uzbek"),
        pytest.param("ky", "Нарын|Ңа|Ош|Өзгөн|Ук|Үч", id="Kyrgyz"),
        pytest.param("tg", "Гули|Ғафуров|Зомин|Кӯлоб|Қубодиён|Хуҷанд|Ҳисор|Чин|Ҷомӣ", id="Tajik"),
        pytest.param("tk", "Çärjew|Daşoguz|Eýran|Ärsary|Nebit|Ňe|Ýolöten", id="Turkmen"),
        pytest.param(
            "az", "Çad|Dağ|Elm|Əhməd|Hil|Xan|Isparta|İran|Kür|Qax|Laçın", id="Azerbaijani"
        ),
        pytest.param("tr", "Cizre|Çankırı|Iğdır|İzmir|Ordu|Ölüdeniz|Sivas|Şile", id="Turkish"),
        pytest.param(
            "pl", "Lwów|Łódź|Oława|Óda|Szczecin|Świdnica|Zgierz|Źródło|Żywiec", id="Polish"
        ),
        pytest.param("de", "Aachen|Ägypten|Albanien|Österreich|Osttimor|Zypern", id="German"),
        pytest.param("fr", "Égypte|Émirats arabes unis|Équateur|Espagne|Estonie", id="French"),
        pytest.param("es", "Namibia|Nueva Zelanda|Ñame|Omán", id="Spanish"),
        pytest.param(
            "hu", "Cegléd|Csepel|Gdansk|Gyula|Nagyvárad|Nyék|Óbuda|Okány|Öröm|Ősz", id="Hungarian"
        ),
        pytest.param("cs", "Curych|Čakovec|Hradec|Cheb|Irsko|Rumunsko|Řecko", id="Czech"),
        pytest.param("fi", "Viro|Wales|Zürich|Åbo|Äänekoski|Öljy", id="Finnish"),
        pytest.param("da", "Zagreb|Ægypten|Østrig|Ålborg|Aarhus", id="Danish"),
        pytest.param(
            "lv", "Cēsis|Čehija|Gulbene|Ģipka|Kuldīga|Ķekava|Zviedrija|Žagare", id="Latvian"
        ),
        pytest.param("lt", "Ynys|Ispanija|Italija|Jonava|Šakiai|Zarasai|Žagarė", id="Lithuanian"),
        pytest.param("uk", "Гана|Ґеник|Ізраїль|Їдиш|Йорданія", id="Ukrainian"),
        pytest.param("ka", "ესტონეთი|ყაზახეთი|ჰაიტი|Estonia", id="Georgian"),
    ],
)
def test_letters_stand_where_the_alphabet_has_them(language, expected):
    names = expected.split("|")

    assert in_order(reversed(names), language) == names


@pytest.mark.parametrize("mark", "ʻ‘'’ʼ`´")
def test_an_uzbek_letter_is_one_with_any_apostrophe(mark):
    names = ["Ozod", "Zomin", f"O{mark}zbekiston", f"G{mark}uzor", "Shahar"]

    assert in_order(reversed(names), "uz") == names


@pytest.mark.parametrize(
    "names",
    [
        ["Al Ain", "Al-Ain", "Alabama"],
        ["resume", "Resume", "résumé", "resumes"],
        ["Grossenhain", "Großenhain", "Grosz"],
        ["10 rooms", "2 rooms", "Aula"],
        ["Zürich", "Θεσσαλονίκη", "Уфа", "თბილისი", "Երևան", "ירושלים", "القاهرة", "서울", "北京"],
    ],
    ids=[
        "a space and a hyphen before letters",
        "accents and capitals decide only between equals",
        "ß as ss",
        "digits before letters, one by one",
        "scripts in the order of Unicode",
    ],
)
def test_all_languages_share_an_order(names):
    assert in_order(reversed(names), "en") == names


@pytest.mark.parametrize("text", ["", " ", "\u0301", "\x00", "\U0001f600", "\ud800", "ǆ", "ﬁ", "٣"])
def test_any_text_has_a_place(text):
    assert isinstance(sort_key(text, "kk"), bytes)


def test_one_letter_has_one_place_however_it_is_encoded():
    assert sort_key("Й\u0301", "ru") == sort_key("И\u0306\u0301", "ru")
    assert (
        sort_key("Việt", "vi") == sort_key("Vie\u0323\u0302t", "vi") == sort_key("Viẹ\u0302t", "vi")
    )


def test_an_unknown_language_has_the_order_of_english():
    assert sort_key("Łódź", "xx") == sort_key("Łódź", "en")


def real_names(language: str) -> list[str]:
    """What CLDR calls countries and languages in a language, and for readers all that it names."""
    locale = Locale.parse(language)
    lists = [locale.territories, locale.languages]
    if language in READERS:
        lists += [locale.scripts, locale.currencies]
    return sorted({*NAMES, *(str(name) for each in lists for name in each.values())})


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no ICU")
@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_neighbour_is_another_than_icu_s(language):
    collation = f"{ICU.get(language, language)}-x-icu"
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT name FROM unnest(%s) AS name ORDER BY name COLLATE "{collation}"',  # noqa: S608
            [real_names(language)],
        )
        names = [name for (name,) in cursor]

    assert len(names) > 500
    wrong = [
        pair
        for pair in itertools.pairwise(names)
        if sort_key(pair[0], language) > sort_key(pair[1], language)
    ]
    assert wrong == []


@given(text=st.text(max_size=12), language=st.sampled_from(LANGUAGES))
def test_no_text_is_too_odd_and_its_encoding_decides_nothing(text, language):
    composed = unicodedata.normalize("NFC", text)

    assert sort_key(composed, language) == sort_key(unicodedata.normalize("NFD", text), language)
