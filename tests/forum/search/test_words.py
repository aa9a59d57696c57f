import pytest

from forum.search.words import Term, excerpt, fold, for_names, mark, matched, sound, terms


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


@pytest.mark.parametrize("spelling", ["Vjenthal", "Veinthal", "Вейнталь", "VEYNTAL"])
def test_spellings_of_one_name_sound_alike(spelling):
    assert sound(spelling) == "zzvental"


@pytest.mark.parametrize(
    ("one", "other"), [("Тоқаев", "Tokayev"), ("Нурбек", "Nurbek"), ("Әшімов", "Ashimov")]
)
def test_a_name_sounds_the_same_in_another_script(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize("word", ["on", "2025", "A1"])
def test_what_is_short_or_has_a_number_has_no_sound(word):
    assert sound(word) == ""


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", []),
        ('"', []),
        ("\x00 ' ~ _ *", []),
        ("Nurbek, S.", ["nurbek"]),
        ("S", ["s"]),
        ("item 7", ["item", "7"]),
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
