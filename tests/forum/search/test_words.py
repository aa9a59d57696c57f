import pytest

from forum.search.marking import excerpt, mark, matched
from forum.search.words import Term, fold, for_names, for_texts, terms


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        pytest.param("ФОРУМ", "форум", id="capitals"),
        pytest.param("Välisministeerium", "valisministeerium", id="Estonian letters"),
        pytest.param("Алёна", "алена", id="ё is е"),
        pytest.param("O’zbekiston", "ozbekiston", id="an apostrophe in a word"),
        pytest.param("Қазақстан", "қазақстан", id="Kazakh letters stay themselves"),
    ],
)
def test_a_word_is_folded(word, folded):
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", []),
        ('"', []),
        ("\x00 ' ~ _ *", []),
        ("Nurbek, S.", ["nurbek"]),
        ("S", ["s"]),
        ("item 7", ["item", "7"]),
        ("世忠", ["世忠"]),
        ("北京大学", ["北京", "京大", "大学"]),
        ("Artificial Intelligence today", ["artificial intelligence", "today"]),
        ("a’b c'd", ["ab", "cd"]),
        (" ".join(["word"] * 40), ["word"] * 12),
        ("x" * 500, ["x" * 200]),
    ],
)
def test_a_query_becomes_words(query, words):
    assert [term.word for term in terms(query)] == words


def test_a_term_matches_the_beginning_of_a_word_in_any_script():
    assert Term.of("нур").matches("Nurbek")
    assert Term.of("NURB").matches("Нурбек")
    assert not Term.of("bek").matches("Нурбек")


def test_names_are_kept_in_all_their_forms():
    assert for_names(["Тарту Ülikool"]) == "тарту tartu zztartu ulikool zzulikol"


def test_a_long_name_is_kept_with_its_acronym():
    assert "tut" in for_names(["Tallinn University of Technology"]).split()


def test_an_abbreviation_is_kept_apart_from_a_word_of_the_same_letters():
    assert for_texts(["IT is it"]) == "it zyit is it"


@pytest.mark.parametrize(
    "query", ["世忠", "丁世忠", "Shizhong", "Shi Zhong", "Ding Shizhong", "dingsh"]
)
def test_a_chinese_name_is_kept_by_signs_and_syllables(query):
    kept = for_names(["丁世忠"]).split()

    for term in terms(query):
        assert any(form.startswith(start) for form in kept for (start,) in term.ways), term


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("эстонские", "Эстония"),
        ("университеты", "университет"),
        ("соглашения", "соглашение"),
        ("Эстониямен", "Эстония"),
        ("Қазақстанның", "Қазақстан"),
        ("университеттері", "университет"),
        ("Eestis", "Eesti"),
        ("ülikoolide", "ülikool"),
        ("lepingud", "leping"),
        ("universities", "university"),
        ("Estonian", "Estonia"),
        ("ИИ", "AI"),
    ],
)
def test_a_term_finds_the_basic_form_of_a_word(query, word):
    kept = for_texts([word]).split()

    assert any(form.startswith(start) for form in kept for (start, *_) in Term.of(query).ways)


def test_a_word_finds_no_word_that_only_begins_as_its_abbreviation():
    assert not Term.of("IT").matches("tehnoloogia")
    assert not terms("information technology")[0].matches("it")


def test_matches_are_marked_and_the_rest_is_harmless():
    marked = mark("<b>Nurbek</b> & Нурбек", terms("nurbek"))

    assert marked == "&lt;b&gt;<mark>Nurbek</mark>&lt;/b&gt; &amp; <mark>Нурбек</mark>"


def test_an_excerpt_is_cut_between_words_around_the_first_match():
    text = f"{'before ' * 40}Nurbek {'after ' * 40}"

    shown = excerpt(text, terms("nurbek"))

    assert shown.startswith("… before")
    assert shown.endswith("after …")
    assert "Nurbek" in shown
    assert len(shown) < 170


def test_a_short_text_is_not_cut():
    assert excerpt("Sayasat Nurbek", terms("nurbek")) == "Sayasat Nurbek"


def test_which_words_a_text_has():
    one, other = terms("rectors pisa")

    assert matched("The Rectors' Forum", [one, other]) == {one}
