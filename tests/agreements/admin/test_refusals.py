"""What the form of an agreement refuses: in a sentence, and nothing typed is lost."""

from html import unescape

import pytest
from pytest_django.asserts import assertContains

from agreements.models import Agreement, AgreementLink, Party
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, send_form, submit
from tests.factories import make_agreement, make_event, make_link, make_party, make_session

ADD = "/admin/agreements/agreement/add/"


def refused(client, agreement, changes, rows=()):
    """Send the form with these mistakes beside two right changes; give back what it says."""
    party = make_party(agreement=agreement, name_as_printed="As recorded")
    url = admin_url(agreement, "change")
    data = form_data(open_form(client, url)) | {
        "summary_kk": "Жаңа мәтін",
        "parties-0-name_as_printed": "As corrected",
        **changes,
    }
    for prefix, values in rows:
        data = add_row(data, prefix, **values)
    response = send_form(client, url, data)
    assert response.status_code == 200
    shown = form_data(response)
    lost = {name for name, value in data.items() if str(shown.get(name, "")) != str(value)}
    assert lost == set()
    assert not Agreement.objects.exclude(summary_kk="").exists()
    assert Party.objects.get(pk=party.pk).name_as_printed == "As recorded"
    return unescape(errors_of(response))


def test_a_broken_rule_is_said_and_nothing_typed_is_lost(staff_client):
    changes = {"concluded_on": "2030-05-02", "expires_on": "2030-05-01"}

    errors = refused(staff_client, make_agreement(), changes)

    assert "The last day cannot be before the conclusion." in errors


def test_every_value_that_makes_no_sense_is_said_and_none_is_lost(staff_client):
    changes = {
        "concluded_on": "2030-02-30",
        "in_force_on": "99999-01-01",
        "expires_on": "soon",
        "term_months": "0",
        "renewal_months": "2400",
        "notice_months": "five years",
        "languages": "kk, klingon",
        "originals": "-1",
    }

    errors = refused(staff_client, make_agreement(), changes)

    assert errors.count("is not a date. Write it like") == 3
    assert "greater than or equal to 1." in errors
    assert "less than or equal to 1200." in errors
    assert "“five years” is not a whole number." in errors
    assert "“klingon” is not a language tag." in errors
    assert "greater than or equal to 0." in errors


@pytest.mark.parametrize("key", ["99999", "x", "9" * 40], ids=["gone", "a word", "huge"])
def test_an_event_that_does_not_exist_is_refused(staff_client, key):
    data = form_data(open_form(staff_client, ADD)) | {"title_en": "Agreement", "event": key}

    response = send_form(staff_client, ADD, data)

    assert "Select a valid choice." in errors_of(response)


@pytest.mark.parametrize("key", ["x", "9" * 40], ids=["a word", "huge"])
def test_a_form_opens_with_an_odd_event_in_its_address(staff_client, key):
    assert staff_client.get(ADD, {"event": key}).status_code == 200


def test_every_mistake_in_a_row_is_said_and_none_is_lost(staff_client):
    elsewhere = str(make_party().pk)
    signs = {"role": "signs", "position": "1", "signed_on_precision": "day"}
    rows = [
        ("parties", {"role": "party", "position": "1"}),
        ("signatories", signs),
        ("signatories", signs | {"office_en": "Rector", "party": elsewhere}),
        ("provisions", {"text_en": "Mobility", "from_party": elsewhere}),
        ("provisions", {"unit": "students"}),
        ("texts", {"kind": "authentic", "language": "kk"}),
        ("texts", {"kind": "draft", "url": "javascript:alert(1)"}),
        ("commitments", {"state": "open", "paragraph": "12"}),
        (
            "commitments",
            {
                "text_en": "A concert",
                "state": "open",
                "fulfilled_by_agreement": str(make_agreement().pk),
            },
        ),
        ("citations", {"field": "date", "claim": "reported"}),
    ]

    errors = refused(staff_client, make_agreement(), {}, rows)

    for said in (
        "Give an institution, a printed name or a country.",
        "Say who it is: an official, an institution, an office or a printed name.",
        "Give a field of cooperation or a text.",
        "Give a file, a link or the place of the original.",
        "Enter a valid URL.",
        "Give the text in at least one language.",
        "Only a fulfilled commitment names what fulfils it.",
        "This field is required.",
    ):
        assert said in errors
    assert errors.count("Select a valid choice.") == 2


def test_a_new_agreement_with_a_mistake_in_a_party_is_not_half_recorded(staff_client):
    data = form_data(open_form(staff_client, ADD)) | {"title_en": "Agreement"}
    data = add_row(data, "parties", name_as_printed="AlmaU", role="party", position=1)
    data = add_row(data, "parties", role="party", position=2)

    response = send_form(staff_client, ADD, data)

    assert response.status_code == 200
    assert (Agreement.objects.count(), Party.objects.count()) == (0, 0)


def test_a_ceremony_of_another_event_is_refused(staff_client):
    agreement = make_agreement()

    response = submit(
        staff_client,
        admin_url(agreement, "change"),
        event=make_event().pk,
        session=make_session().pk,
    )

    assert list(response.context["adminform"].form.errors) == ["session"]


def test_a_witness_for_a_party_is_refused(staff_client):
    agreement = make_agreement()
    party = make_party(agreement=agreement)
    url = admin_url(agreement, "change")
    data = form_data(open_form(staff_client, url))
    data = add_row(
        data,
        "signatories",
        role="witnesses",
        party=party.pk,
        office_en="Minister",
        position=1,
        signed_on_precision="day",
    )

    response = send_form(staff_client, url, data)

    assert "A witness acts for no party." in errors_of(response)


def test_an_agreement_linked_to_itself_is_refused(staff_client):
    agreement = make_agreement()
    url = admin_url(agreement, "change")
    data = form_data(open_form(staff_client, url))

    response = send_form(
        staff_client, url, add_row(data, "links_out", kind="replaces", other=agreement.pk)
    )

    assert "An agreement cannot relate to itself." in errors_of(response)


def test_the_same_link_twice_in_one_form_is_refused(staff_client):
    agreement, other = make_agreement(), make_agreement()
    url = admin_url(agreement, "change")
    data = form_data(open_form(staff_client, url))
    for _ in range(2):
        data = add_row(data, "links_out", kind="replaces", other=other.pk)

    response = send_form(staff_client, url, data)

    assert response.status_code == 200
    assert "duplicate" in errors_of(response)
    assert not AgreementLink.objects.exists()


def test_a_link_that_is_recorded_already_is_refused(staff_client):
    link = make_link()
    url = admin_url(link.agreement, "change")
    data = form_data(open_form(staff_client, url))

    response = send_form(
        staff_client, url, add_row(data, "links_out", kind=link.kind, other=link.other_id)
    )

    assert response.status_code == 200
    assert AgreementLink.objects.count() == 1


def test_an_agreement_that_another_replaces_is_not_deleted(staff_client):
    link = make_link()

    response = staff_client.post(admin_url(link.other, "delete"), {"post": "yes"})

    assert Agreement.objects.filter(pk=link.other_id).exists()
    assertContains(response, "Cannot delete", status_code=200)
