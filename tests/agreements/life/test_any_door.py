"""Whatever is changed through whatever door, and whenever a process dies: nothing derived is lost.

Random lives of agreements, and of the events around them, are driven through services, forms of
the admin and bulk changes. Now and then a transaction is rolled back, a read catches up, a refresh
runs, or the process dies between commit and refresh. In the end every derived row must be what
the rules say, on every day.
"""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.choices import Renewal, StepKind
from agreements.models import Agreement, AgreementLink, Party, Step
from agreements.services import take_step
from delegations.doubles.merging import merge
from delegations.models import Delegation, Institution, Member
from forum.derived.refresh import refresh
from forum.models import Event, Session
from forum.services import set_published
from tests.admin_forms import admin_url, submit
from tests.derived_rows import assert_nothing_is_lost, assert_periods_say, die
from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_institution,
    make_link,
    make_member,
    make_party,
    make_session,
    make_speaker,
    make_step,
)

pytestmark = pytest.mark.slow

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2025, 12, 31)
DATES = ("concluded_on", "in_force_on", "expires_on", "terminated_on")
STAGES = ("negotiation", "agreed", "concluded", "concluded", "concluded")
PUBLISHED = (True, True, False)
# Refused by a rule: then nothing may have changed, and nothing be marked.
REFUSED = (IntegrityError, ProtectedError, ValidationError)

days = st.dates(FIRST, LAST)
maybe_days = st.none() | days
numbers = st.integers(0, 3)


class World:
    """Two or three records of each kind, and the doors through which they are changed."""

    def __init__(self, draw, client, staff):
        self.draw, self.client, self.staff, self.is_another = draw, client, staff, False
        self.universities = [make_institution(country=code) for code in ("EE", "KZ")]
        self.events = [make_event(country=code) for code in ("EE", "KZ", "")]
        for event in self.events:
            make_member(delegation=make_delegation(event=event), institution=self.universities[0])
            make_speaker(session=make_session(event=event), institution=self.universities[1])
        for _each in range(3):
            agreement = make_agreement(stage=self.one(STAGES), recorded_on=self.draw(days))
            make_party(agreement=agreement, institution=self.one(self.universities))

    def one(self, among):
        among = list(among)
        return among[self.draw(st.integers(0, len(among) - 1))] if among else None

    def any(self, model):
        return self.one(model.objects.order_by("pk"))

    def some(self, model):
        """A few rows of a model, for a change in bulk."""
        keys = [row.pk for row in model.objects.order_by("pk") if self.draw(st.booleans())]
        return model.objects.filter(pk__in=keys)

    # Services.

    def step(self):
        kind = self.one(StepKind.values)
        details = {"happened_on": self.draw(days)}
        if kind in (StepKind.EXTENDED, StepKind.RENEWED, StepKind.NOTICE):
            details["effect_on"] = self.draw(maybe_days)
        if kind in (StepKind.AMENDED, StepKind.REPLACED):
            details["document"] = self.any(Agreement)
        if kind in (StepKind.NOTICE, StepKind.NOTICE_WITHDRAWN):
            details["party"] = self.any(Party)
        if agreement := self.any(Agreement):
            take_step(agreement, kind, **details)

    def publish(self):
        model = self.one((Agreement, Event, Institution))
        set_published(self.some(model), is_published=self.draw(st.booleans()), by=self.staff)

    def merge(self):
        keep, duplicate = self.any(Institution), self.any(Institution)
        merge(keep=keep, duplicate=duplicate)

    # Forms.

    def change_agreement(self):
        if agreement := self.any(Agreement):
            changes = {name: str(self.draw(maybe_days) or "") for name in DATES[:3]}
            changes |= {"title_en": f"Title {self.draw(numbers)}"}
            submit(self.client, admin_url(agreement, "change"), **changes)

    def correct_agreement(self):
        if agreement := self.one(Agreement.objects.filter(sealed_at__isnull=False)):
            changes = {name: str(self.draw(maybe_days) or "") for name in DATES[:3]}
            changes |= {"correction_reason": "Mistyped."}
            url = reverse(
                "admin:agreements_agreement_correct_portion", args=[agreement.pk, "dates"]
            )
            submit(self.client, url, **changes)

    def change_event(self):
        if event := self.any(Event):
            parent = self.any(Event)
            changes = {"parent": "" if parent == event else parent.pk, "country": "LV"}
            submit(self.client, admin_url(event, "change"), **changes)

    # Records one by one.

    def save_agreement(self):
        if agreement := self.any(Agreement):
            agreement.renewal = self.one(Renewal.values)
            agreement.term_months, agreement.renewal_months = self.draw(numbers) or None, None
            agreement.full_clean()
            agreement.save()

    def save_party(self):
        if agreement := self.any(Agreement):
            party = make_party(agreement=agreement, country="PL", left_on=self.draw(maybe_days))
            party.role = self.one(("party", "depositary"))
            party.save()

    def record_step(self):
        if agreement := self.any(Agreement):
            make_step(agreement=agreement, kind="negotiation", happened_on=self.draw(days))

    def link(self):
        agreement, other = self.any(Agreement), self.any(Agreement)
        if agreement:
            make_link(agreement=agreement, other=other)

    def delete(self):
        model = self.one((Agreement, AgreementLink, Party, Step, Delegation, Session, Event))
        if row := self.any(model):
            row.delete()

    # Many at once.

    def update_agreements(self):
        field = self.one(DATES)
        precision = self.one(("day", "month", "year"))
        values = {field: self.draw(maybe_days), f"{field}_precision": precision}
        self.some(Agreement).update(**values)

    def bulk_update_agreements(self):
        rows = list(self.some(Agreement))
        for row in rows:
            row.term_months, row.expires_on = self.draw(numbers) or None, None
        Agreement.objects.bulk_update(rows, ["term_months", "expires_on"])

    def bulk_create(self):
        number = Agreement.objects.count() + self.draw(st.integers(10, 10**6))
        agreements = Agreement.objects.bulk_create(
            Agreement(title_en="New", slug=f"new-{number}-{each}", concluded_on=self.draw(days))
            for each in range(2)
        )
        Party.objects.bulk_create(Party(agreement=each, country="UZ") for each in agreements)
        AgreementLink.objects.bulk_create(
            [AgreementLink(agreement=agreements[0], other=self.any(Agreement), kind="replaces")]
        )

    def update_parts(self):
        self.some(Party).update(left_on=self.draw(maybe_days), left_on_precision="day")
        self.some(Step).update(happened_on=self.draw(maybe_days))
        self.some(AgreementLink).update(kind=self.one(("replaces", "cites")))
        self.some(Party).update(agreement=self.any(Agreement))

    def update_events(self):
        self.some(Event).update(country=self.one(("FI", "")))
        self.some(Delegation).update(status=self.one(("declined", "confirmed")))
        self.some(Member).update(is_listed=self.draw(st.booleans()))
        self.some(Session).update(visibility=self.one(("public", "internal")))
        self.some(Institution).update(country=self.one(("FI", "")))

    def delete_many(self):
        self.some(self.one((AgreementLink, Party, Step, Member))).delete()

    # And what happens meanwhile.

    def read(self):
        # Another process knows of no mark before a refresh.
        if self.is_another:
            self.refresh()
        assert_periods_say([self.draw(days)])

    def refresh(self):
        refresh()
        self.is_another = False

    def die(self):
        die()
        self.is_another = True


