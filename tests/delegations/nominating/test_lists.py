"""A delegation brings a list: every row is shown with what is wrong, and none is lost."""

import datetime as dt
import json
import re
from html import unescape
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from xlsxwriter import Workbook

from delegations.models import Nominee
from delegations.nominating.uploads import MOST
from forum.private_addresses.places import take
from tests.factories import make_invitation, make_nominee
from tests.reading import body

pytestmark = pytest.mark.django_db
LIST = """Имя\tДолжность\tОрганизация\tФункция\tЯзык\tПрилёт
Mari Maasikas\tРектор\tУниверситет\tглава делегации\trussian\tTK 351
Jaan Tamm\tПрофессор\tУниверситет\tcosmonaut\ten\t
\tСоветник\tМинистерство\t\t\t
Peeter Kask\tDean\tFaculty\tэксперт\tklingon\t
"""


@pytest.fixture
def invitation():
    return make_invitation()


@pytest.fixture
def no_places_taken():
    cache.clear()
    yield
    cache.clear()


def send(client, invitation, language="", **data):
    return client.post(f"{language}/nominate/{invitation.token}/list/", data)


def carried(answer) -> dict:
    """What the form of a preview sends when nothing is changed in it."""
    fields = re.findall(r'name="(rows|once)" value="([^"]*)"', body(answer))
    return {name: unescape(value) for name, value in fields}


def test_every_row_says_what_is_wrong_with_it(client, invitation):
    answer = send(client, invitation, text=LIST)

    said = body(answer)
    assert "Something is wrong in 3 rows." in said
    assert "“cosmonaut” is none of these" in said
    assert "Give a name." in said
    assert "1 row can be taken over" in said
    assert not Nominee.objects.exists()


def test_good_rows_are_taken_over_and_the_others_stay_to_be_corrected(client, invitation):
    preview = carried(send(client, invitation, language="/ru", text=LIST))

    left = send(client, invitation, language="/ru", take="on", consent="on", **preview)

    nominee = Nominee.objects.get()
    assert (nominee.name, nominee.category, nominee.languages) == ("Mari Maasikas", "head", "ru")
    assert (nominee.office, nominee.office_language) == ("Ректор", "ru")
    assert nominee.consented_on
    rows = carried(left)
    assert [row.get("name") for row in json.loads(rows["rows"])] == [
        "Jaan Tamm",
        None,
        "Peeter Kask",
    ]
    mended = {"cell-0-category": "expert", "cell-1-name": "Aadu Sepp", "cell-2-languages": "en"}
    done = send(client, invitation, take="on", **rows, **mended)
    assert done.status_code == 302
    assert set(Nominee.objects.values_list("name", "state")) == {
        (name, "draft") for name in ("Mari Maasikas", "Jaan Tamm", "Aadu Sepp", "Peeter Kask")
    }


def test_a_list_that_is_sent_twice_names_nobody_twice(client, invitation):
    preview = carried(send(client, invitation, text=LIST))

    answers = [send(client, invitation, take="on", **preview) for _again in range(2)]

    assert Nominee.objects.count() == 1
    assert len(json.loads(carried(answers[1])["rows"])) == 3
    uploaded_again = send(client, invitation, text=LIST)
    assert "Somebody of this name is on your list already." in body(uploaded_again)


def workbook(rows) -> ContentFile:
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return ContentFile(content.getvalue(), "people.xlsx")


def test_a_workbook_is_read_as_a_pasted_list(client, invitation):
    file = workbook([["Name", "Office"], ["Mari Maasikas", "Rector"], ["Jaan Tamm", "Dean"]])

    assert "2 rows can be taken over" in body(send(client, invitation, file=file))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"text": ""}, "There is nothing in it."),
        ({"file": ContentFile(b"%PDF-1.7", "list.pdf")}, "This file is no list."),
        ({"file": ContentFile(b"a,b\n" * 6_000_000, "list.csv")}, "larger than 20"),
        ({"text": "Name\n" + "somebody\n" * 301}, "more than 300 rows"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(client, invitation, data, said):
    answer = send(client, invitation, **data)

    assert said in body(answer)
    assert not Nominee.objects.exists()


def test_files_are_limited_and_a_list_can_still_be_pasted(client, invitation, no_places_taken):
    for _upload in range(MOST["file"]):
        take(f"upload:file:{invitation.pk}", MOST["file"], 60)

    answer = body(send(client, invitation, file=workbook([["Name"], ["Mari Maasikas"]])))

    assert "Too many files were uploaded here within an hour." in answer
    assert "There is nothing in it." not in answer
    assert "1 row can be taken over" in body(send(client, invitation, text=LIST))


def test_rows_beyond_a_quota_or_after_the_deadline_are_refused(client, invitation):
    invitation.quotas.create(category="head", most=1)
    make_nominee(invitation=invitation, category="head")
    assert "you may name 1 at most" in body(send(client, invitation, text=LIST))

    type(invitation).objects.update(deadline=dt.date(2020, 1, 1))
    answer = send(client, invitation, text=LIST)
    assert "The deadline has passed" in body(answer)
    send(client, invitation, take="on", **carried(answer))
    assert Nominee.objects.count() == 1


@pytest.mark.parametrize("rows", ["{", "3", "[3]", '[{"name": 3}]', '{"name": "x"}'])
def test_rows_that_no_page_carries_are_refused(client, invitation, rows):
    assert send(client, invitation, take="on", rows=rows).status_code in (200, 302, 400)
    assert not Nominee.objects.exists()
