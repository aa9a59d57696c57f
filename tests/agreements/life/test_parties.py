"""Parties come and go."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains

from agreements.choices import Stage, Status
from agreements.life.dates import dates_on, explanation
from agreements.life.entry import entry_in_words
from agreements.life.facts import Facts
from agreements.life.status import status_on
from agreements.models import Party
from agreements.services import take_step
from tests.admin_forms import admin_url, submit
from tests.factories import MAY_1, NOON, make_agreement, make_institution, make_party

BEGAN = dt.date(2020, 1, 1)
FIRST, SECOND, THIRD = dt.date(2021, 3, 1), dt.date(2022, 3, 1), dt.date(2023, 3, 1)
DAY = dt.timedelta(days=1)


def among(parties: int, *left: dt.date) -> Facts:
    return Facts(
        stage=Stage.CONCLUDED,
        in_force_on=BEGAN,
        parties=parties,
        left_on=tuple((day, "day") for day in left),
    )


@pytest.mark.parametrize(
    ("parties", "left", "ends_on"),
    [
        (2, [], None),
        (2, [FIRST], FIRST),
        (3, [FIRST], None),
        (3, [SECOND, FIRST], SECOND),
        (4, [FIRST, SECOND], None),
        (4, [FIRST, SECOND, THIRD], THIRD),
        (1, [], None),
        (1, [FIRST], FIRST),
        (0, [], None),
    ],
    ids=[
        "two stay",
        "one of two leaves",
        "one of three leaves",
        "two of three leave",
        "two of four leave",
        "three of four leave",
        "one on record",
        "the only one on record leaves",
        "none on record",
    ],
)
def test_it_ends_for_all_when_fewer_than_two_remain(parties, left, ends_on):
    facts = among(parties, *left)

    assert (facts.deserted_on or [None])[0] == ends_on
    if ends_on:
        assert status_on(facts, ends_on - DAY, 0) == Status.IN_FORCE
        assert status_on(facts, ends_on, 0) == Status.TERMINATED
    else:
        assert status_on(facts, dt.date(2090, 1, 1), 0) == Status.IN_FORCE


def test_its_end_is_known_before_it_comes():
    facts = among(2, FIRST)

    assert dates_on(facts, BEGAN).in_force_until == FIRST - DAY
    assert explanation(facts, BEGAN, "day") == (
        "In force until 28 February 2021: from then on fewer than two parties remain."
    )


def test_a_party_that_left_on_a_day_not_known_has_left():
    facts = Facts(
        stage=Stage.CONCLUDED, in_force_on=BEGAN, parties=2, left_on=((dt.date.min, "unknown"),)
    )

    assert status_on(facts, BEGAN, 0) == Status.TERMINATED


@pytest.mark.django_db
def test_a_depositary_is_no_party_that_remains():
    agreement = make_agreement(in_force_on=BEGAN)
    make_party(agreement=agreement, country="EE", left_on=FIRST)
    make_party(agreement=agreement, country="KZ")
    make_party(agreement=agreement, country="CH", role="depositary")

    assert agreement.status_on(FIRST) == Status.TERMINATED


@pytest.mark.django_db
def test_a_party_widens_its_partial_dates():
    party = make_party(
        agreement=make_agreement(),
        country="EE",
        consent_on=dt.date(2020, 5, 17),
        consent_on_precision="month",
        left_on=dt.date(2021, 5, 17),
        left_on_precision="year",
    )

    party.full_clean()

    assert (party.consent_on, party.left_on) == (dt.date(2020, 5, 1), dt.date(2021, 12, 31))


# Notice by one of them.


def make_treaty(*codes) -> tuple:
    agreement = make_agreement(in_force_on=BEGAN, notice_months=6)
    return agreement, [make_party(agreement=agreement, country=code) for code in codes]


@pytest.mark.django_db
def test_the_notice_of_one_of_three_ends_it_for_that_party_alone():
    agreement, (first, *_others) = make_treaty("EE", "KZ", "UZ")

    take_step(agreement, "notice", happened_on=FIRST, party=first)

    first.refresh_from_db()
    agreement.refresh_from_db()
    assert first.left_on == dt.date(2021, 9, 2)
    assert (agreement.terminated_on, agreement.notice_given_on) == (None, None)
    assert agreement.status_on(dt.date(2030, 1, 1)) == Status.IN_FORCE


@pytest.mark.django_db
def test_the_notice_of_one_of_the_last_two_ends_it_for_all():
    agreement, (first, second, _third) = make_treaty("EE", "KZ", "UZ")
    take_step(agreement, "notice", happened_on=FIRST, party=first)

    take_step(agreement, "notice", happened_on=SECOND, party=second)

    agreement.refresh_from_db()
    assert agreement.terminated_on == dt.date(2022, 9, 2)


@pytest.mark.django_db
def test_a_notice_among_many_must_say_whose_it_is_and_only_once():
    agreement, (first, *_others) = make_treaty("EE", "KZ", "UZ")

    with pytest.raises(ValidationError, match="Say which party leaves"):
        take_step(agreement, "notice", happened_on=FIRST)
    take_step(agreement, "notice", happened_on=FIRST, party=first)
    with pytest.raises(ValidationError, match="has left already"):
        take_step(agreement, "notice", happened_on=FIRST, party=first)


@pytest.mark.django_db
def test_a_party_can_withdraw_its_notice_before_it_leaves():
    agreement, (first, second, _third) = make_treaty("EE", "KZ", "UZ")
    take_step(agreement, "notice", happened_on=FIRST, party=first)

    for party in (None, second):
        with pytest.raises(ValidationError, match="Say which party stays"):
            take_step(agreement, "notice_withdrawn", happened_on=FIRST, party=party)
    take_step(agreement, "notice_withdrawn", happened_on=FIRST + DAY, party=first)

    assert Party.objects.get(pk=first.pk).left_on is None


# The entry into force.


@pytest.mark.parametrize(
    ("rule", "facts", "said"),
    [
        ("", {"parties": 3, "consents": 1}, ""),
        ("all", {}, "It enters into force once every party has consented to be bound."),
        (
            "all",
            {"parties": 3, "consents": 1},
            "It enters into force once every party has consented to be bound. "
            "Of 3 on record 1 has.",
        ),
        (
            "all",
            {"parties": 3, "consents": 3},
            "It enters into force once every party has consented to be bound. All on record have.",
        ),
        (
            "number",
            {"needed": 5, "parties": 12, "consents": 4},
            "It enters into force once 5 parties have consented to be bound. Of 12 on record 4"
            " have.",
        ),
        (
            "number",
            {},
            "It enters into force once enough parties have consented to be bound.",
        ),
        ("day", {}, "It enters into force on a day that it states."),
        (
            "day",
            {"on": MAY_1, "consents": 2},
            "It enters into force on the day that it states: 1 May 2030.",
        ),
        (
            "day",
            {"on": MAY_1, "precision": "month"},
            "It enters into force on the day that it states: May 2030.",
        ),
    ],
)
def test_the_rule_of_its_entry_into_force_is_a_sentence(rule, facts, said):
    assert entry_in_words(rule, **facts) == said


# On the page and in the admin.


@pytest.mark.django_db
def test_a_page_shows_when_each_party_came_and_went(client):
    agreement = make_agreement(in_force_on=BEGAN, entry_rule="number", entry_consents=2)
    make_party(
        agreement=agreement,
        country="EE",
        signed_on=dt.date(2019, 5, 1),
        consent_kind="ratification",
        consent_on=dt.date(2019, 8, 1),
        consent_on_precision="month",
        in_force_on=BEGAN,
    )
    make_party(agreement=agreement, country="KZ", left_on_precision="unknown")
    make_party(agreement=agreement, institution=make_institution(is_published=False))

    page = client.get(agreement.get_absolute_url())

    told = page.context["party_actions"]
    assert told.columns == ["Signed", "Consent to be bound", "In force for it from", "Left"]
    assert [[name, *(text for _column, text in cells)] for name, cells in told.rows] == [
        ["Estonia", "1 May 2019", "ratification, August 2019", "1 January 2020", ""],
        ["Kazakhstan", "", "", "", "date not known"],
        ["a party not named here", "", "", "", ""],
    ]
    assertContains(page, "When each came and went")
    # It is in force: by which rule it came to be so is no news.
    assertNotContains(page, "have consented to be bound")


@pytest.mark.django_db
def test_a_page_says_what_entry_into_force_still_waits_for(client):
    agreement = make_agreement(entry_rule="number", entry_consents=2)
    make_party(agreement=agreement, country="EE", consent_on=dt.date(2019, 8, 1))
    make_party(agreement=agreement, country="KZ")
    make_party(agreement=agreement, institution=make_institution(), role="depositary")

    page = client.get(agreement.get_absolute_url())

    assertContains(page, "once 2 parties have consented to be bound. Of 2 on record 1 has.")
    assert len(page.context["party_actions"].rows) == 2


@pytest.mark.django_db
def test_what_no_party_did_has_no_column(client):
    agreement = make_agreement()
    make_party(agreement=agreement, country="EE", signed_on=dt.date(2019, 5, 1))
    make_party(agreement=agreement, country="KZ")

    page = client.get(agreement.get_absolute_url())

    assert page.context["party_actions"].columns == ["Signed"]
    assertNotContains(page, "<td>–</td>")


@pytest.mark.django_db
def test_a_page_without_such_dates_shows_no_table(client):
    agreement = make_agreement()
    make_party(agreement=agreement, country="EE")

    assertNotContains(client.get(agreement.get_absolute_url()), "When each came and went")


@pytest.mark.django_db
def test_staff_record_what_parties_do_after_the_conclusion(staff_client):
    agreement = make_agreement(concluded_on=BEGAN, sealed_at=NOON)
    party = make_party(agreement=agreement, country="EE")

    response = submit(
        staff_client,
        admin_url(agreement, "change"),
        **{
            "parties-0-consent_kind": "accession",
            "parties-0-consent_on": "2021-03-01",
            "parties-0-country": "KZ",
        },
    )

    party.refresh_from_db()
    assert response.status_code == 302
    assert (party.consent_kind, party.consent_on) == ("accession", FIRST)
    assert party.country == "EE"


@pytest.mark.django_db
def test_before_the_conclusion_they_are_part_of_the_party(staff_client):
    agreement = make_agreement(stage="agreed")
    party = make_party(agreement=agreement, country="EE")

    submit(
        staff_client,
        admin_url(agreement, "change"),
        **{"parties-0-signed_on": "2021-03-01", "parties-0-country": "KZ"},
    )

    party.refresh_from_db()
    assert (party.signed_on, party.country) == (FIRST, "KZ")
