import datetime as dt

import pytest
from django.contrib.auth.models import Permission

from delegations.models import Institution, Official, Speaker
from forum.history.undoing import undo
from forum.intake.kinds import KINDS
from forum.intake.lists import place_of
from forum.intake.preparing import Examiner
from forum.models import Session, Venue
from tests.factories import (
    make_appointment,
    make_event,
    make_official,
    make_session,
    make_speaker,
    make_staff,
    make_venue,
)
from tests.lists import saved, staff, states_of, taken

pytestmark = pytest.mark.django_db
DAY = dt.date(2030, 4, 26)
READING = 18
AGENDA = """26 April 2030
10:00–10:40 OPENING
Welcome: Aliya Bekova, Rector of Example University
Ibrohim Karim, Minister of Higher Education, Science and Innovation
Jan Nowak, Minister of Education and Science (video message)
Odil Azim, President of the Rectors Council, Rector of Transport University (tbc)
10:40–11:10 FIRST SESSION: Strategies for development of higher education
Komil Azim, First Deputy Minister (tbc)
Representative, Ministry of Education and Science, Poland (tbc)
11:30–12:00 Coffee break
12:00–13:00 SECOND SESSION: The main challenges of internationalization
Round tables by type of university
27 April
9:00 Campus tour
"""


@pytest.fixture
def event():
    return make_event(title_en="Forum of Rectors", starts_on=DAY, ends_on=DAY + dt.timedelta(1))


def items() -> list[tuple]:
    return [
        (each.day.day, each.starts_at and f"{each.starts_at:%H:%M}", each.kind, each.title_en)
        for each in Session.objects.order_by("day", "position")
    ]


def speakers(title: str) -> list[tuple]:
    rows = Speaker.objects.filter(session__title_en=title).order_by("position")
    return [(each.official and each.official.name_en, each.office_en) for each in rows]


def test_an_agenda_of_lines_becomes_items(event):
    intake = taken("programme", AGENDA, event=event)
    assert set(states_of(intake)) == {"new", "left_out"}
    saved(intake)
    assert items() == [
        (26, "10:00", "opening", "OPENING"),
        (26, None, "opening", "Welcome"),
        (26, "10:40", "plenary", "FIRST SESSION: Strategies for development of higher education"),
        (26, "11:30", "break", "Coffee break"),
        (26, "12:00", "plenary", "SECOND SESSION: The main challenges of internationalization"),
        (26, None, "round_table", "Round tables by type of university"),
        (27, "09:00", "visit", "Campus tour"),
    ]
    assert Session.objects.get(title_en="Welcome").parent.title_en == "OPENING"
    assert f"{Session.objects.get(title_en='OPENING').ends_at:%H:%M}" == "10:40"


def test_who_stands_below_an_item_speaks_in_it(event):
    saved(taken("programme", AGENDA, event=event))
    assert speakers("Welcome") == [("Aliya Bekova", "Rector")]
    assert speakers("OPENING") == [
        ("Ibrohim Karim", "Minister of Higher Education, Science and Innovation"),
        ("Jan Nowak", "Minister of Education and Science"),
        ("Odil Azim", "President"),
    ]
    azim = Speaker.objects.get(official__name_en="Odil Azim")
    assert azim.status == "to_be_confirmed"
    assert azim.institution.name_en == "Rectors Council"
    assert azim.also_office_en == "Rector, Transport University"
    assert Speaker.objects.get(official__name_en="Jan Nowak").mode == "video_message"
    nobody = Speaker.objects.get(official=None)
    assert (nobody.office_en, nobody.institution.name_en) == (
        "Representative",
        "Ministry of Education and Science",
    )


def test_nobody_is_published_unless_staff_say_so(event):
    saved(taken("programme", AGENDA, event=event))
    assert not Official.objects.filter(is_published=True).exists()
    assert not Institution.objects.filter(is_published=True).exists()


def test_the_same_agenda_again_changes_nothing(event):
    saved(taken("programme", AGENDA, event=event))
    again = taken("programme", AGENDA, event=event)
    assert set(states_of(again)) == {"same", "left_out"}


TABLE = """Time\tTitle\tSpeakers\tRoom\tDate
9.00-9.30\tAvamine\tMari Tamm, rektor; Jaan Kask, prorektor\tAula\t26.04.2030
9.30–10.00\tLoeng\tMari Tamm\tAula\t
23:30–00:30\tKontsert\t\tVäike saal\t27.04.2030
"""


def test_a_table_with_headings_is_read(event):
    saved(taken("programme", TABLE, event=event, language="et"))
    found = [
        (each.title_et, each.kind, str(each.day), each.venue.name_et, each.speakers.count())
        for each in Session.objects.order_by("day", "starts_at")
    ]
    assert found == [
        ("Avamine", "opening", "2030-04-26", "Aula", 2),
        ("Loeng", "lecture", "2030-04-26", "Aula", 1),
        ("Kontsert", "culture", "2030-04-27", "Väike saal", 0),
    ]
    assert sorted(Official.objects.values_list("name_et", flat=True)) == ["Jaan Kask", "Mari Tamm"]
    assert Venue.objects.count() == 2


def test_a_person_and_a_room_on_record_are_proposed(event):
    hall = make_venue(name_et="Aula", parent=make_venue(name_en="House"))
    make_venue(name_et="Aula")
    event.venue = hall.parent
    event.save()
    tamm = make_official(name_en="Mari Tamm")
    intake = taken("programme", TABLE, event=event, language="et")
    lecture = intake.rows.get(values__title="Loeng")
    assert lecture.answers["name"]["chosen"] == str(tamm.pk)
    assert lecture.answers["room"]["chosen"] == str(hall.pk)


