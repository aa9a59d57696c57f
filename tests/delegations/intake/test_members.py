"""Members of delegations, pasted or typed: who is known, what is new, what is refused."""

import pytest

from delegations.models import Delegation, Institution, Member, Official
from tests.factories import (
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
)
from tests.intakes import bring, look, question, send, states

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LIST = """Delegation\tName\tOffice\tInstitution
Kazakhstan\tAigerim Testova\tRector\tSample University of Almaty
Estonia\tJaan Proovik\tVice-Rector\tSample Institute of Tartu
Estonia\tMari Proovik\tHead of Office\tSample Institute of Tartu"""


def take(client, text=LIST, event=None, **options):
    event = event or make_event()
    return event, *bring(client, "members", text, place={"event": event.pk}, **options)


def test_two_delegations_are_pasted_in_one_list(staff_client):
    event, intake, table = take(staff_client)

    assert states(table) == ["new", "new", "new"]
    send(staff_client, intake, table, "save")

    assert {each.country for each in event.delegations.all()} == {"KZ", "EE"}
    members = Member.objects.filter(delegation__event=event).order_by("pk")
    assert [str(each) for each in members] == [
        "Aigerim Testova, Rector, Sample University of Almaty",
        "Jaan Proovik, Vice-Rector, Sample Institute of Tartu",
        "Mari Proovik, Head of Office, Sample Institute of Tartu",
    ]
    assert Institution.objects.get(name_en="Sample Institute of Tartu").country == "EE"


def test_what_comes_in_is_a_draft_unless_staff_say_otherwise(staff_client):
    _event, intake, table = take(staff_client)
    send(staff_client, intake, table, "save")
    assert not Official.objects.filter(is_published=True).exists()

    _event, intake, table = take(staff_client, LIST.replace("Mari", "Tiina"))
    send(staff_client, intake, table, "save", is_published="on")
    assert Official.objects.get(name_en="Tiina Proovik").is_published


def test_within_a_delegation_nobody_names_it(staff_client):
    delegation = make_delegation()
    place = {"event": delegation.event_id, "delegation": delegation.pk}

    intake, table = bring(staff_client, "members", "Jaan Proovik – Rector", place=place)
    assert "delegation" not in [each.name for each in table.context["grid"].columns]
    send(staff_client, intake, table, "save")

    member = Member.objects.get(delegation=delegation)
    assert (str(member.official), member.office_en) == ("Jaan Proovik", "Rector")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            "Prof. Dr. Mari Proovik – Vice-Rector\t\tSample Institute",
            ("Mari Proovik", "Vice-Rector", "Sample Institute"),
        ),
        (
            "Mari Proovik – Vice-Rector, Sample University\t\tSample Institute",
            ("Mari Proovik", "Vice-Rector", "Sample Institute"),
        ),
        (
            "Mari Proovik – Vice-Rector, Sample University\t\t",
            ("Mari Proovik", "Vice-Rector", "Sample University"),
        ),
        (
            "Mari Proovik (Sample University)\tVice-Rector\t",
            ("Mari Proovik", "Vice-Rector", "Sample University"),
        ),
        (
            "Mari Proovik – Vice-Rector\tProfessor\t",
            ("Mari Proovik – Vice-Rector", "Professor", ""),
        ),
    ],
)
def test_a_name_that_says_more_fills_the_cells_that_are_empty(staff_client, cells, said):
    text = f"Delegation\tName\tOffice\tInstitution\nEstonia\t{cells}\nEstonia\tX Y\tZ\tW"
    _event, _intake, table = take(staff_client, text)

    shown = {cell.name.split("-")[1]: cell.text for cell in table.context["grid"].rows[0].cells}
    assert tuple(shown[each] for each in ("name", "office", "institution")) == said


