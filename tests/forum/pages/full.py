"""Events of which nothing or everything is known, for pages that show it."""

import datetime as dt
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from forum.models import EventCitation
from tests.factories import (
    MAY_1,
    make_attachment,
    make_event,
    make_figure,
    make_official,
    make_series,
    make_session,
    make_source,
    make_speaker,
    make_topic,
    make_venue,
)

SUBPAGES = ["", "programme/", "delegations/", "agreements/"]


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
        field="visit_kind",
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
