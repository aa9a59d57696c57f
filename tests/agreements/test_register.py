import csv
import datetime as dt
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains

from agreements.life.status import status_on
from agreements.models import Agreement
from forum.derived import catch_up
from tests.admin_forms import admin_url
from tests.factories import make_agreement, make_event, make_institution, make_party

URL = "/agreements/"
TODAY = dt.date(2026, 1, 1)


def titles(response):
    return {str(agreement) for agreement in response.context["object_list"]}


def rows_of_csv(response):
    return list(csv.DictReader(StringIO(response.getvalue().decode("utf-8-sig"))))


@pytest.mark.django_db
def test_the_status_can_be_asked_for_any_day(client):
    make_agreement(
        title_en="Short", in_force_on=dt.date(2020, 1, 1), expires_on=dt.date(2020, 12, 31)
    )
    make_agreement(title_en="Long", in_force_on=dt.date(2020, 6, 1), renewal="evergreen")

    early = client.get(URL, {"on": "2020-03-01", "status": "in_force"})
    late = client.get(URL, {"on": "2021-03-01", "status": "in_force"})

    assert titles(early) == {"Short"}
    assert titles(late) == {"Long"}
    assertContains(late, "Status on 1 March 2021")


@pytest.mark.django_db
def test_the_day_stays_with_every_choice_and_can_be_left(client):
    make_agreement(in_force_on=dt.date(2020, 1, 1))

    page = client.get(URL, {"on": "2020-03-01", "status": "in_force"})

    group = next(g for g in page.context["filters"].groups if g.label == "Instrument")
    assert all("on=2020-03-01" in choice.url for choice in group.choices)
    assertContains(page, 'href="?status=in_force">Back to today')
    assertContains(page, "register.csv?on=2020-03-01&amp;status=in_force")


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["soon", "2020-02-30", "9" * 40, "0000-01-01", "2020-01"])
def test_an_unreadable_day_is_said_and_today_is_shown(client, day):
    make_agreement(in_force_on=dt.date(2020, 1, 1))

    page = client.get(URL, {"on": day})

    assertContains(page, "is not a day")
    assertContains(page, "Status today")


@pytest.mark.django_db
def test_the_first_and_the_last_day_of_the_calendar_can_be_asked_for(client):
    make_agreement(in_force_on=dt.date(2020, 1, 1), term_months=12, renewal="automatic")

    for day in ("0001-01-01", "9999-12-31"):
        assert client.get(URL, {"on": day}).status_code == 200


@pytest.mark.django_db
def test_csv_and_workbook_hold_exactly_the_narrowed_list(client):
    event = make_event(title_en="Forum")
    found = make_agreement(
        title_en="=HYPERLINK()", concluded_on=dt.date(2025, 11, 18), event=event, country="KZ"
    )
    make_party(agreement=found, institution=make_institution(name_en="AlmaU", country="KZ"))
    make_agreement(title_en="Treaty", instrument="treaty")
    make_agreement(title_en="Hidden", is_published=False)

    query = {"instrument": "cooperation", "on": "2025-12-01"}
    rows = rows_of_csv(client.get("/agreements/register.csv", query))
    sheet = load_workbook(BytesIO(client.get("/agreements/register.xlsx", query).content)).active

    assert len(rows) == 1 == sheet.max_row - 1
    assert rows[0]["Title"] == "'=HYPERLINK()"
    assert rows[0]["Signed or adopted"] == "2025-11-18"
    assert (rows[0]["Status"], rows[0]["On the day"]) == ("signed", "2025-12-01")
    assert (rows[0]["Parties"], rows[0]["Countries"]) == ("AlmaU", "Kazakhstan")
    assert rows[0]["Event"] == "Forum"
    assert rows[0]["Address"] == f"http://testserver{found.get_absolute_url()}"


@pytest.mark.django_db
def test_a_date_known_in_part_is_written_in_part(client):
    make_agreement(concluded_on=dt.date(2025, 1, 1), concluded_on_precision="year")

    assert rows_of_csv(client.get("/agreements/register.csv"))[0]["Signed or adopted"] == "2025"


@pytest.mark.django_db
def test_a_table_names_nobody_who_is_not_published(client):
    hidden = make_institution(name_en="Secret institute", is_published=False)
    event = make_event(title_en="Secret forum", is_published=False)
    make_party(agreement=make_agreement(event=event), institution=hidden)

    text = client.get("/agreements/register.csv").getvalue().decode()

    assert "a party not named here" in text
    assert "Secret" not in text


