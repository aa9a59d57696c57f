"""An agreement's life as staff record it: through the admin alone."""

import datetime as dt
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agreements.models import AgreementLink, Signatory, Step
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, submit
from tests.factories import (
    make_agreement,
    make_institution,
    make_party,
    make_signatory,
    make_staff,
    make_step,
)
from tests.history import entries_of, last_author

SIGNING = dt.date(2016, 11, 17)


def step_url(agreement, kind):
    return reverse("admin:agreements_agreement_step", args=[agreement.pk, kind])


def take(client, agreement, kind, **values):
    """Open the step's page, fill in what is given, send it."""
    response = submit(client, step_url(agreement, kind), **values)
    agreement.refresh_from_db()
    return response


def correct(client, agreement, **values):
    response = submit(client, admin_url(agreement, "correct"), **values)
    agreement.refresh_from_db()
    return response


def memorandum(**fields):
    given = {"concluded_on": SIGNING, "in_force_on": SIGNING, "term_months": 60}
    return make_agreement(**given | {"renewal": "automatic", "notice_months": 6} | fields)


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


def test_a_signature_asks_for_place_and_signatories(staff_client):
    agreement = make_agreement(stage="agreed")
    party = make_party(agreement=agreement)
    data = form_data(open_form(staff_client, step_url(agreement, "signed")))
    data |= {"happened_on": "2025-11-18", "city": "Astana", "country": "KZ", "mode": "signed"}
    data = add_row(
        data,
        "signatories",
        party=party.pk,
        role="signs",
        office_en="Rector",
        position=1,
        signed_on_precision="day",
    )

    response = staff_client.post(step_url(agreement, "signed"), data)

    agreement.refresh_from_db()
    assertRedirects(response, admin_url(agreement, "change"), fetch_redirect_response=False)
    assert (agreement.stage, agreement.city_en, agreement.country) == ("concluded", "Astana", "KZ")
    assert Signatory.objects.get().party == party
    assert Step.objects.get().city == "Astana"


def test_a_mistake_in_a_signatory_leaves_the_signature_unrecorded(staff_client):
    agreement = make_agreement(stage="agreed")
    data = form_data(open_form(staff_client, step_url(agreement, "signed")))
    data |= {"happened_on": "2025-11-18"}
    data = add_row(data, "signatories", role="signs", position=1, signed_on_precision="day")

    response = staff_client.post(step_url(agreement, "signed"), data)

    agreement.refresh_from_db()
    assert "Say who it is" in errors_of(response)
    assert agreement.stage == "agreed"
    assert not Step.objects.exists()


def test_a_memorandum_renews_itself_and_is_replaced_by_an_agreement(staff_client, client):
    old = memorandum()
    new = make_agreement(concluded_on=dt.date(2026, 11, 1))

    page = staff_client.get(old.get_absolute_url())
    assertContains(page, "it then renews itself unless notice is given by")
    take(staff_client, old, "replaced", document=new.pk)

    link = AgreementLink.objects.get()
    assert (link.agreement, link.kind, link.other) == (new, "replaces", old)
    assert old.status_on(dt.date(2026, 10, 31)) == "in_force"
    assert old.status_on(dt.date(2026, 11, 1)) == "replaced"
    assertContains(staff_client.get(old.get_absolute_url()), "status-replaced")
    assertContains(staff_client.get(new.get_absolute_url()), str(old))


def test_an_amendment_is_recorded_on_the_agreement_it_changes(staff_client):
    agreement = memorandum()
    protocol = make_agreement(instrument="protocol", concluded_on=dt.date(2018, 3, 1))

    take(staff_client, agreement, "amended", document=protocol.pk, note="Annex 2")

    step = Step.objects.get()
    assert (step.document, step.happened_on) == (protocol, dt.date(2018, 3, 1))
    assert AgreementLink.objects.get().kind == "amends"
    assertContains(staff_client.get(agreement.get_absolute_url()), str(protocol))


