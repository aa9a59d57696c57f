"""How cells are read, in any of our languages."""

import pytest
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

from delegations.choices import MemberFunction
from delegations.intake.institution_columns import domains
from delegations.intake.kinds_of_bodies import likely_kind
from forum.intake.readers import Choice, Identifier, Text, address, country, day
from forum.intake.scripts import column_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EE", "EE"),
        ("ee", "EE"),
        ("Estonia", "EE"),
        ("Эстония", "EE"),
        ("Eesti", "EE"),
        ("Қазақстан", "KZ"),
        ("Republic of Kazakhstan", "KZ"),
        ("Korea, Republic of", "KR"),
        ("Côte d'Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("USA", "US"),
    ],
)
def test_a_country_is_told_by_its_code_or_name(text, code):
    assert country(text) == code


@pytest.mark.parametrize("text", ["Atlantis", "EEE", "E", "ZZ", "12"])
def test_what_is_no_country_is_refused(text):
    with pytest.raises(ValidationError, match="no country that is known here"):
        country(text)


@pytest.mark.parametrize("text", ["head", "Head of delegation", "глава делегации", "Boss"])
def test_a_choice_is_told_by_its_name_in_any_language(text):
    assert Choice(MemberFunction, {"boss": "head"})(text) == "head"


def test_what_is_no_choice_is_refused_with_what_there_is():
    with pytest.raises(ValidationError, match="none of these: head of delegation, deputy"):
        Choice(MemberFunction)("king")


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (Text(5), "a \n b", "a b"),
        (address, "sample.example.org", "https://sample.example.org"),
        (address, "http://sample.example.org/ https://b.example", "http://sample.example.org/"),
        (Identifier(RegexValidator("^Q1$")), "https://www.wikidata.org/wiki/Q1/", "Q1"),
        (domains, "https://www.sample.example.org/x, TU.example", "sample.example.org tu.example"),
    ],
)
def test_a_cell_is_tidied(read, text, value):
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text"),
    [(Text(3), "long"), (address, "no address"), (day, "soon"), (domains, "no domain!")],
)
def test_what_cannot_be_read_is_a_sentence(read, text):
    with pytest.raises(ValidationError):
        read(text)


@pytest.mark.parametrize(
    ("text", "language", "column"),
    [
        ("Jaan Tamm", "et", "et"),
        ("Jaan Tamm", "en", "en"),
        ("Jaan Tamm", "ru", "en"),
        ("Айгерим", "ru", "ru"),
        ("Айгерим", "kk", "kk"),
        ("Айгерим", "en", "ru"),
        ("Әйгерім", "en", "kk"),
        ("李明", "ru", "ru"),
    ],
)
def test_a_name_stands_in_a_column_whose_alphabet_it_has(text, language, column):
    assert column_language(text, language) == column


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Education", "ministry"),
        ("Министерство науки", "ministry"),
        ("Embassy of Estonia", "embassy"),
        ("Tartu Ülikool", "university"),
        ("Sample", "university"),
    ],
)
def test_what_a_body_is_can_be_told_by_a_word(name, kind):
    assert likely_kind(name) == kind
