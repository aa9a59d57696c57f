"""The pages of an event: what they say, and what they do not."""

import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from forum.models import EventCitation
from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_figure,
    make_session,
    make_source,
    make_speaker,
)
from tests.forum.pages.full import SUBPAGES, make_bare_event, make_full_event, prefix

pytestmark = pytest.mark.django_db


LANGUAGES = ["en", "kk", *(pytest.param(code, marks=pytest.mark.slow) for code in ("ru", "et"))]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", SUBPAGES, ids=["overview", *SUBPAGES[1:]])
@pytest.mark.parametrize("make", [make_bare_event, make_full_event], ids=["bare", "full"])
def test_every_page_of_an_event_reads_whatever_is_known(client, make, page, language):
    event = make()

    response = client.get(f"{prefix(language)}/events/{event.slug}/{page}")

    assertContains(response, f'<html lang="{language}"')
    assert not re.search(r"\bNone\b", response.text)


def test_the_overview_says_what_is_known(client):
    event = make_full_event()

    text = client.get(f"/events/{event.slug}/").text

    said = [
        "Rectors&#x27; Forum",
        "State visit",
        "confirmed",
        "Knowledge",
        "1–3 May 2030",
        "Astana",
        "Kazakhstan",
        f'src="/pictures/1280/{event.image.name}"',
        'width="1280" height="720"',
        'alt="Two people"',
        "Photographer",
        "They met.",
        "<strong>Bold</strong>",
        "Round table",
        "Forums of Rectors",
        "edition 2",
        "Room 204",
        "Main building",
        "in person and online",
        "Kazakh, Estonian",
        "simultaneous interpretation",
        "Mobility",
        "40 companies",
        "ERR",
        "Joint statement",
        "Headline",
        "государственный визит",
    ]
    assert [each for each in said if each not in text] == []


def test_the_programme_says_what_is_known(client):
    event = make_full_event()

    text = client.get(f"/events/{event.slug}/programme/").text

    said = [
        "All times are those of Almaty (Asia/Almaty, UTC+5).",
        "Wednesday, 1 May 2030",
        '<time datetime="2030-05-01T10:00:00+05:00">10:00</time>',
        '<time datetime="2030-05-01T11:30:00+05:00">11:30</time>',
        "Plenary",
        'lang="et">Täiskogu<',
        "Room 204",
        "English",
        "On mobility",
        "Rector One",
        "by video link",
        "Questions",
    ]
    assert [each for each in said if each not in text] == []


@pytest.mark.parametrize("page", SUBPAGES, ids=["overview", *SUBPAGES[1:]])
def test_no_page_of_an_unpublished_event_exists(client, page):
    event = make_full_event(is_published=False)
    make_agreement(event=event)
    make_delegation(event=event)

    assert client.get(f"/events/{event.slug}/{page}").status_code == 404


@pytest.mark.parametrize("page", SUBPAGES, ids=["overview", *SUBPAGES[1:]])
def test_no_page_of_an_unknown_event_exists(client, page):
    assert client.get(f"/events/nowhere/{page}").status_code == 404


def test_an_unpublished_event_stands_in_no_list(client):
    parent = make_event(title_en="Parent")
    make_event(title_en="Hidden", parent=parent, is_published=False)

    assertNotContains(client.get("/events/"), "Hidden")
    assertNotContains(client.get(f"/events/{parent.slug}/"), "Hidden")


@pytest.mark.parametrize("language", ["kk", "ru", "et"])
def test_a_text_in_another_language_is_marked_with_that_language(client, language):
    event = make_event(title_en="Rectors meet", summary_en="They met.")

    response = client.get(f"{prefix(language)}/events/{event.slug}/")

    title = '<h1><span class="fallback" lang="en">Rectors meet</span></h1>'
    assertContains(response, title, html=True)
    assertContains(response, '<span class="fallback" lang="en">They met.</span>')


@pytest.mark.parametrize(
    ("language", "title"),
    [("kk", "Ректорлар форумы"), ("ru", "Форум ректоров"), ("et", "Rektorite foorum")],
)
def test_a_text_in_the_readers_language_is_not_marked(client, language, title):
    event = make_event(**{"title_en": "Rectors meet", f"title_{language}": title})

    response = client.get(f"{prefix(language)}/events/{event.slug}/")

    assertContains(response, f"<h1>{title}</h1>", html=True)
    assertNotContains(response, "Rectors meet")


def test_everything_that_staff_write_is_text_and_no_markup(client):
    attack = "<script>alert(1)</script>"
    event = make_event(
        title_en=attack, theme_en=attack, summary_en=attack, description_en=attack, city_en=attack
    )
    session = make_session(
        event=event, title_en=attack, original_title=attack + "!", original_language="en"
    )
    make_speaker(session=session, name_as_printed=attack, office_en=attack)
    make_figure(event=event, as_stated_en=attack, unit=attack)
    EventCitation.objects.create(
        event=event,
        source=make_source(title=attack),
        value=attack[:60],
        as_printed=attack,
        note=attack,
    )

    for page in SUBPAGES:
        assertNotContains(client.get(f"/events/{event.slug}/{page}"), "<script>alert")
    assertNotContains(client.get("/events/"), "<script>alert")


@pytest.mark.parametrize("page", ["/events/", "/events/{}/", "/events/{}/programme/"])
def test_a_page_cannot_be_written_to(client, page):
    event = make_event()

    assert client.post(page.format(event.slug)).status_code == 405
