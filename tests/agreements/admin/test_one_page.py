"""An agreement in one page: parties with their signatories, and what its event says already."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains

from agreements.models import Agreement, Party, Signatory
from agreements.models.party import PARTY_DATES
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, send_form, submit
from tests.agreements.admin.steps import memorandum
from tests.factories import (
    make_agreement,
    make_event,
    make_institution,
    make_official,
    make_party,
    make_session,
    make_signatory,
    make_staff,
)
from tests.history import entries_of

pytestmark = pytest.mark.slow

# What a new row of parties sends for dates that are not given.
EXACT = dict.fromkeys([f"{date}_precision" for date in PARTY_DATES], "day")
ADD = "/admin/agreements/agreement/add/"


def signers(number, row=0, **values):
    return {f"parties-{number}-signers-{row}-{name}": value for name, value in values.items()}


def test_two_parties_and_who_signs_for_them_are_recorded_in_one_page(staff_client):
    university, rector = make_institution(), make_official()

    response = submit(
        staff_client,
        ADD,
        title_en="Agreement",
        concluded_on="18.11.2025",
        **{"parties-0-institution": university.pk, "parties-1-name_as_printed": "TalTech"},
        **signers(0, official=rector.pk, office_en="Rector"),
        **signers(1, name_as_printed="A. Tamm", office_et="rektor"),
    )

    assert response.status_code == 302
    first, second = Party.objects.order_by("pk")
    assert first.signatories.get().official == rector
    assert first.signatories.get().institution == university
    assert second.signatories.get().name_as_printed == "A. Tamm"
    assert set(Signatory.objects.values_list("agreement", flat=True)) == {first.agreement_id}


def test_a_party_has_a_second_signatory(staff_client):
    party = make_party(name_as_printed="AlmaU")
    make_signatory(agreement=party.agreement, party=party)

    submit(staff_client, admin_url(party.agreement, "change"), **signers(0, 1, office_en="Provost"))

    assert sorted(party.signatories.values_list("office_en", flat=True)) == ["Provost", "Rector"]
    assert entries_of(party.agreement)[-1].sentence == "Added signatory “Provost”."


def test_a_party_goes_with_those_who_sign_for_it(staff_client):
    party = make_party()
    make_signatory(agreement=party.agreement, party=party)

    submit(staff_client, admin_url(party.agreement, "change"), **{"parties-0-DELETE": "on"})

    assert not Party.objects.exists()
    assert not Signatory.objects.exists()


def test_a_mistake_in_a_signatory_saves_nothing_and_loses_nothing(staff_client):
    data = form_data(open_form(staff_client, ADD)) | {"title_en": "Agreement"}
    data |= {"parties-0-name_as_printed": "AlmaU"} | signers(0, capacity="acting")

    response = send_form(staff_client, ADD, data)

    assert response.status_code == 200
    assert not Agreement.objects.exists()
    assert "What is wrong is said beside those who sign." in errors_of(response)
    shown = form_data(response)
    assert shown["parties-0-signers-0-capacity"] == "acting"


def test_a_signatory_without_a_party_is_not_lost(staff_client):
    data = form_data(open_form(staff_client, ADD)) | {"title_en": "Agreement"}

    response = send_form(staff_client, ADD, data | signers(0, office_en="Rector"))

    assert "Give an institution, a printed name or a country." in errors_of(response)


def test_more_parties_are_added_row_by_row(staff_client):
    data = form_data(open_form(staff_client, ADD)) | {"title_en": "Agreement"}
    for name in ("First", "Second"):
        data = add_row(data, "parties", name_as_printed=name, role="party", position=0, **EXACT)

    staff_client.post(ADD, data)

    page = form_data(open_form(staff_client, admin_url(Agreement.objects.get(), "change")))
    assert page["parties-TOTAL_FORMS"] == 3


def test_who_stands_in_a_party_s_row_stands_in_no_other(staff_client):
    party = make_party()
    make_signatory(agreement=party.agreement, party=party)
    make_signatory(agreement=party.agreement, role="witnesses")

    data = form_data(open_form(staff_client, admin_url(party.agreement, "change")))

    assert (data["parties-0-signers-INITIAL_FORMS"], data["signatories-INITIAL_FORMS"]) == (1, 1)


@pytest.mark.django_db
def test_who_may_not_change_signatories_reads_them(client):
    party = make_party(agreement=make_agreement(), name_as_printed="AlmaU")
    make_signatory(agreement=party.agreement, party=party)
    clerk = make_staff()
    rights = ("view_signatory", "change_agreement", "view_agreement", "change_party", "view_party")
    clerk.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(clerk)

    url = admin_url(party.agreement, "change")
    submit(client, url, **signers(0, office_en="Dean"), **signers(0, 1, office_en="Dean"))

    assert party.signatories.get().office_en == "Rector"


def test_place_day_and_languages_come_from_the_event(staff_client):
    day = dt.date(2025, 11, 18)
    event = make_event(
        starts_on=day, ends_on=day, city_en="Astana", country="KZ", languages="kk, en"
    )

    data = form_data(open_form(staff_client, f"{ADD}?event={event.pk}"))

    assert (data["city_en"], data["country"], data["languages"]) == ("Astana", "KZ", "kk, en")
    assert data["concluded_on"] == day
    assert str(data["event"]) == str(event.pk)


def test_of_several_days_the_ceremony_knows_which(staff_client):
    first, last = dt.date(2025, 11, 17), dt.date(2025, 11, 19)
    event = make_event(starts_on=first, ends_on=last)
    session = make_session(event=event, day=last)

    of_event = form_data(open_form(staff_client, f"{ADD}?event={event.pk}"))
    of_both = form_data(open_form(staff_client, f"{ADD}?event={event.pk}&session={session.pk}"))

    assert of_event.get("concluded_on", "") == ""
    assert of_both["concluded_on"] == last


def test_the_rows_of_a_sealed_agreement_cost_the_same_for_any_number(
    staff_client, django_assert_num_queries
):
    agreement = memorandum()

    def queries_with(number):
        for _each in range(number):
            party = make_party(agreement=agreement)
            make_signatory(agreement=agreement, party=party, official=make_official())
        staff_client.get(admin_url(agreement, "change"))
        with django_assert_num_queries(21):
            staff_client.get(admin_url(agreement, "change"))

    queries_with(1)
    queries_with(3)


def test_a_party_may_have_many_signatories(staff_client):
    party = make_party()
    for _each in range(14):
        make_signatory(agreement=party.agreement, party=party)

    page = form_data(open_form(staff_client, admin_url(party.agreement, "change")))

    assert page["parties-0-signers-INITIAL_FORMS"] == 14


def test_what_two_people_change_of_a_signatory_is_asked_about(staff_client):
    party = make_party()
    signatory = make_signatory(agreement=party.agreement, party=party)
    url = admin_url(party.agreement, "change")
    data = form_data(open_form(staff_client, url))
    type(signatory).objects.update(office_en="Provost")

    page = staff_client.post(url, data | signers(0, office_en="Dean"))

    assertContains(page, 'name="take-parties-0-signers-0-office_en"')
    signatory.refresh_from_db()
    assert signatory.office_en == "Provost"
