import datetime as dt

import pytest
from django.utils.translation import override

from agreements.choices import ReminderKind as Kind
from agreements.reminders.due import (
    Recipient,
    coming,
    coming_for,
    due,
    everyone,
    recipients,
    sentence,
    stage_reached,
)
from forum.records.partial_dates import format_distance
from tests.factories import (
    make_agreement,
    make_commitment,
    make_event,
    make_link,
    make_note,
    make_party,
    make_staff,
    make_subscription,
)

pytestmark = pytest.mark.django_db

SIGNED = dt.date(2026, 11, 17)
END = dt.date(2031, 11, 17)


def days(number):
    return dt.timedelta(days=number)


def make_ending(**fields):
    """Five years from 17 November 2026, without reviews."""
    defaults = {"concluded_on": SIGNED, "term_months": 60, "review_months": None}
    return make_agreement(**defaults | fields)


def make_renewing(**fields):
    """The same, but it renews itself unless notice is given half a year before."""
    return make_ending(**{"renewal": "automatic", "notice_months": 6} | fields)


def told(on, *kinds):
    """(kind, day, stage) of all that is to be said on the day, dormancy aside."""
    kinds = kinds or set(Kind) - {Kind.DORMANT}
    return [(each.kind, each.due_on, each.days_before) for each in due(on) if each.kind in kinds]


@pytest.mark.parametrize(
    ("kind", "days_left", "stage"),
    [
        ("expiring", 181, None),
        ("expiring", 180, 180),
        ("expiring", 91, 180),
        ("expiring", 90, 90),
        ("expiring", 30, 30),
        ("expiring", 8, 30),
        ("expiring", 7, 7),
        ("expiring", 0, 7),
        ("notice", 91, None),
        ("notice", 90, 90),
        ("notice", 7, 7),
        ("review", 31, None),
        ("review", 30, 30),
        ("review", 1, 30),
        ("review", 0, 0),
        ("due", 31, None),
        ("due", 30, 30),
        ("due", 7, 7),
        ("overdue", -1, -1),
        ("overdue", -29, -1),
        ("overdue", -30, -30),
        ("overdue", -90, -90),
        ("overdue", -1000, -180),
        ("dormant", 1, None),
        ("dormant", -500, 0),
    ],
)
def test_the_latest_stage_reached_is_the_one_that_applies(kind, days_left, stage):
    assert stage_reached(Kind(kind), days_left) == stage


def test_an_end_is_told_before_it_comes():
    make_ending()

    assert told(END - days(181)) == []
    assert told(END - days(180)) == [("expiring", END, 180)]
    assert told(END) == [("expiring", END, 7)]


def test_an_end_that_nobody_was_told_of_is_told_for_two_weeks_more():
    make_ending()

    assert told(END + days(14)) == [("expiring", END, 7)]
    assert told(END + days(15)) == []


def test_what_renews_itself_has_a_last_day_for_notice_and_no_end():
    make_renewing()
    by = dt.date(2031, 5, 17)

    assert told(by - days(91)) == []
    assert told(by - days(90)) == [("notice", by, 90)]
    assert told(by) == [("notice", by, 7)]
    assert told(END - days(7)) == []


def test_after_notice_what_renewed_itself_ends():
    make_renewing(notice_given_on=dt.date(2030, 1, 1), terminated_on=dt.date(2030, 7, 1))
    last = dt.date(2030, 6, 30)

    assert told(last - days(30)) == [("expiring", last, 30)]


@pytest.mark.parametrize(
    "fields",
    [
        {"stage": "negotiation", "concluded_on": None, "expires_on": END},
        {"stage": "abandoned", "concluded_on": None, "expires_on": END},
        {"terminated_on": dt.date(2028, 1, 1)},
        {"terminated_on_precision": "unknown"},
        {"renewal": "evergreen", "term_months": None},
    ],
)
def test_what_does_not_end_on_a_day_to_come_is_not_told(fields):
    make_ending(**fields)

    assert told(END - days(7)) == []


def test_a_review_is_told_a_month_before_and_on_its_day():
    make_ending(review_months=12)
    review = dt.date(2028, 11, 17)

    assert told(review - days(31)) == []
    assert told(review - days(30)) == [("review", review, 30)]
    assert told(review - days(1)) == [("review", review, 30)]
    assert told(review) == [("review", review, 0)]
    assert told(review + days(14)) == [("review", review, 0)]
    assert told(review + days(15)) == []


def test_nothing_is_reviewed_after_its_end():
    make_ending(review_months=60, expires_on=END - days(1), term_months=None)

    assert told(END - days(10), "review") == []


def test_monthly_reviews_do_not_hide_each_other():
    make_ending(review_months=1)

    assert told(dt.date(2027, 1, 18), "review") == [
        ("review", dt.date(2027, 1, 17), 0),
        ("review", dt.date(2027, 2, 17), 30),
    ]


