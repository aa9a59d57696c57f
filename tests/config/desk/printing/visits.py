"""An event whose people have names in many scripts, for tests of what is printed."""

from delegations.models import Member, OfficialName
from forum.models import Event
from tests.factories import (
    make_contact,
    make_delegation,
    make_event,
    make_institution,
    make_invitation,
    make_member,
    make_nominee,
    make_official,
    make_question,
    make_rank,
)

DOCUMENTS = [
    *("badges-a6", "badges-a7", "place-cards", "table", "round-table", "hall"),
    *("participants", "delegations", "arrivals", "travel", "answers", "door"),
]
# What is printed on paper; answers are too many columns for it.
PAPERS = [each for each in DOCUMENTS if each != "answers"]
LISTS = [
    "table",
    "round-table",
    "hall",
    "participants",
    "delegations",
    "arrivals",
    "travel",
    "door",
]


def visit() -> Event:
    """Kazakhstan receives Estonia and Georgia: five people, one of them pending."""
    event = make_event(
        title_en="Forum of Rectors",
        title_kk="Ректорлар форумы",
        title_ru="Форум ректоров",
        title_et="Rektorite foorum",
        slug="forum",
        city_en="Astana",
    )
    minister, rector = make_rank(name_en="minister", weight=90), make_rank()
    hosts = make_delegation(event=event, country="KZ", role="host", position=1)
    guests = make_delegation(
        event=event, country="EE", position=2, arrival="TK 351, 04:40", notes="Likes tea"
    )
    others = make_delegation(event=event, country="GE", position=3)
    person(
        hosts,
        "Sayasat Nurbek",
        name_kk="Саясат Нұрбек",
        name_ru="Саясат Нурбек",
        honorific_en="H.E.",
        office_en="Minister",
        function="head",
        rank=minister,
    )
    person(hosts, "Aidar Aliyev", name_kk="Айдар Әлиев", rank=rector)
    kallas = person(guests, "Kristina Kallas", function="head", rank=minister, office_en="Minister")
    make_contact(official=kallas.official, dietary_needs="No nuts", phone="+372 5555")
    invitation = make_invitation(delegation=guests)
    make_nominee(invitation=invitation, member=kallas, state="accepted", hotel="Hotel Altair")
    make_question(event=event, text_en="Which hall?")
    person(guests, "Õie Pärn", accreditation="pending")
    nino = person(others, "Nino Kikvadze", function="interpreter", is_listed=False)
    OfficialName.objects.create(official=nino.official, text="ნინო კიკვაძე", language="ka")
    return event


def person(delegation, name: str, **fields) -> Member:
    """A member who is approved unless something else is said; names are those of the official."""
    own = {key: fields.pop(key) for key in list(fields) if key.startswith(("name_", "honorific_"))}
    official = make_official(name_en=name, is_published=False, **own)
    given = {"accreditation": "approved", "office_en": "Rector"} | fields
    return make_member(delegation=delegation, official=official, **given)


def somebody_without_a_name(event: Event) -> Member:
    delegation = make_delegation(event=event, country="LV", position=9)
    body = make_institution(name_en="University of Latvia")
    return make_member(delegation=delegation, institution=body, accreditation="approved")


def file_of(event: Event, name: str, form: str = "pdf") -> str:
    return f"/admin/forum/event/{event.pk}/print/{name}.{form}"


def page_of(event: Event) -> str:
    return f"/admin/forum/event/{event.pk}/print/"
