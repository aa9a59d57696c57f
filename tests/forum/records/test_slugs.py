import pytest
from django.core.exceptions import ValidationError

from forum.models import Event
from forum.records.slugs import MAX_LENGTH, first_text, own_slug, own_slugs
from tests.factories import make_event


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Rectors' Forum 2025", "rectors-forum-2025"),
        ("Қазақстан мен Эстония форумы", "qazaqstan-men-estoniya-forumy"),
        ("Форум ректоров", "forum-rektorov"),
        ("Tööõpe ja šansoon", "tooope-ja-sansoon"),
        ("منتدى", "mntda"),
        ("Feed", "feed-2"),
        ("!!!", "event"),
        ("", "event"),
    ],
    ids=["English", "Kazakh", "Russian", "Estonian", "Arabic", "a page", "no letter", "no title"],
)
def test_an_address_is_made_from_a_name_in_any_alphabet(title, slug):
    assert own_slug(Event(title_en=title), "title") == slug


@pytest.mark.django_db
def test_an_address_that_is_taken_gets_a_number():
    for slug in ("forum", "forum-2", "forum-of-rectors"):
        make_event(slug=slug)

    assert own_slug(Event(title_en="Forum"), "title") == "forum-3"


@pytest.mark.django_db
@pytest.mark.parametrize("taken", [1, 2, 3, 7, 8, 30])
def test_however_many_have_the_name_a_free_number_is_found_in_few_queries(
    taken, django_assert_max_num_queries
):
    for number in range(taken):
        make_event(slug=f"forum-{number + 1}" if number else "forum")

    with django_assert_max_num_queries(24):
        assert own_slug(Event(title_en="Forum"), "title") == f"forum-{taken + 1}"


@pytest.mark.django_db
def test_several_new_records_never_get_one_address():
    make_event(slug="forum")
    events = [Event(title_en=title) for title in ("Forum", "Forum", "Summit", "Summit")]

    own_slugs(events, "title")

    assert [each.slug for each in events] == ["forum-2", "forum-3", "summit", "summit-2"]


@pytest.mark.django_db
def test_a_record_does_not_stand_in_its_own_way():
    event = make_event(slug="forum", title_en="Forum")

    assert own_slug(event, "title") == "forum"


@pytest.mark.django_db
def test_an_address_fits_its_column_even_with_a_number():
    title = "word " * 60
    make_event(title_en=title[:300], slug=own_slug(Event(title_en=title), "title"))

    slug = own_slug(Event(title_en=title), "title")

    assert slug.endswith("-2")
    assert not slug.removesuffix("-2").endswith("-")
    assert MAX_LENGTH - 5 < len(slug) <= Event._meta.get_field("slug").max_length


def test_the_first_text_is_that_of_the_first_language_that_has_one():
    assert first_text(Event(title_ru="Форум", title_et="Foorum"), "title") == "Форум"
    assert first_text(Event(title_kk="", title_et="Foorum"), "title") == "Foorum"
    assert first_text(Event(), "title") == ""


@pytest.mark.django_db
def test_the_former_address_of_another_record_is_not_given_away():
    event = make_event(slug="forum")
    event.slug = "renamed"
    event.save()

    assert own_slug(Event(title_en="Forum"), "title") == "forum-2"
    with pytest.raises(ValidationError, match="links lead there"):
        own_slug(Event(slug="forum"), "title")


@pytest.mark.django_db
def test_a_record_may_take_back_its_former_address():
    event = make_event(slug="forum")
    event.slug = "renamed"
    event.save()

    event.slug = "forum"

    assert own_slug(event, "title") == "forum"