def test_a_known_person_is_proposed_and_not_made_again(staff_client):
    known = make_official(name_en="Jaan Proovik")

    _event, intake, table = take(staff_client)
    asked = question(table, 1, "name")
    assert (asked.options[0].value, asked.options[0].is_chosen) == (str(known.pk), True)
    send(staff_client, intake, table, "save")

    assert Member.objects.get(official=known).office_en == "Vice-Rector"
    assert Official.objects.filter(name_en="Jaan Proovik").count() == 1


def test_two_people_of_one_name_are_a_question(staff_client):
    first, second = (make_official(name_en="Jaan Proovik") for _ in range(2))

    _event, intake, table = take(staff_client)
    assert states(table) == ["new", "doubtful", "new"]
    asked = question(table, 1, "name")
    assert [each.value for each in asked.options] == [str(first.pk), str(second.pk), "new", "none"]

    table = send(staff_client, intake, table, **{asked.name: str(second.pk)})
    assert states(table) == ["new", "new", "new"]
    send(staff_client, intake, table, "save")
    assert Member.objects.get(official=second)


def test_doubtful_rows_are_left_out_unless_staff_want_them_as_new(staff_client):
    for _ in range(2):
        make_official(name_en="Jaan Proovik")
    event, intake, table = take(staff_client)
    send(staff_client, intake, table, "save")
    assert Member.objects.filter(delegation__event=event).count() == 2

    event, intake, table = take(staff_client)
    send(staff_client, intake, table, "save", takes_doubtful="on")
    assert Official.objects.filter(name_en="Jaan Proovik").count() == 3


def test_a_row_that_says_the_same_as_another_is_a_question(staff_client):
    _event, intake, table = take(staff_client, f"{LIST}\nEstonia\tJaan Proovik\tRector\t")

    assert states(table) == ["new", "new", "new", "doubtful"]
    asked = question(table, 3, "name")
    assert asked.options[0].text == "the same as in row 2"

    table = send(staff_client, intake, table, **{asked.name: "row"})
    send(staff_client, intake, table, "save")
    assert Official.objects.get(name_en="Jaan Proovik").as_member.count() == 2


def test_who_is_a_member_already_is_not_entered_again(staff_client):
    event = make_event()
    estonia = make_delegation(event=event, country="EE")
    institution = make_institution(name_en="Sample Institute of Tartu")
    jaan, mari = (make_official(name_en=f"{name} Proovik") for name in ("Jaan", "Mari"))
    make_member(delegation=estonia, official=jaan, institution=institution, office_en="Vice-Rector")
    make_member(delegation=estonia, official=mari, office_en="Secretary")

    _event, intake, table = take(staff_client, event=event)
    assert states(table) == ["new", "same", "changed"]
    send(staff_client, intake, table, "save", replaces="on")

    assert Member.objects.filter(delegation=estonia).count() == 2
    assert Member.objects.get(official=mari).office_en == "Head of Office"
    _event, _intake, table = take(staff_client, event=event)
    assert states(table) == ["same", "same", "same"]