@pytest.mark.parametrize("state", ["open", "under_way"])
def test_a_promise_is_told_before_and_after_its_day(state):
    make_commitment(due_on=END, state=state, agreement=make_ending(expires_on=END + days(999)))

    assert told(END - days(31)) == []
    assert told(END - days(30)) == [("due", END, 30)]
    assert told(END) == [("due", END, 7)]
    assert told(END + days(1)) == [("overdue", END, -1)]
    assert told(END + days(400)) == [("overdue", END, -180)]


@pytest.mark.parametrize("fields", [{"state": "fulfilled"}, {"state": "lapsed"}, {"due_on": None}])
def test_a_promise_kept_given_up_or_without_a_day_is_not_told(fields):
    make_commitment(**{"due_on": END} | fields)

    assert told(END) == []


def test_promises_of_events_and_of_what_is_not_published_are_told():
    make_commitment(event=make_event(is_published=False), due_on=END, is_public=False)
    make_commitment(agreement=make_ending(is_published=False), due_on=END, is_public=False)

    assert told(END, "due") == [("due", END, 7)] * 2


def test_dormancy_is_told_once_and_again_after_something_was_recorded():
    agreement = make_ending(in_force_on=SIGNED, term_months=None, renewal="evergreen")
    two_years_on = dt.date(2028, 11, 17)

    def dormant(on):
        return told(on, Kind.DORMANT)

    assert dormant(two_years_on - days(1)) == []
    assert dormant(two_years_on) == dormant(END) == [("dormant", two_years_on, 0)]

    make_note(commitment=make_commitment(agreement=agreement), noted_on=dt.date(2029, 1, 1))

    assert dormant(dt.date(2030, 12, 31)) == []
    assert dormant(END) == [("dormant", dt.date(2031, 1, 1), 0)]


def test_the_first_and_last_days_of_the_calendar_are_days():
    make_ending()
    make_commitment(due_on=dt.date.max)

    assert due(dt.date.min) == coming(dt.date.min) == []
    assert ("due", dt.date.max, 7) in told(dt.date.max)
    assert coming(dt.date.max)


def test_what_comes_within_a_year_is_in_the_order_of_time():
    make_ending(review_months=6)
    make_commitment(due_on=dt.date(2031, 1, 1))
    make_commitment(due_on=dt.date(2030, 1, 1), event=make_event())
    make_commitment(due_on=dt.date(2035, 1, 1), event=make_event())

    found = [(each.kind, each.due_on) for each in coming(dt.date(2030, 12, 17))]

    assert [pair for pair in found if pair[0] != Kind.DORMANT] == [
        ("overdue", dt.date(2030, 1, 1)),
        ("due", dt.date(2031, 1, 1)),
        ("review", dt.date(2031, 5, 17)),
        ("expiring", END),
        ("review", END),
    ]


# Who is told.


def addresses(agreement=None, *, on=END):
    (each,) = [d for d in due(on) if d.kind != Kind.DORMANT and agreement in (None, d.agreement)]
    return sorted(who.email for who in recipients(each, everyone()))


def test_keepers_are_told():
    make_staff(email="admin@example.org", is_superuser=True)
    agreement = make_ending()
    agreement.keepers.add(make_staff(email="keeper@example.org"))

    assert addresses() == ["keeper@example.org"]


def test_what_nobody_keeps_is_told_to_all_who_may_change_agreements():
    make_staff(email="admin@example.org", is_superuser=True)
    make_staff(email="reader@example.org")
    make_staff(email="gone@example.org", is_superuser=True, is_active=False)
    make_staff(email="machine@example.org", is_superuser=True, is_staff=False)
    make_staff(email="", is_superuser=True)
    agreement = make_ending()
    agreement.keepers.add(make_staff(email="left@example.org", is_staff=False))

    assert addresses() == ["admin@example.org"]


def test_a_promise_at_an_event_is_told_to_all_who_may_change_agreements():
    make_staff(email="admin@example.org", is_superuser=True)
    make_commitment(event=make_event(), due_on=END)

    assert addresses() == ["admin@example.org"]


def test_who_wants_no_mail_gets_none_and_nobody_else_instead():
    make_staff(email="admin@example.org", is_superuser=True)
    keeper = make_staff(email="keeper@example.org")
    make_subscription(user=keeper, wants_email=False)
    make_ending().keepers.add(keeper)

    assert addresses() == []
    assert [each.kind for each in coming_for(keeper, END)] == ["dormant", "expiring"]


