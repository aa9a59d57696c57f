"""What Django itself says in the admin is complete in every language, and right of any record."""

import re
from pathlib import Path

import django
import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import ngettext, override
from django.utils.translation.trans_real import DjangoTranslation

DJANGO = Path(django.__file__).parent
SPEAKERS = {
    "django": ["conf", "contrib/admin", "contrib/auth", "contrib/contenttypes"],
    "djangojs": ["contrib/admin"],
}
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != "en"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sd]|\{\w*\}")
# The name of a kind of record or of a field, which is there in its first form only.
NAME = (
    r"(?:\{name\}|%\((?:name|model|model_name|verbose_name(?:_plural)?|object_name|objects_name"
    r"|class_name|field|field_labels?|field_name|filter_title)\)s)"
)
# It may begin a sentence, stand in brackets or quotation marks, or follow a colon.
IN_FIRST_FORM = re.compile(rf"(?:^ ?|: |\(|«|„|; ){NAME}")

both = pytest.mark.parametrize(
    ("language", "domain"), [(code, domain) for code in LANGUAGES for domain in SPEAKERS]
)


def messages_of(folder, language, domain):
    """Messages as a catalogue names them: with their context, without their plural."""
    found = {}
    with (folder / language / "LC_MESSAGES" / f"{domain}.po").open(encoding="utf-8") as source:
        for message in read_po(source, language):
            text = message.id[0] if message.pluralizable else message.id
            if text:
                found[f"{message.context}\x04{text}" if message.context else text] = message
    return found


def texts(value):
    return value if isinstance(value, tuple | list) else (value,)


def said_by_django(domain):
    messages = {}
    for speaker in SPEAKERS[domain]:
        messages |= messages_of(DJANGO / speaker / "locale", "en", domain)
    return messages


def in_our_words(language, domain):
    return messages_of(settings.LOCALE_PATHS[1], language, domain)


def heard(language, domain):
    """What the running site says, whoever translated it, as {message: texts}."""
    folders = [str(DJANGO / "contrib/admin/locale")] if domain == "djangojs" else None
    catalogue = DjangoTranslation(language, domain=domain, localedirs=folders)._catalog

    def of(key, message):
        if not message.pluralizable:
            return [catalogue.get(key, "")]
        return [catalogue.plural(key, number) for number in (1, 2, 5)]

    return {key: of(key, message) for key, message in said_by_django(domain).items()}


@both
def test_everything_that_django_says_has_a_text(language, domain):
    assert [key for key, texts in heard(language, domain).items() if not all(texts)] == []


@both
def test_nothing_is_translated_that_django_no_longer_says(language, domain):
    assert in_our_words(language, domain).keys() - said_by_django(domain).keys() == set()


@both
def test_a_text_has_no_placeholder_that_its_message_lacks(language, domain):
    ours, messages = in_our_words(language, domain), said_by_django(domain)

    wrong = [
        key
        for key, message in ours.items()
        for text in texts(message.string)
        if not set(PLACEHOLDER.findall(text))
        <= set(PLACEHOLDER.findall(texts(messages[key].id)[-1]))
    ]
    assert wrong == []


@both
def test_our_words_are_what_is_heard(language, domain):
    said = heard(language, domain)
    # What the interface says too has one text, that of its own catalogue.
    own = messages_of(settings.LOCALE_PATHS[0], language, "django") if domain == "django" else {}

    unheard = [
        key
        for key, message in in_our_words(language, domain).items()
        if key not in own and not set(said[key]) <= set(texts(message.string))
    ]
    assert unheard == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_record_stands_where_its_first_form_is_right(language):
    said = heard(language, "django")

    wrong = [
        text
        for texts_of_one in said.values()
        for text in texts_of_one
        if re.search(NAME, IN_FIRST_FORM.sub("", text))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Құпиясөзде кемінде 10 таңба болуы керек."),
        ("ru", "В пароле должно быть не менее 10 символов."),
        ("et", "Paroolis peab olema vähemalt 10 märki."),
    ],
)
def test_a_number_has_its_form(language, text):
    message = "Your password must contain at least %(min_length)d character."
    many = "Your password must contain at least %(min_length)d characters."

    with override(language):
        assert ngettext(message, many, 10) % {"min_length": 10} == text
