"""When an agreement runs and what it is today, only as exactly as it is known."""

import datetime as dt
import re

import pytest
from pytest_django.asserts import assertContains

from tests.factories import MAY_1, make_agreement, make_link
from tests.reading import read

OLD = dt.date(2000, 5, 1)
DAY = dt.timedelta(days=1)


@pytest.mark.django_db
def test_a_date_that_is_known_in_part_is_shown_in_part(client):
    agreement = make_agreement(
        concluded_on=dt.date(2016, 8, 1), concluded_on_precision="month", mode="adopted"
    )

    page = read(client.get(agreement.get_absolute_url()))

    assert "Adopted: August 2016" in page


@pytest.mark.django_db
def test_a_day_of_signature_that_is_not_known_is_not_a_date_not_stated(client):
    agreement = make_agreement(concluded_on_precision="unknown")

    page = read(client.get(agreement.get_absolute_url()))

    assert "Signed: date not known" in page
    assert "No date stated" not in page


@pytest.mark.django_db
def test_a_computed_end_says_that_it_is_computed(client):
    agreement = make_agreement(concluded_on=MAY_1, term_months=60)

    page = read(client.get(agreement.get_absolute_url()))

    assert "In force until 1 May 2035 computed" in page


@pytest.mark.django_db
def test_a_stated_end_is_not_called_computed(client):
    agreement = make_agreement(concluded_on=MAY_1, expires_on=dt.date(2035, 12, 31))

    page = read(client.get(agreement.get_absolute_url()))

    assert "In force until 31 December 2035" in page
    assert "computed" not in page


@pytest.mark.django_db
def test_an_end_that_renewal_moved_on_is_computed(client, today):
    ended = today - DAY
    agreement = make_agreement(expires_on=ended, renewal="automatic", renewal_months=1200)

    response = client.get(agreement.get_absolute_url())

    assert f"{ended.year + 100} computed" in read(response)


@pytest.mark.django_db
def test_a_stated_end_is_shown_only_as_exactly_as_it_is_known(client):
    agreement = make_agreement(
        concluded_on=MAY_1, expires_on=dt.date(2035, 12, 31), expires_on_precision="year"
    )

    page = read(client.get(agreement.get_absolute_url()))

    assert "2035" in page
    assert "31 Dec" not in page


@pytest.mark.django_db
def test_a_computed_end_is_not_more_exact_than_what_it_is_computed_from(client):
    agreement = make_agreement(
        concluded_on=dt.date(2030, 1, 1), concluded_on_precision="year", term_months=60
    )

    page = read(client.get(agreement.get_absolute_url()))

    assert "2035 computed" in page
    assert "1 Jan" not in page


@pytest.mark.django_db
def test_a_terminated_agreement_has_no_further_end(client):
    agreement = make_agreement(
        concluded_on=dt.date(2000, 5, 1),
        terminated_on=dt.date(2005, 3, 1),
        term_months=60,
        renewal="automatic",
    )

    page = read(client.get(agreement.get_absolute_url()))

    assert "Terminated 1 March 2005" in page
    assert "Last day of the term" not in page


def validity(client, agreement) -> str:
    """What is said in words under the picture of an agreement's life; empty without a picture."""
    page = client.get(agreement.get_absolute_url()).text
    section = page.partition('<h2 id="validity">')[2].partition("</section>")[0]
    return " ".join("".join(re.findall("<p>(.*)</p>", section)).split())


