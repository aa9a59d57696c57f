import datetime as dt

import pytest

from agreements.models import Agreement, Party, Signatory
from delegations.models import Institution, Official
from forum.history.undoing import undo
from forum.intake.kinds import KINDS
from forum.intake.lists import place_of
from tests.factories import (
    make_agreement,
    make_event,
    make_institution,
    make_official,
    make_session,
)
from tests.lists import saved, states_of, taken

pytestmark = pytest.mark.django_db
DAY = dt.date(2030, 5, 1)
PRESS_RELEASE = """Cooperation Agreement between Example University and Sample University
MoU between Ministry of Education of Kazakhstan and Ministry of Culture and Sport of Estonia
Letter of Intent: Example University – Institute of Samples
Memorandum of Cooperation between University of Arts and Sciences and Example University
Agreement on student exchange between Example University and Academy of Arts
Road Map for 2030–2032 between Example University and Sample University
Joint Statement
Protocol – Example University; Sample University; Institute of Samples
Agreement between Kazakhstan and Estonia on academic mobility
Framework Agreement between Example University, Sample University and Academy of Arts
Cooperation Agreement between AlmaU and TalTech, signed by Aliya Bekova, Rector; Mari Tamm, Dean
Memorandum of Understanding between North Academy and South Academy, 2 May 2030
"""


@pytest.fixture
def event():
    return make_event(
        title_en="Forum",
        starts_on=DAY,
        ends_on=DAY,
        city_en="Astana",
        city_ru="Астана",
        languages="en, kk",
    )


def names(agreement) -> list[str]:
    return [str(party) for party in agreement.parties.order_by("position")]


def test_documents_of_a_press_release_become_agreements(event):
    make_institution(name_en="Example University", country="KZ")
    saved(taken("agreements", PRESS_RELEASE, event=event))
    found = [(each.instrument, names(each)) for each in Agreement.objects.order_by("pk")]
    assert found == [
        ("cooperation", ["Example University", "Sample University"]),
        (
            "memorandum",
            [
                "Ministry of Education of Kazakhstan",
                "Ministry of Culture and Sport of Estonia",
            ],
        ),
        ("letter_of_intent", ["Example University", "Institute of Samples"]),
        ("memorandum", ["University of Arts and Sciences", "Example University"]),
        ("cooperation", ["Example University", "Academy of Arts"]),
        ("road_map", ["Example University", "Sample University"]),
        ("joint_statement", []),
        ("protocol", ["Example University", "Sample University", "Institute of Samples"]),
        ("cooperation", ["Kazakhstan", "Estonia"]),
        ("framework", ["Example University", "Sample University", "Academy of Arts"]),
        ("cooperation", ["AlmaU", "TalTech"]),
        ("memorandum", ["North Academy", "South Academy"]),
    ]
    assert Institution.objects.filter(name_en="Example University").count() == 1
    assert Institution.objects.filter(name_en="Sample University").count() == 1
    assert [*Party.objects.exclude(country="").values_list("country", flat=True)] == ["KZ", "EE"]


def test_date_place_and_languages_come_from_the_event(event):
    saved(taken("agreements", PRESS_RELEASE, event=event))
    first = Agreement.objects.earliest("pk")
    assert (first.event, first.concluded_on, first.concluded_on_precision) == (event, DAY, "day")
    assert (first.city_en, first.city_ru, first.country) == ("Astana", "Астана", "KZ")
    assert (first.languages, first.stage, first.is_published) == ("en, kk", "concluded", False)
    assert Agreement.objects.latest("pk").concluded_on == dt.date(2030, 5, 2)


def test_of_several_days_only_what_they_share_is_known(event):
    event.ends_on = dt.date(2030, 5, 3)
    event.save()
    saved(taken("agreements", "Joint Statement", event=event))
    assert Agreement.objects.get().concluded_on_precision == "month"


def test_a_single_ceremony_tells_the_day(event):
    event.ends_on = dt.date(2030, 5, 3)
    event.save()
    ceremony = make_session(event=event, kind="signing", day=dt.date(2030, 5, 2))
    saved(taken("agreements", "Joint Statement", event=event))
    made = Agreement.objects.get()
    assert (made.session, made.concluded_on) == (ceremony, dt.date(2030, 5, 2))


