"""Who took a step or corrected a record is kept, and a seal is not broken by what was before."""

import datetime as dt

from pytest_django.asserts import assertContains

from tests.admin_forms import admin_url, errors_of, submit
from tests.agreements.admin.steps import correct, memorandum, take
from tests.factories import NOON, make_agreement
from tests.history import entries_of, last_author


def test_a_proposal_is_moved_on_until_it_is_in_force(staff_client, staff):
    agreement = make_agreement(stage="proposed")
    days = {
        "negotiation": "2025-01-10",
        "agreed": "2025-03-01",
        "initialled": "2025-04-01",
        "signed": "2025-11-18",
        "in_force": "2025-12-01",
    }

    for kind, day in days.items():
        take(staff_client, agreement, kind, happened_on=day, note=f"Seen: {kind}")

    steps = list(agreement.steps.all())
    assert [step.kind for step in steps] == list(days)
    assert {step.recorded_by for step in steps} == {staff}
    assert agreement.stage == "concluded"
    assert (agreement.concluded_on, agreement.in_force_on) == (
        dt.date(2025, 11, 18),
        dt.date(2025, 12, 1),
    )
    assert last_author(agreement) == staff.username


def test_a_correction_needs_a_reason_and_is_recorded(staff_client, staff):
    agreement = memorandum()

    refused = correct(staff_client, agreement, "dates", term_months="48")
    reason = "The protocol says four years."
    accepted = correct(staff_client, agreement, "dates", term_months="48", correction_reason=reason)

    assert "This field is required." in errors_of(refused)
    assert accepted.status_code == 302
    assert agreement.term_months == 48
    step = agreement.steps.get()
    assert (step.kind, step.note, step.recorded_by) == ("corrected", reason, staff)
    assert entries_of(agreement)[-1].sentence == reason


def test_a_sealed_record_is_not_put_back_from_its_history(staff_client):
    agreement = make_agreement(stage="agreed", instrument="protocol", concluded_on=None)
    submit(staff_client, admin_url(agreement, "change"), title_en="Draft")
    (first, _second) = entries_of(agreement)
    type(agreement).objects.update(stage="concluded", instrument="treaty", sealed_at=NOON)

    answer = staff_client.post(
        f"{admin_url(agreement, 'history')}{first.revision.pk}/", follow=True
    )

    assertContains(answer, "It is recorded as concluded: correct it")
    agreement.refresh_from_db()
    assert (agreement.stage, agreement.instrument) == ("concluded", "treaty")
    assert agreement.title_en == "Draft"
