"""Every document as its readers get it: tagged, in their language, on the right paper."""

import pytest

from delegations.models import Delegation
from tests.config.desk.printing.visits import (
    PAPERS,
    file_of,
    person,
    somebody_without_a_name,
    visit,
)
from tests.factories import make_event
from tests.reading import pdf_of, words_of

pytestmark = pytest.mark.django_db
MM = 72 / 25.4
PAPER = {"badges-a6": (105, 148), "badges-a7": (74, 105), "place-cards": (210, 297)}
TITLES = {
    "en": "Forum of Rectors",
    "kk": "Ректорлар форумы",
    "ru": "Форум ректоров",
    "et": "Rektorite foorum",
}


def printed(client, event, name, **asked):
    response = client.get(file_of(event, name), asked)
    assert b"pdfuaid:part" in response.content
    return pdf_of(response)


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("name", PAPERS)
def test_a_document_is_tagged_and_in_the_language_that_is_asked_for(staff_client, name, language):
    pdf = printed(staff_client, visit(), name, language=language)

    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == language
    assert TITLES[language] in pdf.metadata.title
    # Kristina Kallas has no other name on record.
    assert "Kallas" in words_of(pdf)
    if name not in ("arrivals",):
        assert ("Саясат" if language in ("kk", "ru") else "Sayasat") in words_of(pdf)


@pytest.mark.parametrize("name", PAPERS)
def test_a_document_has_its_paper(staff_client, name):
    pdf = printed(staff_client, visit(), name)

    long, short = sorted(PAPER.get(name, (210, 297)))[::-1]
    for page in pdf.pages:
        assert sorted(map(float, page.mediabox[2:])) == pytest.approx(
            [short * MM, long * MM], abs=0.5
        )


@pytest.mark.parametrize("name", PAPERS)
def test_nobody_is_no_error(staff_client, name):
    response = staff_client.get(file_of(make_event(), name))

    assert response.status_code == 200
    assert len(pdf_of(response).pages) == 1


@pytest.mark.parametrize("name", PAPERS)
def test_markup_in_a_name_stays_text(staff_client, name):
    event = visit()
    Delegation.objects.filter(event=event).update(name_en="#emph[*side*] $1$")
    person(event.delegations.first(), '#read("x") *b* $1$')

    said = words_of(printed(staff_client, event, name))

    assert "*side*" in said or "*b*" in said


@pytest.mark.parametrize("name", [each for each in PAPERS if "badges" not in each])
def test_who_is_known_by_office_alone_is_printed_so(staff_client, name):
    event = visit()
    somebody_without_a_name(event)

    said = words_of(printed(staff_client, event, name))

    assert ("Latvia" if name == "arrivals" else "University of Latvia") in said


def test_a_place_card_has_the_name_in_another_script_on_its_back(staff_client):
    said = words_of(printed(staff_client, visit(), "place-cards"))

    assert "H.E. Sayasat Nurbek" in said
    assert "Саясат Нұрбек" in said
    assert "ნინო კიკვაძე" in said


def test_at_a_long_table_the_heads_sit_opposite_each_other(staff_client):
    text = "\n".join(page.extract_text() for page in printed(staff_client, visit(), "table").pages)

    assert text.index("Kristina Kallas") < text.index("H.E. Sayasat Nurbek")
    between = text[text.index("Kristina Kallas") : text.index("H.E. Sayasat Nurbek")]
    assert "Õie Pärn" not in between
    assert "Aidar Aliyev" not in between