NEITHER = "; neither entry into force nor an end is on record."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, ""),
        ({"concluded_on": OLD}, f"From 1 May 2000{NEITHER}"),
        ({"concluded_on": OLD, "concluded_on_precision": "month"}, f"From May 2000{NEITHER}"),
        ({"in_force_on": OLD}, "From 1 May 2000, without an end on record."),
        (
            {"concluded_on": OLD, "in_force_on_precision": "unknown"},
            "From 1 May 2000, without an end on record.",
        ),
        ({"in_force_on": OLD, "in_force_on_precision": "year", "term_months": 60}, "2000–2005"),
        (
            {
                "in_force_on": OLD,
                "expires_on": dt.date(2005, 12, 31),
                "expires_on_precision": "year",
            },
            "1 May 2000 – 2005",
        ),
        ({"in_force_on": OLD, "expires_on_precision": "unknown"}, "1 May 2000 – date not known"),
        ({"in_force_on": OLD, "terminated_on_precision": "unknown"}, "1 May 2000 – date not known"),
        (
            {
                "in_force_on": OLD,
                "terminated_on": dt.date(2003, 1, 31),
                "terminated_on_precision": "month",
            },
            "1 May 2000 – January 2003",
        ),
        (
            {"in_force_on": OLD, "terminated_on": dt.date(2003, 3, 1)},
            "1 May 2000 – 28 Feb 2003",
        ),
        ({"concluded_on": OLD, "in_force_on": MAY_1, "terminated_on": dt.date(2003, 1, 31)}, ""),
    ],
    ids=[
        "no date",
        "signed",
        "signed in a month",
        "in force",
        "in force since a day not known",
        "a term from a year",
        "until a year",
        "until a day not known",
        "terminated on a day not known",
        "terminated in a month",
        "terminated on a day",
        "terminated before it began",
    ],
)
def test_validity_is_said_only_as_exactly_as_it_is_known(client, facts, said):
    assert validity(client, make_agreement(**facts)) == said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("successor", "said"),
    [
        (
            {"concluded_on": dt.date(2003, 1, 1), "concluded_on_precision": "year"},
            "5 May 2000 – 2003",
        ),
        ({"concluded_on": dt.date(2003, 3, 1)}, "5 May 2000 – 28 Feb 2003"),
        ({"concluded_on": dt.date(2009, 3, 1)}, "5 May 2000 – 5 May 2005"),
        ({}, "5 May 2000 – date not known"),
        (
            {"concluded_on": dt.date(2003, 3, 1), "is_published": False},
            "5 May 2000 – date not known",
        ),
    ],
    ids=["within a year", "on a day", "after the term", "on a day not known", "not published"],
)
def test_validity_ends_with_a_successor_or_before(client, successor, said):
    agreement = make_agreement(in_force_on=dt.date(2000, 5, 5), term_months=60)
    make_link(agreement=make_agreement(**successor), other=agreement, kind="replaces")

    assert validity(client, agreement) == said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days_from_today", "said"),
    [
        ({"in_force_on": 0}, "in force"),
        ({"in_force_on": 1, "concluded_on": 0}, "signed"),
        ({"in_force_on": -9, "expires_on": 0}, "expiring soon"),
        ({"in_force_on": -9, "expires_on": -1}, "expired"),
        ({"terminated_on": 0}, "terminated"),
    ],
    ids=["from today", "from tomorrow", "until today", "until yesterday", "ended today"],
)
def test_page_register_and_feed_show_the_status_of_today(client, today, days_from_today, said):
    agreement = make_agreement(
        **{field: today + days * DAY for field, days in days_from_today.items()}
    )

    for address in ("/agreements/", agreement.get_absolute_url()):
        page = client.get(address).text
        # A drawing goes before the words.
        badges = re.findall(r'<span class="status [^>]*><svg.*?</svg>([^<]*)<', page)
        assert badges == [said]
    assertContains(client.get("/agreements/feed/"), f">{said}<")


@pytest.mark.django_db
def test_the_oldest_and_the_farthest_dates_are_shown(client):
    agreement = make_agreement(
        concluded_on=dt.date.min,
        in_force_on=dt.date.min,
        expires_on=dt.date(1, 2, 1),
        renewal="automatic",
        renewal_months=1,
        terminated_on=dt.date.max,
    )

    assert client.get(agreement.get_absolute_url()).status_code == 200
    assert client.get("/agreements/").status_code == 200