CHOICES = ("one", "any", "some")
DOORS = [name for name in vars(World) if not name.startswith("_") and name not in CHOICES]
FORMS = ("change_agreement", "correct_agreement", "change_event")


def live(world: World, doors: list[str], undone: list[bool]) -> None:
    for door, is_undone in zip(doors, undone, strict=True):
        try:
            with transaction.atomic():
                getattr(world, door)()
                transaction.set_rollback(is_undone)
        except REFUSED:
            continue


def days_around() -> set[dt.date]:
    """The days on which something changes, and those around them."""
    known = {FIRST, LAST, dt.date(1950, 1, 1), dt.date(2099, 1, 1)}
    for span in Agreement.objects.with_facts():
        known |= {day for each in span.periods.all() for day in (each.first_on, each.last_on)}
        known |= {each.expires_on for each in span.periods.all()} - {None}
    shifts = (-181, -180, -1, 0, 1)
    within = [day for day in known if 1000 < day.year < 9000]
    return {day + dt.timedelta(days=shift) for day in within for shift in shifts}


def check(data, client, staff, doors, most) -> None:
    with transaction.atomic():
        world = World(data.draw, client, staff)
        chosen = data.draw(st.lists(st.sampled_from(doors), min_size=1, max_size=most))
        live(world, chosen, [data.draw(numbers) == 3 for _each in chosen])
        die()
        assert_nothing_is_lost()
        assert_periods_say(sorted(days_around()))
        transaction.set_rollback(True)
    die()


quickly = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=12,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.django_db
@quickly
@given(data=st.data())
def test_nothing_derived_is_lost(data, staff_client, staff):
    check(data, staff_client, staff, [door for door in DOORS if door not in FORMS], most=10)


@pytest.mark.django_db
@settings(quickly, derandomize=False, max_examples=25)
@given(data=st.data())
def test_nothing_derived_is_lost_in_longer_lives(data, staff_client, staff):
    check(data, staff_client, staff, DOORS, most=25)


@pytest.mark.django_db
@settings(quickly, derandomize=False, max_examples=8)
@given(data=st.data())
def test_every_day_of_two_years_is_what_the_rules_say(data, staff_client, staff):
    with transaction.atomic():
        world = World(data.draw, staff_client, staff)
        chosen = data.draw(st.lists(st.sampled_from(DOORS), min_size=5, max_size=25))
        live(world, chosen, [False] * len(chosen))
        die()
        assert_nothing_is_lost()
        assert_periods_say(FIRST + dt.timedelta(days=day) for day in range((LAST - FIRST).days))
        transaction.set_rollback(True)
    die()
