import datetime as dt
import re
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from PIL import Image
from pytest_django.asserts import assertContains, assertNotContains

from forum.models import EventCitation
from tests.config.site.crawling import body
from tests.factories import (
    MAY_1,
    MAY_2,
    make_agreement,
    make_attachment,
    make_commitment,
    make_delegation,
    make_event,
    make_figure,
    make_institution,
    make_member,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_series,
    make_session,
    make_source,
    make_speaker,
    make_topic,
    make_venue,
)

pytestmark = pytest.mark.django_db
SUBPAGES = ["", "programme/", "delegations/", "agreements/"]
LANGUAGES = ["en", "kk", "ru", "et"]


def prefix(language):
    return "" if language == "en" else f"/{language}"


def make_bare_event(**fields):
    """An event of which nothing is known but its title in one language."""
    nothing = {"title_en": "", "starts_on": None, "ends_on": None, "country": ""}
    return make_event(**nothing | {"title_et": "Foorum"} | fields)


def make_picture():
    content = BytesIO()
    Image.new("RGB", (1600, 900)).save(content, "PNG")
    return ContentFile(content.getvalue(), name="picture.png")


def make_full_event(**fields):
    """An event of which everything is known."""
    venue = make_venue(
        name_en="Room 204",
        floor="2",
        city_en="Astana",
        address_en="Turan 1",
        parent=make_venue(name_en="Main building"),
    )
    full = {
        "title_en": "Rectors' Forum",
        "title_kk": "Ректорлар форумы",
        "kind": "visit",
        "visit_kind": "state",
        "status": "confirmed",
        "series": make_series(name_en="Forums of Rectors"),
        "edition": 2,
        "theme_en": "Knowledge",
        "parent": make_event(title_en="State visit"),
        "attendance_mode": "mixed",
        "venue": venue,
        "city_en": "Astana",
        "languages": "kk, et",
        "interpretation": "simultaneous",
        "summary_en": "They met.",
        "description_en": "# Background\n\n**Bold**",
        "image": make_picture(),
        "image_credit": "Photographer",
        "image_alt_en": "Two people",
    }
    event = make_event(**full | fields)
    event.topics.add(make_topic(name_en="Mobility"))
    make_event(parent=event, title_en="Round table")
    make_figure(event=event, value="40", unit="companies", source=make_source(publisher="ERR"))
    make_attachment(event=event, title_en="Joint statement", language="et")
    EventCitation.objects.create(
        event=event,
        source=make_source(title="Headline", url="https://example.org/h", language="ru"),
        field="kind of visit",
        as_printed="государственный визит",
        is_preferred=True,
    )
    session = make_session(
        event=event,
        title_en="Plenary",
        original_title="Täiskogu",
        original_language="et",
        day=MAY_1,
        starts_at=dt.time(10),
        ends_at=dt.time(11, 30),
        venue=venue,
        languages="en",
        abstract_en="On mobility",
    )
    make_session(event=event, parent=session, title_en="Questions", kind="round_table")
    make_speaker(session=session, official=make_official(name_en="Rector One"), mode="video")
    return event


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


def make_file(**fields):
    file = ContentFile(b"Programme", name="programme.txt")
    return make_attachment(**{"url": "", "file": file} | fields)


def address(attachment):
    return f"/events/{attachment.event.slug}/files/{attachment.pk}/"


def test_a_public_file_can_be_saved(client):
    attachment = make_file()

    response = client.get(address(attachment))

    assert (response.status_code, body(response)) == (200, "Programme")
    assert response["Content-Disposition"].startswith("attachment;")


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: make_file(is_public=False), id="not public"),
        pytest.param(lambda: make_file(event=make_event(is_published=False)), id="unpublished"),
        pytest.param(make_attachment, id="a link"),
    ],
)
def test_no_other_file_can(client, make):
    assert client.get(address(make())).status_code == 404


def test_a_file_is_not_found_under_another_event(client):
    attachment, other = make_file(), make_event()

    assert client.get(f"/events/{other.slug}/files/{attachment.pk}/").status_code == 404


def test_a_file_that_the_disk_lost_is_not_found(client):
    attachment = make_file()
    attachment.file.storage.delete(attachment.file.name)

    assert client.get(address(attachment)).status_code == 404


def test_a_file_with_an_enormous_number_is_not_found(client):
    assert client.get(f"/events/{make_event().slug}/files/{'9' * 40}/").status_code == 404