def test_those_in_preparation_have_no_day_yet(event):
    saved(taken("agreements", "Joint Statement", event=event), stage="agreed")
    made = Agreement.objects.get()
    assert (made.stage, made.concluded_on) == ("agreed", None)


def test_signatories_sign_for_their_parties_in_their_offices(event):
    tamm = make_official(name_en="Mari Tamm")
    saved(taken("agreements", PRESS_RELEASE, event=event))
    found = [
        (each.official.name_en, each.office_en, str(each.party), each.institution.name_en)
        for each in Signatory.objects.order_by("position")
    ]
    assert found == [
        ("Aliya Bekova", "Rector", "AlmaU", "AlmaU"),
        ("Mari Tamm", "Dean", "TalTech", "TalTech"),
    ]
    assert Official.objects.get(name_en="Mari Tamm") == tamm


SIGNED = "и.о. ректора Алия Бекова; Мари Тамм, ректор"
TABLE = f"""Title\tParties\tSigned by\tDate\tPlace
Memorandum\tExample University (Kazakhstan) – Sample University (Estonia)\t{SIGNED}\t2029\tТарту
Contract\tA University; B University; C University; D University; E University\t\t\t
"""


def test_a_table_with_headings_is_read(event):
    intake = taken("agreements", TABLE, event=event, language="ru")
    assert states_of(intake) == ["new", "new", "new"]
    saved(intake)
    memorandum, contract = Agreement.objects.order_by("pk")
    assert (memorandum.concluded_on_precision, memorandum.city_ru) == ("year", "Тарту")
    assert (memorandum.city_en, memorandum.country) == ("", "")
    countries = [each.institution.country for each in memorandum.parties.order_by("position")]
    assert countries == ["KZ", "EE"]
    bekova = memorandum.signatories.get(position=1)
    assert (bekova.office_ru, bekova.capacity) == ("ректор", "acting")
    assert len(names(contract)) == 5


def test_a_document_on_record_stays_as_it_is(event):
    make_agreement(title_en="Joint Statement", event=event, instrument="declaration")
    intake = taken("agreements", "Joint Statement\nNew Statement", event=event)
    assert states_of(intake) == ["same", "new"]
    saved(intake)
    assert Agreement.objects.get(title_en="Joint Statement").instrument == "declaration"


def test_documents_of_one_name_between_others_are_different(event):
    first, second = (f"MoU\tA University – {letter} University" for letter in "BC")
    rows = f"Title\tParties\n{first}\n{second}"
    intake = taken("agreements", rows, event=event)
    assert states_of(intake) == ["new", "new"]
    again = taken("agreements", f"{rows}\n{second}", event=event)
    assert states_of(again)[2] == "doubtful"


def test_a_list_without_an_event_has_its_own_days():
    saved(taken("agreements", "Memorandum between A University and B University (18.11.2025)"))
    assert Agreement.objects.get().concluded_on == dt.date(2025, 11, 18)


def test_staff_are_led_to_what_was_saved(staff_client, event):
    intake = saved(taken("agreements", "Joint Statement", event=event))
    address = KINDS["agreements"].leads_to(place_of(intake, intake.author))
    assert address == f"/admin/forum/event/{event.pk}/agreements/"
    assert "Joint Statement" in staff_client.get(address).text


def test_documents_are_undone_as_a_whole(event):
    make_institution(name_en="Example University")
    intake = saved(taken("agreements", PRESS_RELEASE, event=event))
    undo(intake.revision, by=intake.author)
    assert not Agreement.objects.exists()
    assert not Party.objects.exists()
    assert [each.name_en for each in Institution.objects.all()] == ["Example University"]


def test_languages_are_named_or_tagged(event):
    text = (
        "Title\tLanguages\nOne\tEnglish, казахский and et\nTwo\ten; kk\nThree\tKlingonish\nFour\t"
    )
    intake = taken("agreements", text, event=event)
    assert states_of(intake) == ["new", "new", "refused", "new"]
    saved(intake)
    assert [each.languages for each in Agreement.objects.order_by("pk")] == [
        "en, kk, et",
        "en, kk",
        "en, kk",
    ]
