import pytest
from django.utils.translation import override

from forum.choices import SessionKind
from forum.programme.wording import kind_of_item
from forum.records.texts import LANGUAGES


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        *(("OPENING", "opening"), ("Coffee break", "break"), ("Signing of agreements", "signing")),
        *(("FIRST SESSION: Strategies", "plenary"), ("Closing remarks", "address")),
        *(("Открытие форума", "opening"), ("Кофе-брейк", "break"), ("Подписание", "signing")),
        *(("Круглый стол", "round_table"), ("Регистрация участников", "logistics")),
        *(("Түскі ас", "break"), ("Дөңгелек үстел", "round_table"), ("Ашылу рәсімі", "opening")),
        *(("Kohvipaus", "break"), ("Lepingute allkirjastamine", "signing"), ("Loeng", "lecture")),
        *(("Strategies", ""), ("", "")),
    ],
)
def test_a_title_says_what_kind_of_item_it_is(title, kind):
    assert kind_of_item(title) == kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_a_kind_says_it_in_every_language(language):
    with override(language):
        told = {kind: kind_of_item(str(kind.label)) for kind in SessionKind}
    assert {kind for kind, found in told.items() if found != kind} == {SessionKind.OTHER}