def test_a_notice_ends_it_with_the_term_for_which_it_is_in_time(staff_client):
    agreement = memorandum()

    take(staff_client, agreement, "notice", happened_on="2021-05-17")

    assert agreement.notice_given_on == dt.date(2021, 5, 17)
    assert agreement.terminated_on == dt.date(2021, 11, 18)
    assert agreement.status_on(dt.date(2021, 11, 17)) != "terminated"
    assert agreement.status_on(dt.date(2021, 11, 18)) == "terminated"
    assertContains(staff_client.get(agreement.get_absolute_url()), "Notice given")


def test_a_notice_that_comes_too_late_ends_the_term_after(staff_client):
    agreement = memorandum()

    take(staff_client, agreement, "notice", happened_on="2021-05-18")

    assert agreement.terminated_on == dt.date(2026, 11, 18)


def test_a_notice_of_an_effect_too_early_is_refused_with_the_day(staff_client):
    agreement = memorandum()

    response = take(
        staff_client, agreement, "notice", happened_on="2021-05-17", effect_on="2021-10-01"
    )

    said = unescape(str(response.context["adminform"].form.errors))
    assert "takes effect on 18 November 2021 at the earliest" in said
    assert agreement.notice_given_on is None


def test_a_notice_can_be_withdrawn_before_it_takes_effect(staff_client):
    agreement = make_agreement(
        concluded_on=SIGNING, renewal="evergreen", notice_months=1200, stage="concluded"
    )
    take(staff_client, agreement, "notice", happened_on="2021-05-17")

    take(staff_client, agreement, "notice_withdrawn", happened_on="2021-06-01")

    assert (agreement.notice_given_on, agreement.terminated_on) == (None, None)


def test_an_extension_moves_the_last_day(staff_client):
    agreement = memorandum(renewal="fixed", expires_on=dt.date(2030, 11, 17))

    take(staff_client, agreement, "extended", happened_on="2026-01-01", effect_on="2032-12-31")

    assert agreement.expires_on == dt.date(2032, 12, 31)
    assert agreement.steps.get().effect_on == dt.date(2032, 12, 31)


def test_a_renewal_by_consent_adds_the_period_that_the_agreement_states(staff_client):
    agreement = memorandum(renewal="consent")

    take(staff_client, agreement, "renewed", happened_on="2021-11-01")

    assert agreement.expires_on == dt.date(2026, 11, 17)


def test_an_extension_to_an_earlier_day_is_refused(staff_client):
    agreement = memorandum(renewal="fixed", expires_on=dt.date(2030, 11, 17))

    response = take(
        staff_client, agreement, "extended", happened_on="2026-01-01", effect_on="2030-11-17"
    )

    assert "Give a last day after 17 November 2030." in errors_of(response)


def test_a_treaty_enters_into_force_before_its_signature(staff_client):
    agreement = make_agreement(stage="agreed", instrument="treaty")
    take(staff_client, agreement, "signed", happened_on="2025-11-18")

    take(staff_client, agreement, "in_force", happened_on="2025-09-01")

    assert agreement.status_on(dt.date(2025, 9, 1)) == "in_force"
    page = staff_client.get(agreement.get_absolute_url())
    assertContains(page, "1 September 2025")


def test_four_parties_sign_in_two_places_on_two_days(staff_client):
    agreement = make_agreement(stage="agreed")
    parties = [make_party(agreement=agreement, institution=make_institution()) for _ in range(4)]
    data = form_data(open_form(staff_client, step_url(agreement, "signed")))
    data |= {"happened_on": "2025-11-20", "city": "Astana", "country": "KZ"}
    for position, party in enumerate(parties, 1):
        away = {"signed_on": "2025-11-18", "city_en": "Tallinn"} if position > 2 else {}
        data = add_row(
            data,
            "signatories",
            party=party.pk,
            role="signs",
            office_en=f"Rector {position}",
            position=position,
            signed_on_precision="day",
            **away,
        )

    response = staff_client.post(step_url(agreement, "signed"), data)

    assert response.status_code == 302
    page = staff_client.get(agreement.get_absolute_url()).content.decode()
    for said in ("20 November 2025", "Astana", "18 November 2025", "Tallinn", "Rector 4"):
        assert said in page


