"""What the form of an agreement offers, and how agreements are found."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.admin_forms import admin_url
from tests.factories import (
    make_agreement,
    make_event,
    make_institution,
    make_party,
    make_provision,
    make_session,
    make_signatory,
)

ADD = "/admin/agreements/agreement/add/"


def rows_of(response, prefix):
    """The rows of an inline, as shown."""
    inlines = response.context["inline_admin_formsets"]
    return next(each.formset for each in inlines if each.formset.prefix == prefix).forms


def offered(response, prefix, number, name) -> list[str]:
    field = rows_of(response, prefix)[number][name]
    return [str(label) for value, label in field.field.widget.choices if value]


def test_only_the_parties_of_this_agreement_are_offered(staff_client):
    agreement = make_agreement()
    for name in ("AlmaU", "TalTech"):
        make_party(agreement=agreement, name_as_printed=name)
    make_party(name_as_printed="Elsewhere")
    make_signatory(agreement=agreement)
    make_provision(agreement=agreement)

    response = staff_client.get(admin_url(agreement, "change"))

    assert offered(response, "signatories", 0, "party") == ["AlmaU", "TalTech"]
    assert offered(response, "provisions", 0, "from_party") == ["AlmaU", "TalTech"]
    assert offered(response, "provisions", 0, "to_party") == ["AlmaU", "TalTech"]
    assertNotContains(response, "Elsewhere")


def test_only_the_ceremonies_of_the_agreement_s_event_are_offered(staff_client):
    event = make_event()
    make_session(event=event, title_en="Signing")
    make_session(title_en="Elsewhere")

    of_event = staff_client.get(admin_url(make_agreement(event=event), "change"))
    of_none = staff_client.get(admin_url(make_agreement(), "change"))

    assertContains(of_event, "Signing</option>")
    assertNotContains(of_event, "Elsewhere")
    assertNotContains(of_none, "Signing</option>")


def test_a_new_agreement_offers_no_party(staff_client):
    make_party(name_as_printed="Elsewhere")

    assertNotContains(staff_client.get(ADD), "Elsewhere")


@pytest.mark.parametrize(
    "term",
    ["ынтымақтастық", "ЫНТЫМАҚТАСТЫҚ", "koostöö", "KOOSTÖÖ", "Taltech", "12-4/2025", "Tehnika"],
)
def test_an_agreement_is_found_by_any_of_its_names(staff_client, term):
    agreement = make_agreement(title_kk="Ынтымақтастық туралы", title_et="Koostööleping")
    university = make_institution(name_en="TalTech", name_et="Tallinna Tehnikaülikool")
    make_party(agreement=agreement, institution=university, reference="12-4/2025")
    make_agreement(instrument="treaty")

    listed = staff_client.get("/admin/agreements/agreement/", {"q": term})
    choices = staff_client.get(
        "/admin/autocomplete/",
        {
            "term": term,
            "app_label": "agreements",
            "model_name": "agreementlink",
            "field_name": "other",
        },
    )

    assert list(listed.context["cl"].result_list) == [agreement]
    assert [each["id"] for each in choices.json()["results"]] == [str(agreement.pk)]