def test_what_is_on_record_is_replaced_only_if_staff_say_so(staff_client):
    event = make_event()
    estonia = make_delegation(event=event, country="EE")
    mari = make_official(name_en="Mari Proovik")
    member = make_member(delegation=estonia, official=mari, office_en="Secretary", institution=None)

    _event, intake, table = take(staff_client, event=event)
    send(staff_client, intake, table, "save")

    member.refresh_from_db()
    assert member.office_en == "Secretary"
    assert str(member.institution) == "Sample Institute of Tartu"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("\tTiina Proovik\tRector\t", "Say for which country or institution they come."),
        (f"Estonia\t{'J' * 201}\tRector\t", "This is longer than 200 characters."),
        ("Estonia\t\t\t", "Say who it is"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_a_sentence(staff_client, row, sentence):
    headings, others = LIST.split("\n", 1)
    _event, intake, table = take(staff_client, f"{headings}\n{row}\n{others}")

    assert states(table) == ["refused", "new", "new", "new"]
    assert sentence in table.context["grid"].errors[0][2]
    send(staff_client, intake, table, "save")
    assert Member.objects.count() == 3


def test_a_refused_row_is_mended_in_the_table(staff_client):
    _event, intake, table = take(staff_client, LIST.replace("Kazakhstan", ""))
    assert states(table) == ["refused", "new", "new"]
    cell = table.context["grid"].rows[0].cells[0]

    table = send(staff_client, intake, table, **{cell.name: "Latvia"})

    assert states(table) == ["new"] * 3
    send(staff_client, intake, table, "save")
    assert Delegation.objects.filter(country="LV").exists()


def test_a_member_known_only_by_office_is_recorded(staff_client):
    event, intake, table = take(staff_client, "Delegation\tName\tOffice\nEstonia\t\tRector")

    send(staff_client, intake, table, "save")

    member = Member.objects.get(delegation__event=event)
    assert (member.official, member.office_en) == (None, "Rector")


def test_a_delegation_that_stands_once_is_that_of_the_rows_below(staff_client):
    text = "Delegation\tName\nEstonia\tJaan Proovik\n\tMari Proovik\nLatvia\tIlze Proovik"
    event, intake, table = take(staff_client, text)

    send(staff_client, intake, table, "save")

    assert event.delegations.get(country="EE").members.count() == 2


def test_a_delegation_of_an_institution_is_made_once(staff_client):
    rows = "Delegation\tName\nSample Academy\tJaan Proovik\nSample Academy\tMari Proovik"
    event, intake, table = take(staff_client, rows)
    assert states(table) == ["doubtful", "doubtful"]

    asked = question(table, 0, "delegation")
    table = send(staff_client, intake, table, **{asked.name: "new"})
    assert states(table) == ["new", "new"]
    send(staff_client, intake, table, "save")

    delegation = event.delegations.get()
    assert (str(delegation.institution), delegation.members.count()) == ("Sample Academy", 2)


def test_a_misspelled_country_is_a_question(staff_client):
    rows = "Delegation\tName\nEstonai\tJaan Proovik\n\tMari Proovik"
    event, intake, table = take(staff_client, rows)
    assert states(table) == ["doubtful", "doubtful"]
    asked = question(table, 0, "delegation")
    assert [(each.text, each.why) for each in asked.options] == [
        ("Estonia", "similar spelling"),
        ("a new one", ""),
        ("only a name, no record", ""),
    ]

    table = send(staff_client, intake, table, **{asked.name: asked.options[0].value})
    assert states(table) == ["new", "new"]
    send(staff_client, intake, table, "save")

    assert event.delegations.get().country == "EE"
    assert not Institution.objects.exists()


def test_what_is_decided_of_an_institution_holds_for_all_rows_that_name_it(staff_client):
    known = make_institution(name_en="Ministry of Samples of Estonia", country="EE")
    heads = "Delegation\tName\tOffice\tInstitution\n"
    rows = [f"Estonia\t{n} Proovik\tAdviser\tMinistry of Samples" for n in ("Jaan", "Mari")]
    _event, intake, table = take(staff_client, heads + "\n".join(rows))
    assert states(table) == ["doubtful", "doubtful"]

    asked = question(table, 0, "institution")
    table = send(staff_client, intake, table, **{asked.name: str(known.pk)})

    assert states(table) == ["new", "new"]
    send(staff_client, intake, table, "save")
    assert known.as_member.count() == 2


def test_a_delegation_of_a_body_that_is_nearly_on_record_is_a_question(staff_client):
    known = make_institution(name_en="Sample Academy of Arts and Crafts", country="EE")
    rows = "Delegation\tName\nSample Academy of Arts & Craft\tJaan Proovik"
    _event, _intake, table = take(staff_client, rows)

    assert states(table) == ["doubtful"]
    assert question(table, 0, "delegation").options[0].value == str(known.pk)


def test_a_list_is_typed_into_the_empty_table(staff_client):
    event = make_event()
    typed = {
        "typed0-delegation": "Estonia",
        "typed0-name": "Jaan Proovik",
        "typed0-office": "Rector",
        "typed2-delegation": "Latvia",
        "typed2-name": "Ilze Proovik",
    }

    intake, table = bring(staff_client, "members", place={"event": event.pk}, **typed)

    assert states(table) == ["new", "new"]
    table = send(staff_client, intake, table, "more")
    assert states(table).count("empty") == 10
    send(staff_client, intake, table, "save")
    assert Member.objects.filter(delegation__event=event).count() == 2


def test_names_stand_in_the_column_of_the_language_of_the_list(staff_client):
    text = "Делегация\tФИО\tДолжность\nКазахстан\tАйгерим Тестова\tРектор"

    event, intake, table = take(staff_client, text, language="ru")
    send(staff_client, intake, table, "save")

    official = Official.objects.get()
    assert (official.name_ru, official.name_en) == ("Айгерим Тестова", "")
    assert event.delegations.get().country == "KZ"


def test_the_whole_list_is_undone(staff_client):
    event, intake, table = take(staff_client)
    send(staff_client, intake, table, "save")
    assert Member.objects.count() == 3

    staff_client.post(f"/admin/intake/{intake.pk}/undo/")

    assert not Member.objects.exists()
    assert not Official.objects.exists()
    assert not event.delegations.exists()
    assert "undone" in look(staff_client, intake).content.decode()


@pytest.mark.parametrize(
    ("cells", "members"),
    [
        (
            "Jaan Proovik – Vice-Rector\t\tSample Academy",
            ["Jaan Proovik, Vice-Rector, Sample Academy"],
        ),
        (
            "Jaan Proovik, Mari Proovik\tVice-Rector\tSample Academy",
            [
                "Jaan Proovik, Vice-Rector, Sample Academy",
                "Mari Proovik, Vice-Rector, Sample Academy",
            ],
        ),
        ("Rector\t\tSample Academy", ["Rector, Sample Academy"]),
    ],
)
def test_cells_that_say_more_than_their_column_are_split(staff_client, cells, members):
    rows = f"Delegation\tName\tOffice\tInstitution\nEstonia\t{cells}"

    event, intake, table = take(staff_client, rows)
    send(staff_client, intake, table, "save")

    found = Member.objects.filter(delegation__event=event).order_by("pk")
    assert [str(each) for each in found] == members


def test_an_office_says_in_which_capacity_it_is_held(staff_client):
    rows = "Delegation\tName\tOffice\nEstonia\tJaan Proovik\tacting Rector"

    _event, intake, table = take(staff_client, rows)
    send(staff_client, intake, table, "save")

    assert (Member.objects.get().office_en, Member.objects.get().capacity) == ("Rector", "acting")


def test_whoever_is_named_twice_in_one_office_is_a_member_once(staff_client):
    rows = "Delegation\tName\nEstonia\tJaan Proovik\nEstonia\tJaan Proovik"
    _event, intake, table = take(staff_client, rows)

    send(staff_client, intake, table, "save", **{question(table, 1, "name").name: "row"})

    assert (Member.objects.count(), Official.objects.count()) == (1, 1)


def test_the_delegation_of_the_country_where_it_is_comes_as_host(staff_client):
    event, intake, table = take(staff_client, event=make_event(country="EE"))
    send(staff_client, intake, table, "save")

    roles = dict(event.delegations.values_list("country", "role"))
    assert roles == {"KZ": "guest", "EE": "host"}


def test_a_second_head_is_told_beside_its_row(staff_client):
    event = make_event()
    make_member(delegation=make_delegation(event=event, country="KZ"), function="head")
    text = """Delegation\tName\tOffice\tFunction
Kazakhstan\tAigerim Testova\tRector\thead
Estonia\tJaan Proovik\tRector\thead
Estonia\tMari Proovik\tVice-Rector\thead"""

    _event, _intake, table = take(staff_client, text, event=event)

    assert states(table) == ["refused", "new", "refused"]
    assert "This delegation has a head already." in table.text
