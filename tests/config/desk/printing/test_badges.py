"""Badges: who gets one, what stands on it, and that nothing runs over."""

import re

import pytest
import segno

from config.desk.printing import pictures
from config.desk.printing.badges import badges
from config.desk.printing.colours import COLOURS, colour_of
from config.desk.printing.gathering import Gathering, Guest, Pass, Side
from config.desk.printing.reading import gathering
from delegations.accreditation.badges import address_of
from delegations.accreditation.services import act_on
from delegations.choices import AccreditationAct, MemberFunction
from delegations.models import Badge, Zone
from tests.config.desk.printing.visits import file_of, person, visit
from tests.factories import make_delegation, make_event, picture_file
from tests.reading import body, pdf_of, words_of

WEIGHTS = (0.2126, 0.7152, 0.0722)
TOKEN = "q2xVbT0Zr5Yk8sWmEJ1nLd4u"
LONG = "Құлмағамбетова-Әбдірахманова "
OFFICE = "Minister of Higher Education, Science and Innovation of the Republic of Uzbekistan "


def pages(response) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pdf_of(response).pages]


@pytest.mark.django_db
@pytest.mark.parametrize("paper", ["badges-a6", "badges-a7"])
def test_who_is_approved_has_a_badge_with_all_that_the_door_reads(staff_client, paper):
    found = pages(staff_client.get(file_of(visit(), paper)))

    assert len(found) == 4
    for said in ("Sayasat Nurbek", "Саясат Нұрбек", "H.E.", "Minister", "Kazakhstan", "Forum"):
        assert said in found[0]
    assert "Head of delegation" in found[0]
    assert "ნინო კიკვაძე" in found[3]
    assert "Interpreter" in found[3]
    assert not any("Õie" in page for page in found)


@pytest.mark.django_db
@pytest.mark.parametrize("paper", ["badges-a6", "badges-a7"])
def test_the_longest_names_stay_on_one_page_each(staff_client, paper):
    event = make_event(title_en="Forum " * 40)
    delegation = make_delegation(event=event, name_en="Ministry of Science " * 14)
    for number in range(3):
        person(
            delegation,
            (LONG * 7)[:190].strip(),
            name_ru="Rahmonov " * 20,
            honorific_en="His Excellency Professor Dr. habil.",
            office_en=(OFFICE * 4)[:300].strip(),
            position=number + 1,
        )

    found = pages(staff_client.get(file_of(event, paper)))

    assert len(found) == 3
    assert all(page.count("Uzbekistan") == OFFICE_TOLD for page in found)


OFFICE_TOLD = (OFFICE * 4)[:300].count("Uzbekistan")


@pytest.mark.django_db
def test_a_photograph_is_on_the_badge_and_initials_stand_for_one(staff_client):
    event = make_event()
    member = person(make_delegation(event=event), "Anna Maria Tamm")
    assert pictures_on(staff_client, event) == []

    member.official.photo = picture_file("face.png", size=(900, 900))
    member.official.save()

    (picture,) = pictures_on(staff_client, event)
    assert picture.image.size == pictures.SIZE
    assert picture.name.endswith(".jpg")


def pictures_on(client, event) -> list:
    (page,) = pdf_of(client.get(file_of(event, "badges-a6"))).pages
    return list(page.images)


@pytest.mark.django_db
def test_a_photograph_that_is_lost_stops_no_badge(staff_client):
    event = make_event()
    member = person(make_delegation(event=event), "Anna Tamm")
    type(member.official).objects.update(photo="officials/lost.jpg")

    assert "Anna Tamm" in words_of(pdf_of(staff_client.get(file_of(event, "badges-a6"))))


def test_a_code_is_drawn_as_it_is():
    guest = Guest(1, 1, Side(1, "Estonia"), "Anna", entry=Pass(number="7", code=TOKEN))

    (badge,) = badges("a6")(Gathering("Forum", "", "forum", (), (guest,)))["badges"]

    assert badge["code"] == pictures.code(TOKEN)
    assert squares(badge["code"]) == sum(map(sum, segno.make(TOKEN, error="m").matrix))
    assert badge["number"] == "7"


@pytest.mark.django_db
def test_a_badge_and_the_door_list_tell_the_number_and_the_zones(staff_client, staff):
    event = make_event()
    delegation = make_delegation(event=event)
    for code, categories in (("A", "member"), ("VIP", "head")):
        Zone.objects.create(event=event, code=code, name_en=code, categories=categories)
    member = person(delegation, "Anna Tamm", accreditation="pending")
    act_on(member, AccreditationAct.APPROVED, by=staff)

    (badge,) = pages(staff_client.get(file_of(event, "badges-a6")))
    row = body(staff_client.get(file_of(event, "door", "csv"))).splitlines()[1]

    assert "No. 1" in badge
    assert badge.endswith("Member A")
    assert row == "Anna Tamm,,Estonia,Member,Approved,1,A"


@pytest.mark.django_db
def test_the_code_of_a_badge_leads_to_the_door_with_its_token(staff):
    event = make_event()
    member = person(make_delegation(event=event), "Anna Tamm", accreditation="pending")
    act_on(member, AccreditationAct.APPROVED, by=staff)

    (guest,) = gathering(event, staff).guests

    assert guest.entry.code == address_of(Badge.objects.get())
    assert guest.entry.code.endswith(f"#{Badge.objects.get().token}")


def squares(svg: str) -> int:
    """How many dark squares a drawing of lines of one square's height has."""
    return sum(map(int, re.findall(r"h(\d+)", re.search(r' d="([^"]*)"', svg)[1])))


def test_without_a_badge_there_is_no_code():
    assert pictures.code("") == ""


@pytest.mark.parametrize("category", [*MemberFunction.values, "unknown"])
def test_white_words_are_read_on_the_colour_of_every_category(category):
    assert 1.05 / (luminance(colour_of(category)) + 0.05) >= 4.5


def test_every_category_has_a_colour():
    assert COLOURS.keys() == set(MemberFunction)


def luminance(colour: str) -> float:
    """Relative luminance, by WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return sum(weight * part for weight, part in zip(WEIGHTS, linear, strict=True))
