"""Names that are only similar to what was written."""

import pytest

from forum.models import SearchWord
from forum.search.find import find, hits
from tests.factories import make_event, make_institution, make_official

pytestmark = pytest.mark.django_db


def similar(query):
    return [str(hit.record) for hit in hits(find(query).similar, query)]


@pytest.fixture
def people():
    for name in ("Jüri Ratas", "Mihhail Kõlvart", "Касым-Жомарт Тоқаев", "Ўткир Ўринов"):
        make_official(name_en=name)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Юри Ратас", "Jüri Ratas"),
        ("Кылварт", "Mihhail Kõlvart"),
        ("Mihhail Kolvrat", "Mihhail Kõlvart"),
        ("Kassym-Jomart Tokayev", "Касым-Жомарт Тоқаев"),
        ("Kassym-Jomart Kemelevich Tokayev", "Касым-Жомарт Тоқаев"),
        ("Jüri Ratas MEP", "Jüri Ratas"),
        ("قاسىم جومارت توقايەۆ", "Касым-Жомарт Тоқаев"),
        ("O'tkir O'rinov", "Ўткир Ўринов"),
    ],
)
def test_a_person_is_found_by_a_spelling_that_nobody_recorded(people, query, name):
    found = [
        *(str(hit.record) for keys in find(query).entries.values() for hit in hits(keys, query)),
        *similar(query),
    ]

    assert found[0] == name


def test_an_affiliation_leads_to_its_institution():
    for name in ("University of Tartu", "Tartu Art College", "University of Physics", "Tallinn"):
        make_institution(name_en=name)

    found = similar("Dept. of Physics, Faculty of Science, University of Tartu, Tartu, Estonia")

    assert found[0] == "University of Tartu"


def test_an_acronym_is_found_by_the_words_that_it_stands_for():
    make_institution(name_en="TUT")

    assert similar("Tallinn University of Technology") == ["TUT"]


def test_words_that_are_like_no_name_find_nothing(people):
    assert similar("xyzzy plugh") == []


def test_names_that_are_not_published_are_not_similar_to_anything(people):
    make_official(name_en="Kalle Laanet", is_published=False)

    assert similar("Kale Lanet") == []


def test_similar_names_follow_only_where_little_is_found():
    for _each in range(5):
        make_event(title_en="Forum of rectors")
    make_event(title_en="Forun of rectors")

    assert similar("forum rectors") == []
    assert similar("foram rectors").count("Forum of rectors") == 5


def test_what_was_meant_is_the_likest_name_in_its_own_spelling(people):
    assert find("Mihail Kolvrat").meant == "Mihhail Kõlvart"
    assert find("Kõlvart").meant == ""
    assert find("xyzzy").meant == ""


def test_a_word_is_forgotten_with_the_last_name_that_has_it():
    official = make_official(name_en="Renno Veinthal")
    assert find("Veintol").similar

    official.name_en = "Renno"
    official.save()
    assert find("Veintol").similar == []
    assert SearchWord.objects.get(word="veinthal").entries == 0


def test_when_every_record_is_gone_a_search_finds_nothing():
    official = make_official(name_en="Renno Veinthal")
    assert similar("Veintol") == ["Renno Veinthal"]

    official.delete()

    assert similar("Veintol") == []
