"""The catalogues are complete, well-formed and compiled."""

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|<[^>]+>")
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != "en"]


def catalogue(language):
    folder = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES"
    with (folder / "django.po").open(encoding="utf-8") as source:
        messages = [message for message in read_po(source, language) if message.id]
    with (folder / "django.mo").open("rb") as compiled:
        return messages, gettext.GNUTranslations(compiled)


def texts(value):
    return value if isinstance(value, tuple | list) else (value,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language):
    messages, _compiled = catalogue(language)

    assert len(messages) > 800
    assert [m.id for m in messages if m.fuzzy or not all(texts(m.string))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_text(language):
    messages, _compiled = catalogue(language)

    def placeholders(text):
        return set(PLACEHOLDER.findall(text))

    wrong = [
        message.id
        for message in messages
        for text in texts(message.string)
        if placeholders(text) != placeholders(texts(message.id)[-1])
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_current(language):
    messages, compiled = catalogue(language)

    def found(message):
        if message.pluralizable:
            one, many = message.id
            forms = {compiled.ngettext(one, many, number) for number in range(101)}
            return forms == set(message.string)
        if message.context:
            return compiled.pgettext(message.context, message.id) == message.string
        return compiled.gettext(message.id) == message.string

    assert [message.id for message in messages if not found(message)] == []


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (
            "ru",
            {1: "1 мероприятие", 2: "2 мероприятия", 5: "5 мероприятий", 21: "21 мероприятие"},
        ),
        ("et", {1: "1 sündmus", 2: "2 sündmust"}),
        ("kk", {1: "1 іс-шара", 2: "2 іс-шара"}),
    ],
)
def test_plurals_follow_the_language(language, forms):
    _messages, compiled = catalogue(language)

    said = {
        number: compiled.ngettext("%(total)s event", "%(total)s events", number) % {"total": number}
        for number in forms
    }
    assert said == forms