def test_an_attachment_that_is_not_public_is_not_listed(client):
    event = make_event()
    make_attachment(event=event, title_en="Open letter")
    make_attachment(event=event, title_en="Secret", url="https://example.org/s", is_public=False)

    response = client.get(f"/events/{event.slug}/")

    assertContains(response, "Open letter")
    assertNotContains(response, "Secret")
    assertNotContains(response, "https://example.org/s")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"Coming visit", "Past forum"}),
        ("when=upcoming", {"Coming visit"}),
        ("when=past", {"Past forum"}),
        ("kind=visit", {"Coming visit"}),
        ("country=EE", {"Past forum"}),
        ("series=rectors", {"Past forum"}),
        ("topic=mobility", {"Coming visit"}),
        ("year=2001", {"Past forum"}),
        ("with=UZ", {"Coming visit"}),
        ("q=coming", {"Coming visit"}),
        ("when=past&kind=forum&country=EE&series=rectors", {"Past forum"}),
        ("when=past&kind=visit", set()),
    ],
)
def test_the_list_narrows_by_every_field(client, query, titles):
    past, future = dt.date(2001, 5, 1), dt.date(9000, 5, 1)
    coming = make_event(title_en="Coming visit", kind="visit", starts_on=future, ends_on=None)
    coming.topics.add(make_topic(name_en="Mobility", slug="mobility"))
    make_delegation(event=coming, country="UZ")
    make_event(
        title_en="Past forum",
        country="EE",
        starts_on=past,
        ends_on=None,
        series=make_series(slug="rectors"),
    )

    response = client.get(f"/events/?{query}")

    assert {event.title for event in response.context["event_list"]} == titles


ODD_VALUES = [
    "nonsense",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "%F0%9F%92%A9",
    "%ED%A0%80",
    "%FF%FE",
    "9" * 50,
    "-1",
    "x" * 5000,
    "%0D%0ASet-Cookie: a=b",
    "٣",
    "..%2F..%2Fetc%2Fpasswd",
    "0000",
]
FIELDS = {
    "when": "When",
    "kind": "Kind",
    "country": "Host country",
    "with": "Country taking part",
    "series": "Series",
    "topic": "Topic",
    "year": "Year",
}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", ODD_VALUES, ids=lambda value: value[:12])
def test_a_wrong_choice_is_said_to_be_wrong_and_leaves_all(client, field, value):
    event = make_event()

    response = client.get(f"/events/?{field}={value}")

    assert response.status_code == 200
    assert list(response.context["event_list"]) == [event]
    chosen = response.context["filters"].chosen
    assert [(each.label, each.is_known) for each in chosen] == [(FIELDS[field], False)]
    assertContains(response, 'class="unknown"', count=1)
    assertContains(response, "(no such choice)", count=1)
    assertNotContains(response, "<script>alert")


def test_a_list_without_events_says_so(client):
    assertContains(client.get("/events/"), "Nothing has been published yet.")

    make_event(kind="visit", country="EE")
    nothing = client.get("/events/?kind=visit&country=KZ")

    assertContains(nothing, "Nothing matches all of these.")
    loosened = '<li><a href="?kind=visit">Host country: Kazakhstan</a> (1)</li>'
    assertContains(nothing, loosened, html=True)


@pytest.mark.parametrize(
    "page", ["0", "2", "-1", "x", "9" * 30, "1.5", "%00"], ids=lambda page: page[:5]
)
def test_a_page_of_the_list_that_does_not_exist_is_not_found(client, page):
    assert client.get(f"/events/?page={page}").status_code in (400, 404)


def test_a_long_list_has_pages_that_keep_the_choice(client):
    for _ in range(51):
        make_event(kind="visit")

    response = client.get("/events/?kind=visit")

    assert len(response.context["event_list"]) == 50
    assertContains(response, "?kind=visit&amp;page=2")
    assert len(client.get("/events/?kind=visit&page=2").context["event_list"]) == 1


def make_rich_event(**fields):
    event = make_event(
        series=make_series(),
        venue=make_venue(parent=make_venue()),
        summary_en="They met.",
        **fields,
    )
    event.topics.add(make_topic())
    return event


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_any_number(client, django_assert_num_queries, count):
    for _ in range(count):
        make_rich_event()

    # Count and page of the list, upcoming, past, and the choices of six other kinds.
    with django_assert_num_queries(10):
        response = client.get("/events/")

    assert len(response.context["event_list"]) == count


def add_people(delegation, count):
    for _ in range(count):
        make_member(
            delegation=delegation,
            official=make_official(),
            institution=make_institution(),
            on_behalf_of=make_official(),
        )


