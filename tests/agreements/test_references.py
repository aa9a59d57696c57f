"""Under which numbers other registers have an agreement."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from agreements.models import AgreementReference
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, send_form
from tests.factories import make_agreement, make_reference
from tests.reading import pdf_of, read, words_of

pytestmark = pytest.mark.django_db


def recorded():
    agreement = make_agreement()
    make_reference(agreement=agreement, number="I-54113", url="https://treaties.un.org/54113")
    make_reference(
        agreement=agreement,
        registry="national",
        registry_name="Riigi Teataja",
        number="RT II, 2004, 18, 75",
    )
    return agreement


def test_the_page_names_register_and_number_and_leads_there(client):
    response = client.get(recorded().get_absolute_url())

    page = read(response)
    assert "Riigi Teataja: RT II, 2004, 18, 75" in page
    assert "Registration with the United Nations: I-54113" in page
    assert '<a href="https://treaties.un.org/54113" rel="noopener">I-54113</a>' in response.text


def test_the_printed_record_has_them(client):
    agreement = recorded()

    record = words_of(pdf_of(client.get(agreement.get_absolute_url() + "record.pdf")))

    assert "Riigi Teataja: RT II, 2004, 18, 75" in record


@pytest.mark.parametrize("words", ["I-54113", "RT II 2004 18 75", "riigi teataja"])
def test_an_agreement_is_found_by_its_number_elsewhere(client, words):
    agreement = recorded()

    assert agreement.title_en in read(client.get("/search/", {"q": words}))


def test_a_number_of_the_united_nations_is_of_one_agreement():
    make_reference(number="I-54113")

    with pytest.raises(IntegrityError), transaction.atomic():
        make_reference(number="I-54113")


def test_an_issue_of_a_gazette_may_print_several_agreements_but_each_once():
    issue = {"registry": "national", "registry_name": "Dziennik Ustaw", "number": "2004, 12"}
    first = make_reference(**issue)
    make_reference(**issue)

    again = AgreementReference(agreement=first.agreement, **issue)
    with pytest.raises(ValidationError, match="already recorded"):
        again.full_clean()


def test_staff_read_that_a_number_is_taken(staff_client):
    make_reference(number="I-54113")
    url = admin_url(make_agreement(), "change")
    data = add_row(
        form_data(open_form(staff_client, url)), "references", registry="un", number="I-54113"
    )

    response = send_form(staff_client, url, data)

    assert "Another agreement has this number in this register." in errors_of(response)


def test_a_concluded_agreement_is_registered_later_without_a_correction(staff_client):
    agreement = make_agreement(stage="concluded")
    url = admin_url(agreement, "change")
    data = add_row(
        form_data(open_form(staff_client, url)), "references", registry="un", number="I-54113"
    )

    assert send_form(staff_client, url, data).status_code == 302
    assert agreement.references.get().number == "I-54113"
