"""Lists: the same rows on paper, as CSV and as a workbook; private columns for who may see them."""

import csv
import io

import pytest
from django.contrib.auth.models import Permission
from openpyxl import load_workbook

from delegations.models import Delegation, Nominee, OfficialContact
from forum.choices import AuditKind
from forum.models import AuditEntry
from tests.config.desk.printing.visits import LISTS, file_of, page_of, person, visit
from tests.factories import make_answer, make_delegation, make_event, make_staff
from tests.reading import body, pdf_of, words_of

pytestmark = pytest.mark.django_db
PRIVATE = ("TK 351, 04:40", "Likes tea", "No nuts", "+372 5555", "Hotel Altair")
SEES_NO_PRIVATE = (
    *("view_event", "view_delegation", "view_member", "view_official", "view_institution"),
    *("view_unpublished", "export"),
)


@pytest.fixture
def clerk_client(client, db):
    """Somebody who may print, and sees nothing private."""
    user = make_staff(username="clerk")
    user.user_permissions.set(Permission.objects.filter(codename__in=SEES_NO_PRIVATE))
    client.force_login(user)
    return client


def as_csv(client, event, name) -> list[list[str]]:
    text = body(client.get(file_of(event, name, "csv"))).removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text)))


def as_xlsx(client, event, name) -> list[list[str]]:
    content = client.get(file_of(event, name, "xlsx")).content
    sheet = load_workbook(io.BytesIO(content)).active
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


def said_by_pdf(client, event, name) -> str:
    return words_of(pdf_of(client.get(file_of(event, name))))


@pytest.mark.parametrize("name", LISTS)
def test_the_rows_of_a_list_are_the_same_in_every_form(staff_client, name):
    event = visit()

    rows = as_csv(staff_client, event, name)

    assert len(rows) == {"arrivals": 4, "participants": 5}.get(name, 6)
    # What a spreadsheet would compute has a sign before it that paper does not need.
    assert [[cell.removeprefix("'") for cell in row] for row in rows] == as_xlsx(
        staff_client, event, name
    )
    paper = said_by_pdf(staff_client, event, name)
    words = {word for row in rows[1:] for cell in row for word in cell.removeprefix("'").split()}
    if name not in ("table", "hall"):  # Which draw where a seat is.
        assert [word for word in words if word not in paper] == []


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_answers_are_a_row_for_each_member_and_a_column_for_each_question(staff_client, form):
    event = visit()
    make_answer(nominee=Nominee.objects.get(), question=event.questions.get(), value="The red one.")

    read = as_csv if form == "csv" else as_xlsx
    heads, *rows = read(staff_client, event, "answers")

    assert heads[-1] == "Which hall?"
    assert [row[-1] for row in rows].count("The red one.") == 1
    assert len(rows) == 5


def test_answers_are_for_who_may_see_them_and_not_for_paper(staff_client):
    event = visit()
    assert staff_client.get(file_of(event, "answers", "pdf")).status_code == 404
    clerk = make_staff(username="clerk")
    clerk.user_permissions.set(Permission.objects.filter(codename__in=SEES_NO_PRIVATE))
    staff_client.force_login(clerk)

    assert staff_client.get(file_of(event, "answers", "csv")).status_code == 403
    assert "Answers to questions" not in body(staff_client.get(page_of(event)))


@pytest.mark.parametrize("form", ["csv", "xlsx", "pdf"])
def test_private_data_are_for_who_may_see_them(staff_client, form):
    event = visit()

    told = _told(staff_client, event, form)

    assert [each for each in PRIVATE if each not in told] == []


@pytest.mark.parametrize("form", ["csv", "xlsx", "pdf"])
def test_without_the_right_the_columns_are_left_out(clerk_client, form):
    event = visit()

    told = _told(clerk_client, event, form)

    assert "Kristina Kallas" in told
    assert [each for each in (*PRIVATE, "Liaison", "Dietary") if each in told] == []


def _told(client, event, form) -> str:
    read = {"csv": as_csv, "xlsx": as_xlsx, "pdf": said_by_pdf}[form]
    return " ".join(
        str(read(client, event, name)) for name in ("delegations", "arrivals", "travel")
    )


@pytest.mark.parametrize("field", ["arrival", "notes", "dietary_needs"])
def test_each_private_column_asks_for_its_own_right(clerk_client, field):
    event = visit()
    model = Delegation if field in ("arrival", "notes") else OfficialContact
    right = "view_private_delegation" if model is Delegation else "view_officialcontact"
    user = make_staff(username="officer")
    codes = (*SEES_NO_PRIVATE, right)
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    clerk_client.force_login(user)

    titles = as_csv(clerk_client, event, "delegations")[0]

    assert model._meta.get_field(field).verbose_name.capitalize() in titles
    assert ("Notes" in titles) == (model is Delegation)


def test_a_formula_in_a_name_is_text(staff_client):
    event = make_event()
    person(make_delegation(event=event), "=1+1")

    assert "'=1+1" in as_csv(staff_client, event, "door")[1]
    assert "=1+1" in as_xlsx(staff_client, event, "door")[1]


def test_a_list_to_hand_out_names_nobody_who_is_not_to_be_listed(staff_client):
    event = visit()

    assert "Nino Kikvadze" not in str(as_csv(staff_client, event, "participants"))
    assert "Nino Kikvadze" in str(as_csv(staff_client, event, "door"))


def test_the_door_list_is_in_the_alphabet_of_its_reader(staff_client):
    event = make_event()
    delegation = make_delegation(event=event)
    for name in ("Zuzana", "Õie", "Tiit", "Anna"):
        person(delegation, name)

    def listed(language):
        text = body(staff_client.get(file_of(event, "door", "csv"), {"language": language}))
        return [row.split(";" if language == "et" else ",")[0] for row in text.splitlines()[1:]]

    assert listed("en") == ["Anna", "Õie", "Tiit", "Zuzana"]
    assert listed("et") == ["Anna", "Zuzana", "Tiit", "Õie"]


def test_what_is_taken_along_is_noted_with_the_private_columns_in_it(staff_client):
    event = visit()

    staff_client.get(file_of(event, "arrivals", "xlsx"))

    entry = AuditEntry.objects.get(kind=AuditKind.EXPORTED)
    assert (entry.who, entry.key, entry.model) == ("staff", event.pk, "forum.event")
    assert entry.details == {
        "form": "xlsx",
        "document": "arrivals",
        "rows": 3,
        "private": ["arrival", "departure", "focal_point", "liaison"],
    }
