"""A text's file and its checksum."""

import hashlib

import pytest
from django.core.files.base import ContentFile

from agreements.models import Text
from tests.factories import make_agreement, make_text, pdf_file

pytestmark = pytest.mark.django_db


def test_a_chosen_file_gets_its_checksum_and_can_still_be_read():
    content = pdf_file().read()
    text = Text(agreement=make_agreement(), file=ContentFile(content, "text.pdf"))
    text.file.read()

    text.full_clean()

    assert text.sha256 == hashlib.sha256(content).hexdigest()
    assert text.file.read() == content


def test_another_file_gets_another_checksum():
    text = make_text(file=pdf_file(), sha256="0" * 64)
    content = pdf_file(pages=2).read()
    text.file = ContentFile(content, "text.pdf")

    text.full_clean()

    assert text.sha256 == hashlib.sha256(content).hexdigest()


def test_a_file_that_stays_keeps_its_checksum_unread():
    text = make_text(file=pdf_file(), sha256="a" * 64)
    text = Text.objects.get(pk=text.pk)
    text.file.storage.delete(text.file.name)

    text.full_clean()

    assert text.sha256 == "a" * 64


def test_a_removed_file_takes_its_checksum_along():
    text = make_text(sha256="a" * 64)

    text.full_clean()

    assert text.sha256 == ""
