import pytest
from django.utils.translation import override

from forum.models import Event
from forum.templatetags import records


@pytest.mark.parametrize(
    ("titles", "reader", "shown"),
    [
        pytest.param({"kk": "Форум"}, "kk", "Форум", id="in the readers language"),
        pytest.param(
            {"en": "Forum", "ru": "Форум"},
            "kk",
            '<span class="fallback" lang="ru">Форум</span>',
            id="Kazakh reads Russian first",
        ),
        pytest.param(
            {"en": "Forum", "ru": "Форум"},
            "et",
            '<span class="fallback" lang="en">Forum</span>',
            id="Estonian reads English first",
        ),
        pytest.param(
            {"en": "", "et": "Foorum"},
            "en",
            '<span class="fallback" lang="et">Foorum</span>',
            id="empty is none",
        ),
        pytest.param({}, "en", "", id="nothing"),
        pytest.param(
            {"en": "<b>"},
            "ru",
            '<span class="fallback" lang="en">&lt;b&gt;</span>',
            id="markup shows as text",
        ),
    ],
)
def test_a_text_says_if_it_is_in_another_language(titles, reader, shown):
    event = Event(**{f"title_{language}": title for language, title in titles.items()})

    with override(reader):
        assert records.text(event, "title") == shown


def test_markdown_is_marked_with_its_language():
    event = Event(description_et="**Tere**")

    with override("kk"):
        html = records.markdown(event, "description")

    assert html == '<div class="prose" lang="et"><p><strong>Tere</strong></p>\n</div>'
    assert records.markdown(Event(), "description") == ""


def test_a_record_is_found_in_a_mapping_by_its_key():
    assert records.of({7: "speakers"}, Event(pk=7)) == "speakers"
    assert records.of({}, Event(pk=7)) is None
