import pytest

from forum.models import Event
from forum.records.sqlite import like
from tests.factories import make_event


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        pytest.param("%казахстан%", "Университеты КАЗАХСТАНА", id="Russian"),
        pytest.param("%ҚАЗАҚСТАН%", "Оңтүстік Қазақстан", id="Kazakh"),
        pytest.param("%ӘҒҚҢӨҰҮҺІ%", "әғқңөұүһі", id="letters that only Kazakh has"),
        pytest.param("%õäöü%", "ÕÄÖÜ", id="Estonian"),
        pytest.param("%Šž%", "šŽ", id="Estonian in foreign words"),
        pytest.param("forum", "FORUM", id="English"),
        pytest.param("f_rum", "forum", id="one letter"),
        pytest.param("%a%", "line\na line", id="across lines"),
        pytest.param("%", "", id="nothing"),
        pytest.param("2030", 2030, id="a number"),
    ],
)
def test_like_finds_any_case_of_any_alphabet(pattern, value):
    assert like(pattern, value) is True


@pytest.mark.parametrize(
    ("pattern", "value"),
    [("forum", "forum of rectors"), ("_", ""), ("%estonia%", "Эстония"), ("a.b", "axb")],
)
def test_like_finds_nothing_else(pattern, value):
    assert like(pattern, value) is False


@pytest.mark.parametrize(
    ("pattern", "found", "missed"),
    [
        pytest.param(r"%100\%%", "100% more", "1000 more", id="per cent"),
        pytest.param(r"%a\_b%", "a_b", "axb", id="underscore"),
        pytest.param(r"%a\\b%", r"a\b", "ab", id="backslash"),
    ],
)
def test_like_takes_an_escaped_sign_for_itself(pattern, found, missed):
    assert (like(pattern, found, "\\"), like(pattern, missed, "\\")) == (True, False)


def test_without_an_escape_a_backslash_is_a_letter():
    assert like("a\\%", "a\\b") is True


def test_an_escape_at_the_very_end_is_no_error():
    assert like("a\\", "a", "\\") is True


@pytest.mark.parametrize(("pattern", "value"), [(None, "a"), ("a", None), (None, None)])
def test_like_with_null_is_null(pattern, value):
    assert like(pattern, value) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "term"),
    [
        ("Қазақстан мен Эстония", "ҚАЗАҚСТАН"),
        ("ОҢТҮСТІК ӨҢІР", "оңтүстік өңір"),
        ("Форум ректоров", "РЕКТОРОВ"),
        ("Tööõppe nõukogu", "TÖÖÕPPE NÕUKOGU"),
        ("100% quota_1 \\ other", "QUOTA_1 \\"),
    ],
    ids=["Kazakh", "Kazakh capitals", "Russian", "Estonian", "signs"],
)
def test_the_database_finds_any_case(title, term):
    event = make_event(title_en=title)
    make_event(title_en="100 quotaX1 other")

    assert list(Event.objects.filter(title_en__icontains=term)) == [event]
    assert list(Event.objects.filter(title_en__istartswith=title.upper())) == [event]
    assert list(Event.objects.filter(title_en__iexact=title.swapcase())) == [event]