# Refusing.


@pytest.mark.parametrize(
    ("fields", "kind", "said"),
    [
        ({"stage": "agreed"}, "negotiation", "It has come that far already."),
        ({"stage": "proposed"}, "in_force", "It is not concluded yet"),
        ({"stage": "abandoned"}, "signed", "It was abandoned"),
        ({}, "signed", "It is concluded already."),
        ({"renewal": "automatic", "term_months": 12}, "extended", "It renews itself."),
        ({"renewal": "evergreen"}, "renewed", "It is open-ended."),
        ({"renewal": "evergreen"}, "expired", "It does not expire"),
        ({"expires_on": dt.date(2099, 1, 1)}, "expired", "It expires by itself"),
        ({"in_force_on": SIGNING}, "in_force", "Its entry into force is on record"),
        ({}, "notice_withdrawn", "No notice is on record."),
        ({"terminated_on": SIGNING}, "notice", "Terminated"),
        ({}, "reopened", "Only an abandoned document"),
    ],
)
def test_an_impossible_step_is_refused_with_a_sentence(staff_client, fields, kind, said):
    agreement = make_agreement(**fields)

    response = staff_client.get(step_url(agreement, kind), follow=True)

    messages = " ".join(str(message) for message in response.context["messages"])
    assert said.lower() in messages.lower()
    assert not Step.objects.exists()


def test_a_step_in_the_future_is_refused(staff_client):
    agreement = make_agreement(stage="agreed")

    response = take(staff_client, agreement, "signed", happened_on="2999-01-01")

    assert "That day is still to come." in errors_of(response)
    assert agreement.stage == "agreed"


def test_a_replacement_in_a_circle_is_refused(staff_client):
    first, second, third = (make_agreement(concluded_on=SIGNING) for _ in range(3))
    AgreementLink.objects.create(agreement=first, kind="replaces", other=second)
    AgreementLink.objects.create(agreement=second, kind="replaces", other=third)

    response = take(staff_client, first, "replaced", document=third.pk)

    assert "cannot replace each other in a circle" in errors_of(response)
    assert AgreementLink.objects.count() == 2


def test_a_replacement_by_what_is_not_concluded_is_refused(staff_client):
    draft = make_agreement(stage="agreed")
    agreement = memorandum()

    response = take(staff_client, agreement, "replaced", document=draft.pk)

    assert "That document is not concluded yet" in errors_of(response)
    assert not AgreementLink.objects.exists()


@pytest.mark.parametrize("kind", ["corrected", "x"])
def test_an_unknown_step_is_not_found(staff_client, kind):
    assert staff_client.get(step_url(make_agreement(), kind)).status_code == 404


def test_steps_of_no_agreement_are_not_found(staff_client):
    for key in ("999999", "x", "9" * 40):
        url = f"/admin/agreements/agreement/{key}/steps/notice/"
        assert staff_client.get(url).status_code == 404


@pytest.mark.django_db
def test_staff_who_may_not_change_agreements_take_no_step(client):
    reader = make_staff()
    reader.user_permissions.set(Permission.objects.filter(codename="view_agreement"))
    client.force_login(reader)
    agreement = memorandum()

    assert client.get(step_url(agreement, "notice")).status_code == 403
    assertNotContains(client.get(admin_url(agreement, "change")), "/steps/notice/")


def test_the_form_offers_the_steps_that_are_possible(staff_client):
    page = staff_client.get(admin_url(memorandum(), "change")).content.decode()

    assert "/steps/notice/" in page
    assert "/steps/replaced/" in page
    assert "/steps/extended/" not in page
    assert "/steps/signed/" not in page


