"""An agreement's life as staff record it: through the admin alone."""

import datetime as dt
from html import unescape

from pytest_django.asserts import assertContains, assertRedirects

from agreements.models import AgreementLink, Signatory, Step
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form
from tests.agreements.admin.steps import SIGNING, memorandum, step_url, take
from tests.factories import make_agreement, make_institution, make_party


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