@pytest.mark.django_db
def test_a_table_costs_the_same_for_any_number_of_rows(client):
    costs = []
    for _ in range(2):
        make_party(agreement=make_agreement(event=make_event()))
        catch_up()
        with CaptureQueriesContext(connection) as queries:
            client.get("/agreements/register.csv").getvalue()
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_staff_download_the_selected_agreements_with_every_name(staff_client):
    hidden = make_institution(name_en="Secret institute", is_published=False)
    agreement = make_agreement(is_published=False)
    make_party(agreement=agreement, institution=hidden)
    make_agreement(title_en="Not selected")

    data = {"action": "as_csv_with_commas", "_selected_action": [agreement.pk]}
    rows = rows_of_csv(staff_client.post(admin_url(Agreement, "changelist"), data))

    assert [row["Parties"] for row in rows] == ["Secret institute"]


@pytest.mark.django_db
def test_the_feed_keeps_the_day_and_the_choices(client):
    make_agreement(
        title_en="Short", in_force_on=dt.date(2020, 1, 1), expires_on=dt.date(2020, 12, 31)
    )

    early = client.get("/agreements/feed/", {"on": "2020-03-01", "status": "in_force"})
    today = client.get("/agreements/feed/", {"status": "in_force"})

    assertContains(early, "Short")
    assertContains(early, "in force")
    assertNotContains(today, "Short")


@pytest.mark.django_db
def test_what_was_announced_is_not_counted_as_signed(client):
    for mode in ("signed", "signed", "announced", "adopted"):
        make_agreement(mode=mode)
    make_agreement(mode="signed", in_force_on=dt.date(2020, 1, 1))

    page = client.get(URL)
    [status, *_rest] = page.context["filters"].groups
    counts = {choice.label: choice.count for choice in status.choices}

    assert counts == {"Signed": 2, "Announced": 1, "Adopted": 1, "In force": 1}
    assert client.get(URL, {"status": "announced"}).context["filters"].total == 1


@pytest.mark.django_db
def test_no_year_between_the_first_and_the_last_is_left_out_and_what_has_none_is_said(client):
    for year in (1970, 1975, 1975, 2024):
        make_agreement(concluded_on=dt.date(year, 5, 1))
    make_agreement(concluded_on=None)

    page = client.get(URL)
    years = page.context["years"]

    assert [(str(label), count) for label, _counts, count in years["rows"]] == [
        ("1970–1974", 1),
        ("1975–1979", 2),
        *((f"{year}–{year + 4}", 0) for year in range(1980, 2020, 5)),
        ("2020–2024", 1),
        ("no date", 1),
    ]
    assertContains(page, "Each column stands for 5 years. 1 agreement has no known year.")


@pytest.mark.django_db
def test_a_chart_of_nothing_is_not_drawn(client):
    make_agreement(concluded_on=None)

    for address in (URL, "/"):
        page = client.get(address)
        assertNotContains(page, "<figure")
    assertContains(client.get(URL), "1 agreement has no known year.")


@pytest.mark.django_db
def test_in_force_is_not_drawn_where_nothing_ever_was(client):
    make_agreement(concluded_on=dt.date(2020, 5, 1))

    assertNotContains(client.get(URL), "In force on 1 January")


# Whatever is recorded: totals are lengths of lists, and the database counts as Python does.

some_day = st.dates(dt.date(2010, 1, 1), dt.date(2030, 12, 31))
some_agreement = st.fixed_dictionaries(
    {"instrument": st.sampled_from(["treaty", "memorandum"])},
    optional={
        "in_force_on": some_day,
        "term_months": st.integers(1, 60),
        "renewal": st.sampled_from(["fixed", "automatic"]),
    },
)


def assert_counts_agree(client, recorded, day):
    Agreement.objects.all().delete()
    agreements = [make_agreement(**fields) for fields in recorded]

    page = client.get(URL, {"on": day.isoformat()})
    for group in page.context["filters"].groups:
        for choice in group.choices:
            assert client.get(URL + choice.url).context["filters"].total == choice.count

    chart = client.get(URL).context.get("in_force")
    for year, _counts, total in chart["rows"] if chart else ():
        new_year = dt.date(int(year), 1, 1)
        statuses = [status_on(each.facts(), new_year, 180) for each in agreements]
        assert total == sum(status in ("in_force", "expiring") for status in statuses)


@pytest.mark.django_db
def test_every_total_of_a_few_equals_its_list_and_the_chart_equals_the_object(client):
    recorded = [
        {"instrument": "treaty"},
        {"instrument": "treaty", "in_force_on": dt.date(2019, 5, 1), "term_months": 20},
        {"instrument": "memorandum", "in_force_on": dt.date(2015, 1, 31), "term_months": 60},
        {
            "instrument": "memorandum",
            "in_force_on": dt.date(2018, 2, 28),
            "term_months": 12,
            "renewal": "automatic",
        },
    ]

    assert_counts_agree(client, recorded, dt.date(2020, 1, 1))


@pytest.mark.slow
@pytest.mark.django_db
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(some_agreement, min_size=1, max_size=6), some_day)
def test_every_total_equals_its_list_and_the_chart_equals_the_object(client, recorded, day):
    assert_counts_agree(client, recorded, day)
