import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from forum.records.languages import (
    language_name,
    language_names,
    normalised,
    validate_tag,
    validate_tags,
)


@pytest.mark.parametrize("tag", ["en", "kk", "kk-Arab", "uz-Cyrl", "zh-Hant-TW", "pt-BR", "kaa"])
def test_a_language_tag_is_accepted(tag):
    validate_tag(tag)


@pytest.mark.parametrize(
    "tag",
    ["", "kz-", "english", "xx", "kk-Xxxx", "en-XQ", "en kk", "қаз"],
)
def test_what_is_no_language_tag_is_refused_with_a_sentence(tag):
    with pytest.raises(ValidationError, match="is not a language tag"):
        validate_tag(tag)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("zh-hant", "zh-Hant"),
        ("EN", "en"),
        ("kk-latn", "kk-Latn"),
        ("KK_ARAB", "kk-Arab"),
        ("pt-br", "pt-BR"),
        ("ZH_hant_tw", "zh-Hant-TW"),
        ("kk", "kk"),
        ("KK, ru_ru;EN", "kk, ru-RU;en"),
        ("", ""),
    ],
)
def test_tags_are_written_in_their_usual_case(written, kept):
    assert normalised(written) == kept


@pytest.mark.parametrize("text", ["kk, ru, en", "kk ru", "kk;ru", " kk ,, ru ", ""])
def test_a_list_of_tags_may_be_separated_in_any_usual_way(text):
    validate_tags(text)


def test_one_wrong_tag_in_a_list_is_named():
    with pytest.raises(ValidationError, match="“estonian” is not a language tag"):
        validate_tags("kk, estonian")


@pytest.mark.parametrize(
    ("reader", "named"),
    [
        ("en", "Kazakh"),
        ("kk", "қазақ тілі"),
        ("ru", "казахский"),
        ("et", "kasahhi"),
    ],
)
def test_a_language_is_named_in_the_readers_own(reader, named):
    with override(reader):
        assert language_name("kk") == named


@pytest.mark.parametrize(
    ("tag", "named"),
    [
        pytest.param("kk-Cyrl", "Kazakh", id="the usual script goes without saying"),
        pytest.param("kk-Arab", "Kazakh (Arabic)", id="another script is named"),
        pytest.param("uz-Cyrl", "Uzbek (Cyrillic)", id="also of Uzbek"),
        pytest.param("nonsense", "nonsense", id="what nobody knows stands for itself"),
    ],
)
def test_a_script_is_named_where_it_is_not_the_usual_one(tag, named):
    assert language_name(tag) == named


def test_a_list_is_named_in_the_order_given():
    assert language_names("ru, en,kk") == "Russian, English, Kazakh"
    assert language_names("") == ""