def test_a_new_speaker_joins_an_item_that_is_on_record(event):
    session = make_session(event=event, title_en="Panel", day=DAY, starts_at=dt.time(10))
    first = make_speaker(session=session, official=make_official(name_en="Mari Tamm"), position=3)
    row = "10:00\tPanel\tMari Tamm, Rector; Jaan Kask, Dean\t26.04.2030"
    saved(taken("programme", f"Time\tTitle\tSpeaker\tDate\n{row}", event=event))
    assert session.speakers.earliest("position") == first
    assert speakers("Panel") == [("Mari Tamm", "Rector"), ("Jaan Kask", "Dean")]
    assert Session.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("25:00\tLunch\t26.04.2030", "time"),
        ("10:00\tLunch\t", "day"),
        ("10:00\tLunch\t2030", "day"),
        ("10:00\t\t26.04.2030", "title"),
        ("10:00\tLunch\tsome day", "day"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(event, row, column):
    intake = taken("programme", f"Time\tTitle\tDate\n{row}", event=event)
    assert states_of(intake) == ["refused"]
    place = place_of(intake, intake.author)
    [read] = Examiner.of(intake, place).read(intake.rows.all())
    assert column in read.problems


def test_an_event_of_one_day_needs_no_day(event):
    event.ends_on = event.starts_on
    event.save()
    saved(taken("programme", "10:00 Opening\n11:00 Lunch", event=event))
    assert [day for day, *_ in items()] == [26, 26]


def test_a_schedule_of_a_conference_system_is_taken_in(event):
    schedule = """<schedule><conference><title>F</title></conference><day date="2030-04-26">
      <room name="Hall"><event><start>10:00</start><duration>00:30</duration><title>Talk</title>
      <type>Workshop</type><persons><person>Mari Tamm</person></persons></event>
      <event><date>2030-04-27T00:30:00+05:00</date><start>00:30</start><duration>1:00</duration>
      <title>Night</title></event></room></day></schedule>"""
    saved(taken("programme", schedule, event=event))
    assert items() == [(26, "10:00", "lecture", "Talk"), (26, "00:30", "other", "Night")]
    assert Session.objects.get(title_en="Night").is_after_midnight
    assert speakers("Talk") == [("Mari Tamm", "")]


def test_what_staff_may_not_add_stays_a_name(event):
    rights = ["add_session", "add_speaker", "view_official", "view_institution"]
    user = make_staff()
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    saved(taken("programme", AGENDA, event=event, by=user))
    assert not Official.objects.exists()
    assert Speaker.objects.get(name_as_printed="Aliya Bekova").office_en == "Rector"


def test_who_holds_one_office_that_day_speaks_in_it(event):
    tamm = make_official(name_en="Mari Tamm")
    make_appointment(official=tamm, office_en="Dean", starts_on=dt.date(2029, 1, 1))
    saved(taken("programme", "26 April\n10:00 Lecture – Prof. Mari Tamm", event=event))
    assert speakers("Lecture") == [("Mari Tamm", "Dean")]


def test_staff_are_led_to_what_was_saved(staff_client, event):
    for kind, text in (
        ("programme", "26 April\n10:00 Lunch"),
        ("speakers", "Speaker\tSession\nMari Tamm\tLunch"),
    ):
        intake = saved(taken(kind, text, event=event))
        address = KINDS[kind].leads_to(place_of(intake, intake.author))
        assert address == f"/admin/forum/event/{event.pk}/programme/"
        assert "Lunch" in staff_client.get(address).text


def test_a_programme_is_undone_as_a_whole(event):
    make_official(name_en="Jan Nowak")
    intake = saved(taken("programme", AGENDA, event=event))
    undo(intake.revision, by=intake.author)
    assert not event.sessions.exists()
    assert not Speaker.objects.exists()
    assert [each.name_en for each in Official.objects.all()] == ["Jan Nowak"]


@pytest.mark.parametrize("number", [5, 40])
def test_reading_costs_the_same_for_any_number_of_items(event, django_assert_num_queries, number):
    text = "26 April\n" + "\n".join(f"{n // 60 + 8}:{n % 60:02} Item {n}" for n in range(number))
    staff()
    with django_assert_num_queries(READING):
        taken("programme", text, event=event)


def test_commas_of_prose_part_nothing(event):
    lines = "10:00 First – Mari Tamm, Rector\n11:00 Second – Jaan Kask, Dean"
    event.ends_on = event.starts_on
    event.save()
    saved(taken("programme", lines, event=event))
    assert speakers("First") == [("Mari Tamm", "Rector")]
    assert speakers("Second") == [("Jaan Kask", "Dean")]
    table = "Time,Title,Speaker,Date\n12:00,Panel,Mari Tamm,26.04.2030\n13:00,Lunch,,26.04.2030"
    saved(taken("programme", table, event=event))
    assert speakers("Panel") == [("Mari Tamm", "")]


def test_a_heading_says_the_role_of_those_below_it(event):
    lines = "10:00 Panel\nModerator: Aliya Bekova\nPanellists:\nMari Tamm\nJaan Kask\n11:00 Lunch"
    saved(taken("programme", f"26 April\n{lines}", event=event))
    rows = Speaker.objects.order_by("position").values_list("official__name_en", "role")
    assert [*rows] == [
        ("Aliya Bekova", "moderator"),
        ("Mari Tamm", "panellist"),
        ("Jaan Kask", "panellist"),
    ]
    assert Session.objects.count() == 2


def test_an_event_of_one_day_says_on_which_day_its_items_are():
    event = make_event(starts_on=DAY, ends_on=None)

    saved(taken("programme", "Programme (as of 11 April)\n10:00 Opening", event=event))

    assert items() == [(DAY.day, "10:00", "opening", "Opening")]
