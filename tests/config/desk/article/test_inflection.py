"""Which words are forms of one, by examples in the four languages."""

import pytest

from config.desk.article.reading.inflection import is_form

FORMS = {
    "universities": "university",
    "laboratories": "laboratory",
    "Estonian": "Estonia",
    "Эстонии": "Эстония",
    "эстонских": "Эстония",
    "Астане": "Астана",
    "Китая": "Китай",
    "Таллинского": "Таллинский",
    "министром": "министр",
    "искусственного": "искусственный",
    "лекцией": "лекция",
    "Кобеновой": "Кобенова",
    "Астанада": "Астана",
    "Қазақстанның": "Қазақстан",
    "университетінің": "Университеті",
    "ынтымақтастықты": "ынтымақтастық",
    "Tartus": "Tartu",
    "Eestisse": "Eesti",
    "Maaülikooli": "Maaülikool",
    "rektorite": "rektor",
    "presidendi": "president",
    "akadeemilist": "akadeemiline",
    # One name in two scripts.
    "Вейнталя": "Veinthal",
    "Көбенова": "Kobenova",
}
OTHERS = {
    "Karimov": "Karis",
    "Austria": "Australia",
    "Mali": "Malta",
    "experience": "expert",
    "research": "researcher",
    "lecture": "lecturer",
    "ministry": "minister",
    "министерство": "министр",
    "министрі": "министрлігі",
    "опыт": "опытный",
    # In one script another spelling is a doubt, and no form.
    "Vjenthal": "Veinthal",
    "1998": "1999",
}


@pytest.mark.parametrize(("word", "name"), FORMS.items())
def test_a_form_of_a_word_is_recognised(word, name):
    assert is_form(word, name)


@pytest.mark.parametrize(("word", "name"), OTHERS.items())
def test_another_word_is_not(word, name):
    assert not is_form(word, name)