# What was signed.


def test_what_is_on_record_of_a_concluded_agreement_is_read_only(staff_client):
    agreement = memorandum()

    submit(
        staff_client,
        admin_url(agreement, "change"),
        term_months="12",
        concluded_on="2020-01-01",
        stage="proposed",
        languages="kk, et",
    )

    agreement.refresh_from_db()
    assert (agreement.term_months, agreement.concluded_on) == (60, SIGNING)
    assert agreement.stage == "concluded"
    assert agreement.languages == "kk, et"


def test_parties_and_signatories_of_a_concluded_agreement_stay(staff_client):
    agreement = memorandum()
    make_party(agreement=agreement, name_as_printed="As signed")
    make_signatory(agreement=agreement, office_en="Rector")

    submit(
        staff_client,
        admin_url(agreement, "change"),
        **{
            "parties-0-name_as_printed": "Other",
            "signatories-0-office_en": "Dean",
            "signatories-0-DELETE": "on",
        },
    )

    assert str(agreement.parties.get()) == "As signed"
    assert agreement.signatories.get().office_en == "Rector"


def test_a_correction_needs_a_reason_and_is_recorded(staff_client, staff):
    agreement = memorandum()

    refused = correct(staff_client, agreement, term_months="48")
    reason = "The protocol says four years."
    accepted = correct(staff_client, agreement, term_months="48", correction_reason=reason)

    assert "This field is required." in errors_of(refused)
    assert accepted.status_code == 302
    assert agreement.term_months == 48
    step = agreement.steps.get()
    assert (step.kind, step.note, step.recorded_by) == ("corrected", reason, staff)
    assert entries_of(agreement)[-1].sentence == reason


def test_a_rule_about_a_read_only_date_is_a_sentence(staff_client):
    agreement = make_agreement(concluded_on=SIGNING)

    response = submit(staff_client, admin_url(agreement, "change"), expires_on="2000-01-01")

    assert "The last day cannot be before the conclusion." in errors_of(response)


def test_the_offices_printed_stay_whatever_the_person_becomes(staff_client):
    agreement = memorandum()
    signatory = make_signatory(agreement=agreement, office_en="Vice-Rector", name_as_printed="A B")

    url = admin_url(signatory, "change")
    staff_client.post(url, {"office_en": "Rector"})

    signatory.refresh_from_db()
    assert signatory.office_en == "Vice-Rector"


@pytest.mark.django_db
def test_visitors_see_the_life_but_no_note_and_no_hidden_document(client):
    agreement = memorandum()
    hidden = make_agreement(is_published=False, title_en="Secret successor")
    make_step(agreement=agreement, kind="extended", note="Between us", effect_on=SIGNING)
    make_step(agreement=agreement, kind="amended", document=hidden, note="Between us")
    make_step(agreement=agreement, kind="reviewed", note="Between us")

    response = client.get(agreement.get_absolute_url())

    assertContains(response, "until 17 November 2016")
    for unseen in ("Between us", "Secret successor", "Amended", "Reviewed"):
        assertNotContains(response, unseen)


def test_a_sealed_record_is_not_put_back_from_its_history(staff_client):
    agreement = make_agreement(stage="agreed", instrument="protocol", concluded_on=None)
    submit(staff_client, admin_url(agreement, "change"), title_en="Draft")
    (first, _second) = entries_of(agreement)
    type(agreement).objects.update(stage="concluded", instrument="treaty")

    answer = staff_client.post(
        f"{admin_url(agreement, 'history')}{first.revision.pk}/", follow=True
    )

    assertContains(answer, "It is concluded: correct the record")
    agreement.refresh_from_db()
    assert (agreement.stage, agreement.instrument) == ("concluded", "treaty")
    assert agreement.title_en == "Draft"
