"""The files of an agreement's texts, as visitors get them."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from pytest_django.asserts import assertContains

from forum.uploads.pdf import words_of_pdf
from tests.factories import make_agreement, make_text, pdf_saying


@pytest.fixture
def text():
    text = make_text(url="", file=ContentFile(pdf_saying("Шарт"), "Шарт.pdf"))
    yield text
    text.file.delete(save=False)


def file_url(text) -> str:
    return f"{text.agreement.get_absolute_url()}texts/{text.pk}/"


@pytest.mark.django_db
def test_a_public_text_is_handed_out_to_save(client, text):
    page = client.get(text.agreement.get_absolute_url())

    response = client.get(file_url(text))

    assertContains(page, f'href="{file_url(text)}"')
    assert "Шарт" in words_of_pdf(BytesIO(response.getvalue()))
    assert response["Content-Disposition"].startswith("attachment")


@pytest.mark.django_db
@pytest.mark.parametrize("hide", ["text", "agreement"])
def test_a_hidden_text_is_not_handed_out(client, text, hide):
    if hide == "text":
        type(text).objects.update(is_public=False)
    else:
        type(text.agreement).objects.update(is_published=False)

    assert client.get(file_url(text)).status_code == 404


@pytest.mark.django_db
def test_a_text_is_handed_out_under_its_own_agreement_only(client, text):
    other = make_agreement()

    assert client.get(f"{other.get_absolute_url()}texts/{text.pk}/").status_code == 404


@pytest.mark.django_db
def test_a_text_without_a_file_or_without_existence_is_not_found(client):
    linked = make_text()

    assert client.get(file_url(linked)).status_code == 404
    assert client.get(f"{linked.agreement.get_absolute_url()}texts/99999/").status_code == 404


@pytest.mark.django_db
def test_an_address_with_a_huge_number_is_not_found(client):
    agreement = make_agreement()

    assert client.get(f"{agreement.get_absolute_url()}texts/{'9' * 30}/").status_code == 404


@pytest.mark.django_db
def test_a_file_that_was_lost_is_not_found(client, text):
    text.file.storage.delete(text.file.name)

    assert client.get(file_url(text)).status_code == 404


@pytest.mark.django_db
def test_files_are_only_read(client, text):
    assert client.post(file_url(text)).status_code == 405
