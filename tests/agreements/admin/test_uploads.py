"""A text's file, from its upload to whoever may have it."""

import hashlib

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.asserts import assertContains

from agreements.models import Text
from tests.admin_forms import add_row, admin_url, form_data, open_form
from tests.factories import make_agreement, pdf_file

PDF = pdf_file().read()


@pytest.fixture
def uploaded(staff_client):
    """A text whose file staff chose in the agreement's form."""
    agreement = make_agreement()
    url = admin_url(agreement, "change")
    data = add_row(
        form_data(open_form(staff_client, url)), "texts", kind="authentic", language="kk"
    )
    file = SimpleUploadedFile("Келісім.pdf", PDF, "application/pdf")
    staff_client.post(url, data | {"texts-0-file": file})
    text = Text.objects.get()
    yield text
    text.file.delete(save=False)


def test_an_uploaded_text_gets_its_checksum(uploaded):
    assert uploaded.sha256 == hashlib.sha256(PDF).hexdigest()


def test_staff_can_download_an_uploaded_text(staff_client, uploaded):
    form = staff_client.get(admin_url(uploaded.agreement, "change"))

    response = staff_client.get(uploaded.file.url)

    assertContains(form, f'href="{uploaded.file.url}"')
    assert b"".join(response.streaming_content) == PDF


def test_a_visitor_cannot_download_an_uploaded_text(client, uploaded):
    client.logout()

    by_file = client.get(uploaded.file.url)
    by_agreement = client.get(f"/agreements/{uploaded.agreement.slug}/texts/{uploaded.pk}/")
    as_picture = client.get(f"/media/{uploaded.file.name}")

    assert by_file.status_code == 302
    assert by_agreement.status_code == 404
    assert as_picture.status_code == 404


def test_staff_without_the_permission_cannot_download_a_text(client, uploaded):
    colleague = get_user_model().objects.create_user("colleague", is_staff=True)
    client.force_login(colleague)

    assert client.get(uploaded.file.url).status_code == 403


def test_a_text_s_file_can_be_taken_away_for_a_link(staff_client, uploaded):
    url = admin_url(uploaded, "change")
    data = form_data(open_form(staff_client, url))

    response = staff_client.post(url, data | {"file-clear": "on", "url": "https://example.org/t"})

    text = Text.objects.get()
    assert response.status_code == 302
    assert (text.file.name, text.sha256) == ("", "")
