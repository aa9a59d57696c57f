"""What a reader chooses of a dossier, its pages and its table."""

import datetime as dt

import pytest

from tests.agreements.dossier.records import PAIR, make_treaty, make_visit, shown

pytestmark = pytest.mark.django_db


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 4),
        ({"kind": "event"}, 2),
        ({"kind": "agreement", "year": "2025"}, 1),
        ({"year": "2025"}, 2),
        ({"year": "none"}, 1),
        ({"kind": "agreement", "year": "2024"}, 0),
        ({"kind": "outcome"}, 0),
        ({"kind": "x"}, 4),
        ({"kind": "2025", "year": "event"}, 4),
        ({"year": "1850"}, 4),
        ({"year": "9" * 40, "page": "9" * 40, "kind": ""}, 4),
        ({"page": "x", "format": "x"}, 4),
    ],
)
def test_choices_leave_what_they_say_and_a_choice_that_is_none_leaves_all(client, query, count):
    for year in (2024, 2025):
        make_visit(starts_on=dt.date(year, 5, 1), ends_on=None)
    make_treaty(concluded_on=dt.date(2025, 5, 1))
    make_treaty()

    response = client.get(PAIR, query)

    assert response.context["page_obj"].paginator.count == count
    table = client.get(PAIR, query | {"format": "csv"}).getvalue().decode("utf-8-sig")
    assert len(table.splitlines()) == count + 1


@pytest.mark.slow
def test_every_choice_leaves_as_much_as_it_says(client):
    make_visit(starts_on=dt.date(2024, 5, 1))
    make_treaty(concluded_on=dt.date(2025, 5, 1))
    make_treaty()

    for start in ("", "?kind=agreement", "?year=2025"):
        for group in client.get(PAIR + start).context["filters"].groups:
            for choice in group.choices:
                if not choice.is_chosen:
                    count = client.get(PAIR + choice.url).context["page_obj"].paginator.count
                    assert count == choice.count


def test_a_long_time_line_has_pages(client):
    for _ in range(51):
        make_treaty()

    assert len(shown(client)) == 50
    assert len(shown(client, page="2")) == 1
    assert "?kind=agreement&amp;page=2" in client.get(PAIR, {"kind": "agreement"}).text


def test_the_table_has_the_dates_as_exactly_as_they_are_known_and_no_formula(client):
    make_treaty(
        title_en="=1+1", concluded_on=dt.date(2025, 5, 1), concluded_on_precision="month", slug="t"
    )
    make_treaty(title_en="Plain", concluded_on_precision="unknown", slug="u")

    response = client.get(PAIR, {"format": "csv"})
    content = response.getvalue()

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines() == [
        "Date,Kind,Title,State,Address",
        "2025-05,Cooperation agreement,'=1+1,Signed,http://testserver/agreements/t/",
        ",Cooperation agreement,Plain,Signed,http://testserver/agreements/u/",
    ]


@pytest.mark.parametrize("start", "=+-@\t\r")
def test_a_cell_that_a_spreadsheet_would_compute_is_text(client, start):
    make_treaty(title_en=f"{start}cmd")

    table = client.get(PAIR, {"format": "csv"}).getvalue().decode("utf-8-sig")

    assert f"'{start}cmd" in table
