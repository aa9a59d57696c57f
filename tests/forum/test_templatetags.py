import datetime as dt
import re

import pytest
from django.utils.translation import override

from forum.models import Event, Session, Venue
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


@pytest.mark.parametrize(
    ("content", "is_blank"),
    [
        ("<dl>\n  <div></div>\n</dl>", True),
        ('<aside aria-label="Key facts"> </aside>', True),
        ("", True),
        ("<dl><dt>Founded</dt></dl>", False),
        ("<p>1 &lt; 2</p>", False),
        ("words alone", False),
        ('<figure><img src="/a.jpg" alt=""></figure>', False),
    ],
)
def test_a_box_without_a_word_or_a_picture_is_left_out(content, is_blank):
    assert records.unless_blank(content) == ("" if is_blank else content)


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "written"),
    [
        (dt.time(9, 5), dt.time(10), "09:05–10:00"),
        (dt.time(9, 5), None, "09:05"),
        (None, None, ""),
    ],
)
def test_the_hours_of_an_item_are_written_as_far_as_they_are_known(starts_at, ends_at, written):
    day = dt.date(2025, 6, 1)
    item = Session(event=Event(time_zone="UTC"), day=day, starts_at=starts_at, ends_at=ends_at)

    assert re.sub("<[^>]*>", "", records.hours(item, dt.UTC, day)) == written


def test_a_room_is_written_with_where_it_is():
    house = Venue(name_en="Palace & Park")
    room = Venue(name_en="Hall", floor="2", parent=house, city_en="Astana")

    assert records.venue_in_full(room) == "Hall, 2, Palace &amp; Park, Astana"
    assert records.venue_in_full(house) == "Palace &amp; Park"


def test_the_way_to_a_calendar_says_of_what_it_is():
    way = records.to_calendar(Event(slug="forum"), Session(pk=7), "Opening & tea")

    assert 'href="/events/forum/programme/7.ics"' in way
    assert '<span class="unseen">Add to a calendar: Opening &amp; tea</span>' in way


@pytest.mark.parametrize(
    ("city", "country", "written"),
    [
        ("Tartu", "EE", "Tartu, Estonia"),
        ("", "EE", "Estonia"),
        ("Tartu", "", "Tartu"),
        ("", "", ""),
    ],
)
def test_a_place_is_written_as_far_as_it_is_known(city, country, written):
    where = records.place(Event(city_en=city, country=country))

    assert re.sub("<[^>]*>", "", where) == written
    assert ("<img" in where) == bool(country)
