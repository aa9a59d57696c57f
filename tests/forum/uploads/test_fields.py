"""Each door for files asks the same: forms, commands, and what is written without either."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models, transaction

from agreements.models import Text
from delegations.models import Institution, Official
from forum.models import AsideFile, Attachment, Event
from forum.uploads.fields import Kept
from forum.uploads.limits import used
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, send_form
from tests.every_model import apps
from tests.factories import make_agreement, make_attachment, make_event, make_text, pdf_file, stored

pytestmark = pytest.mark.django_db
PAGE = b"<!doctype html><script>alert(1)</script>"
FIELDS = [
    field
    for model in apps.get_models()
    for field in model._meta.fields
    if isinstance(field, models.FileField)
]


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_every_field_for_files_is_one_that_checks_them(field):
    record = field.model(**{field.name: ContentFile(PAGE, "a.html")})

    assert isinstance(field, Kept)
    with pytest.raises(ValidationError) as cleaned:
        record.full_clean()
    with pytest.raises(ValidationError, match="not accepted"):
        getattr(record, field.name).save("a.html", ContentFile(PAGE), save=False)
    assert "not accepted" in " ".join(cleaned.value.message_dict[field.name])


def test_there_is_a_field_of_each_sort():
    assert {field.model for field in FIELDS} >= {
        *(AsideFile, Attachment, Event, Institution, Official, Text)
    }


def test_what_is_written_without_any_form_is_checked_too():
    with pytest.raises(ValidationError, match="not accepted"), transaction.atomic():
        make_attachment(url="", file=ContentFile(PAGE, "a.txt"))

    assert not Attachment.objects.exists()


def test_a_form_says_what_is_wrong_beside_the_file(staff_client):
    url = admin_url(make_event(), "change")
    file = SimpleUploadedFile("a.pdf", PAGE, "application/pdf")
    data = add_row(
        form_data(open_form(staff_client, url)), "attachments", title_en="A", kind="speech"
    )

    answer = send_form(staff_client, url, data | {"attachments-0-file": file})

    assert "Files of this kind are not accepted. Accepted are: PDF, PNG" in errors_of(answer)
    assert not Attachment.objects.exists()


def test_a_form_offers_the_files_that_are_taken(staff_client):
    page = staff_client.get(admin_url(Text, "add")).text

    assert re.search(r'<input type="file" name="file"[^>]* accept=".pdf"', page)


@pytest.mark.parametrize(
    ("make", "folder"), [(make_attachment, "attachments"), (make_text, "texts")]
)
def test_a_stored_name_says_nothing_and_has_128_random_bits(make, folder):
    names = {make(url="", file=pdf_file("Құпия.PDF")).file.name for _ in range(2)}

    assert len(names) == 2
    assert all(re.fullmatch(rf"{folder}/[0-9a-f]{{32}}\.pdf", name) for name in names)


def test_a_name_to_save_is_the_title(client):
    title = 'Programme / "final": бағдарлама\r\nX-Evil: 1'
    attachment = make_attachment(url="", title_en=title, file=pdf_file())

    said = client.get(f"/events/{attachment.event.slug}/files/{attachment.pk}/")

    assert said.getvalue()
    assert attachment.file_name == "Programme final бағдарлама X-Evil 1.pdf"
    assert "\n" not in said["Content-Disposition"]
    assert "X-Evil" not in said


def test_all_files_together_have_a_limit(settings):
    settings.MEDIA_QUOTA_MB = 0

    with pytest.raises(ValidationError, match="There is no room for this file"):
        Attachment(file=pdf_file()).full_clean()


def test_what_is_stored_counts():
    before = used()

    stored("texts/counted.pdf", b"x" * 500)

    assert used() == before + 500


def test_a_file_on_record_is_not_read_again():
    attachment = make_attachment(url="", file=pdf_file())
    attachment.file.storage.delete(attachment.file.name)

    Attachment.objects.get().full_clean()


def test_a_text_takes_no_other_document():
    text = Text(agreement=make_agreement(), file=ContentFile(b"text", "a.txt"))

    with pytest.raises(ValidationError, match="Accepted are: PDF"):
        text.full_clean()