def test_each_is_told_in_their_language():
    keeper, other = make_staff(email="a@example.org"), make_staff(email="b@example.org")
    make_subscription(user=keeper, language="kk")
    agreement = make_ending()
    agreement.keepers.add(keeper, other)
    make_party(agreement=agreement, contact_email="c@example.org", contact_language="et")
    make_party(agreement=agreement, contact_email="d@example.org")

    (each,) = (each for each in due(END) if each.kind == Kind.EXPIRING)

    assert recipients(each, []) == [
        Recipient("a@example.org", "kk", is_staff=True),
        Recipient("b@example.org", "en", is_staff=True),
        Recipient("c@example.org", "et", is_staff=False),
        Recipient("d@example.org", "en", is_staff=False),
    ]


@pytest.mark.parametrize("published", [True, False])
@pytest.mark.parametrize("public", [True, False])
def test_parties_are_told_of_public_promises_of_published_agreements(published, public):
    agreement = make_ending(is_published=published, expires_on=END + days(999))
    make_party(agreement=agreement, contact_email="party@example.org")
    make_commitment(agreement=agreement, due_on=END, is_public=public)

    assert addresses() == (["party@example.org"] if published and public else [])


def test_parties_are_not_told_of_agreements_that_are_not_published():
    make_party(agreement=make_ending(is_published=False), contact_email="party@example.org")

    assert addresses() == []


def test_parties_are_not_told_that_nothing_was_recorded():
    agreement = make_ending(in_force_on=SIGNED, term_months=None)
    make_party(agreement=agreement, contact_email="party@example.org")

    (each,) = due(END)

    assert each.kind == Kind.DORMANT
    assert recipients(each, []) == []


@pytest.mark.parametrize(("published", "told_to"), [(True, ["party@example.org"]), (False, [])])
def test_parties_do_not_learn_of_an_unpublished_successor(published, told_to):
    agreement = make_ending()
    make_party(agreement=agreement, contact_email="party@example.org")
    successor = make_agreement(
        is_published=published, concluded_on=dt.date(2030, 1, 1), review_months=None
    )
    make_link(agreement=successor, other=agreement, kind="replaces")

    assert addresses(agreement, on=dt.date(2029, 12, 31)) == told_to


# How it is said.


def said(on):
    return [sentence(each, on) for each in due(on) if each.kind != Kind.DORMANT]


def test_each_kind_is_a_sentence():
    make_ending(title_en="Pact", review_months=60)
    make_renewing(title_en="Treaty", concluded_on=dt.date(2027, 6, 17))
    make_commitment(
        event=make_event(title_en="Forum"), text_en="A concert", due_on=dt.date(2031, 11, 1)
    )

    assert said(dt.date(2031, 11, 10)) == [
        "“A concert” (Forum) was due on 1 November 2031, 9 days ago.",
        "Pact ends on 17 November 2031, in 7 days.",
        "Pact is to be reviewed on 17 November 2031, in 7 days.",
        "Treaty renews itself unless notice is given by 17 December 2031, in 37 days.",
    ]
    assert said(dt.date(2031, 11, 17))[1:3] == [
        "Pact ends on 17 November 2031, today.",
        "Pact is to be reviewed on 17 November 2031, today.",
    ]
    assert said(dt.date(2031, 12, 18))[1:] == [
        "Treaty: notice could be given until 17 December 2031, 1 day ago.",
    ]


def test_what_nothing_was_recorded_of_is_a_sentence():
    make_ending(title_en="Pact", in_force_on=SIGNED, term_months=None)

    (each,) = due(END)

    assert sentence(each, END) == "Pact: nothing has been recorded since 17 November 2026."


@pytest.mark.parametrize(
    ("precision", "text"),
    [("month", "Pact ends in November 2031."), ("year", "Pact ends in 2031.")],
)
def test_a_day_is_said_only_as_exactly_as_it_is_known(precision, text):
    make_ending(title_en="Pact", concluded_on=None, expires_on=END, expires_on_precision=precision)

    assert said(END) == [text]


def test_the_end_by_termination_is_as_exact_as_the_termination():
    make_ending(
        title_en="Pact",
        concluded_on_precision="month",
        terminated_on=dt.date(2028, 1, 1),
    )

    assert said(dt.date(2027, 12, 31)) == ["Pact ends on 31 December 2027, today."]


def test_a_distance_is_always_in_days():
    with override("ru"):
        assert format_distance(400) == "через 400 дней"
    assert format_distance(-21) == "21 days ago"


def test_it_costs_the_same_for_any_number_of_agreements(django_assert_num_queries):
    for _number in range(2):
        agreement = make_ending()
        agreement.keepers.add(make_staff())
        make_party(agreement=agreement, contact_email="party@example.org")
        make_commitment(agreement=agreement, due_on=END)
        with django_assert_num_queries(7):
            staff = everyone()
            for each in due(END):
                recipients(each, staff)