@pytest.mark.parametrize("count", [1, 3])
def test_the_overview_costs_the_same_for_any_number(client, django_assert_num_queries, count):
    event = make_rich_event(parent=make_event())
    for _ in range(count):
        make_rich_event(parent=event)
        event.topics.add(make_topic())
        make_figure(event=event, source=make_source())
        make_figure(event=event, kind="documents_signed", source=make_source())
        make_attachment(event=event)
        make_session(event=event, day=MAY_1, starts_at=dt.time(10), venue=make_venue())
        EventCitation.objects.create(event=event, source=make_source())
        add_people(make_delegation(event=event), count)
        make_party(agreement=make_agreement(event=event))
        outcome = make_outcome(event=event)
        make_outcome_role(outcome=outcome, official=make_official(), institution=make_institution())
        make_commitment(event=event).responsible.add(make_institution())

    with django_assert_num_queries(23):
        response = client.get(f"/events/{event.slug}/")

    assertContains(response, "companies", count=0)
    assert len(response.context["children"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_programme_costs_the_same_for_any_number(client, django_assert_num_queries, count):
    event = make_event()
    for number in range(count):
        session = make_session(
            event=event,
            day=MAY_1 + dt.timedelta(days=number),
            venue=make_venue(parent=make_venue()),
        )
        for _ in range(count):
            below = make_session(event=event, parent=session, venue=make_venue())
            EventCitation.objects.create(session=below, source=make_source())
            make_speaker(
                session=below,
                official=make_official(),
                institution=make_institution(),
                on_behalf_of=make_official(),
            )

    with django_assert_num_queries(5):  # event, items, speakers, citations of both
        response = client.get(f"/events/{event.slug}/programme/")

    assertContains(response, 'class="session session-address"', count=count + count**2)


@pytest.mark.parametrize("count", [1, 3])
def test_the_delegations_cost_the_same_for_any_number(client, django_assert_num_queries, count):
    event = make_event()
    above = make_delegation(event=event)
    for _ in range(count):
        delegation = make_delegation(event=event, institution=make_institution(), parent=above)
        add_people(delegation, count)

    with django_assert_num_queries(5):  # event, delegations, members, meetings, citations
        response = client.get(f"/events/{event.slug}/delegations/")

    assert response.status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_agreements_cost_the_same_for_any_number(client, django_assert_num_queries, count):
    event = make_event()
    for _ in range(count):
        make_party(agreement=make_agreement(event=event))
        make_figure(event=event, kind="documents_signed", source=make_source())

    with django_assert_num_queries(6):  # event, agreements, parties, figures, promises, citations
        response = client.get(f"/events/{event.slug}/agreements/")

    assert response.status_code == 200


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
        event=event, source=make_source(title=attack), field=attack, as_printed=attack, note=attack
    )

    for page in SUBPAGES:
        assertNotContains(client.get(f"/events/{event.slug}/{page}"), "<script>alert")
    assertNotContains(client.get("/events/"), "<script>alert")


@pytest.mark.parametrize("page", ["/events/", "/events/{}/", "/events/{}/programme/"])
def test_a_page_cannot_be_written_to(client, page):
    event = make_event()

    assert client.post(page.format(event.slug)).status_code == 405


def test_items_of_two_days_stand_under_their_days_and_those_without_one_last(client):
    event = make_event()
    for day in (None, MAY_2, MAY_1):
        make_session(event=event, day=day)

    response = client.get(f"/events/{event.slug}/programme/")

    assert [day.date for day in response.context["days"]] == [MAY_1, MAY_2, None]
    assertContains(response, "Day to be announced")


def test_times_are_shown_in_the_zone_that_the_reader_chose(client):
    event = make_event(time_zone="Asia/Almaty")
    make_session(event=event, day=MAY_1, starts_at=dt.time(1), ends_at=dt.time(10))

    response = client.get(f"/events/{event.slug}/programme/?zone=Europe/Tallinn")

    assertContains(response, "Times are shown as in Tallinn (Europe/Tallinn, UTC+3)")
    assertContains(response, '<time datetime="2030-05-01T01:00:00+05:00">30 Apr 23:00</time>')
    assertContains(response, '<time datetime="2030-05-01T10:00:00+05:00">08:00</time>')


@pytest.mark.parametrize(
    "zone", ["Nowhere/Nothing", "../etc/passwd", "x" * 5000], ids=lambda z: z[:5]
)
def test_a_zone_that_does_not_exist_leaves_that_of_the_event(client, zone):
    event = make_full_event()

    response = client.get(f"/events/{event.slug}/programme/?zone={zone}")

    assertContains(response, "All times are those of Almaty (Asia/Almaty, UTC+5).")


@pytest.mark.parametrize(
    ("chosen", "begins", "finishes"),
    [({}, "10:00", "11:30"), ({"zone": ZoneInfo("Europe/Tallinn")}, "08:00", "09:30")],
    ids=["that of the event", "chosen"],
)
def test_what_goes_on_now_is_said_in_the_zone_of_the_page(chosen, begins, finishes):
    event = make_event(time_zone="Asia/Almaty")
    session = make_session(
        event=event, day=MAY_1, starts_at=dt.time(10), ends_at=dt.time(11, 30), title_en="Plenary"
    )
    context = {"event": event, "current": [session], "coming": [session]} | chosen

    page = " ".join(re.sub("<[^>]*>", " ", render_to_string("forum/_now.html", context)).split())

    assert page == f"Now Plenary until {finishes} Next {begins} Plenary"
