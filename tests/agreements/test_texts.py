import hashlib
import re
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pytest_django.asserts import assertContains

from agreements.models import Text
from forum.uploads.pdf import pages_of_pdf
from tests.admin_forms import admin_url, errors_of, form_data, open_form
from tests.factories import make_agreement, make_text, pdf_file

THREE_PAGES = pdf_file(pages=3).read()


def locked(password: str) -> bytes:
    writer, content = PdfWriter(clone_from=PdfReader(BytesIO(THREE_PAGES))), BytesIO()
    writer.encrypt(user_password=password, owner_password="owner")
    writer.write(content)
    return content.getvalue()


def upload(client, text, content, **fields):
    url = admin_url(text, "change")
    file = SimpleUploadedFile("Secret title.pdf", content, "application/pdf")
    return client.post(url, form_data(open_form(client, url)) | {"file": file} | fields)


@pytest.fixture
def text(staff_client):
    text = make_text(agreement=make_agreement(slug="kz-ee"), language="kk", is_public=True)
    upload(staff_client, text, THREE_PAGES)
    text.refresh_from_db()
    return text


def test_an_upload_is_measured(text):
    assert (text.size, text.pages) == (len(THREE_PAGES), 3)
    assert text.sha256 == hashlib.sha256(THREE_PAGES).hexdigest()


def test_its_stored_name_says_nothing_and_cannot_be_guessed(text):
    assert re.fullmatch(r"texts/[0-9a-f]{32}\.pdf", text.file.name)


def test_visitors_see_what_they_would_download_and_get_a_name_that_says_it(client, text):
    page = client.get("/agreements/kz-ee/")
    response = client.get(f"/agreements/kz-ee/texts/{text.pk}/")

    assertContains(page, "3 pages")
    assertContains(page, text.sha256)
    assert "kz-ee-kk-authentic.pdf" in response["Content-Disposition"]
    assert b"".join(response.streaming_content) == THREE_PAGES


def test_a_replaced_file_stays_in_the_history_for_staff(staff_client, text):
    earlier = text.file.name
    other = pdf_file(pages=2).read()

    upload(staff_client, text, other)
    page = staff_client.get(admin_url(text, "change"))
    kept = staff_client.get(f"/files/{earlier}")

    text.refresh_from_db()
    assert (text.pages, text.file.name != earlier) == (2, True)
    assertContains(page, f"/files/{earlier}")
    assertContains(page, hashlib.sha256(THREE_PAGES).hexdigest())
    assert b"".join(kept.streaming_content) == THREE_PAGES


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html>%PDF-1.7</html>", "Files of this kind are not accepted. Accepted are: PDF."),
        (b"%PDF-1.7 and nothing more", "This PDF is damaged"),
        (THREE_PAGES[: len(THREE_PAGES) // 3], "This PDF is damaged"),
        (pdf_file(pages=0).read(), "This PDF has no page."),
        (locked("secret"), "opens only with a password"),
    ],
    ids=["html", "garbage", "cut off", "no page", "password"],
)
def test_what_is_no_pdf_is_refused_and_nothing_else_is_lost(staff_client, content, said):
    text = make_text()

    response = upload(staff_client, text, content, original_location="Archive, 12-4/2025")

    assert said in errors_of(response)
    assert form_data(response)["original_location"] == "Archive, 12-4/2025"
    assert Text.objects.get(pk=text.pk).file.name == ""


def test_a_pdf_that_only_forbids_changes_is_accepted():
    assert pages_of_pdf(ContentFile(locked(""))) == 3


def test_a_file_larger_than_the_setting_is_refused_with_both_sizes(settings):
    settings.UPLOAD_MAX_MB = 1
    text = Text(file=ContentFile(THREE_PAGES + b" " * 1024**2, "text.pdf"))

    with pytest.raises(ValidationError, match=r"at most 1\.0"):
        text.clean_fields()


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_pdf_is_read_or_refused(data):
    content = bytearray(THREE_PAGES)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(5, len(content) - 1))] = data.draw(st.integers(0, 255))

    with suppress(ValidationError):
        assert pages_of_pdf(ContentFile(bytes(content))) >= 1
