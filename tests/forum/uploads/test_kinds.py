"""Which files are taken: told by their content, with a sentence for each refusal."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from forum.uploads.kinds import ANY, DOCUMENTS, LISTS, PICTURES, checked
from tests.factories import pdf_file, picture_file
from tests.forum.uploads.files import archive, docx, odt, png, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def of(content: bytes, name: str, kinds=DOCUMENTS) -> str:
    return str(checked(ContentFile(content, name), name, kinds).name)


def picture(name: str) -> bytes:
    return picture_file(name).read()


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (pdf_file().read(), "a.pdf", "PDF"),
        (pdf_file().read(), "A.PDF", "PDF"),
        (picture("a.png"), "a.png", "PNG"),
        (picture("a.jpg"), "a.jpeg", "JPEG"),
        (picture("a.webp"), "a.webp", "WebP"),
        (picture("a.gif"), "a.gif", "GIF"),
        (docx(), "a.docx", "DOCX"),
        (xlsx(), "a.xlsx", "XLSX"),
        (odt(), "a.odt", "ODT"),
        ("10:00 Ашылуы".encode(), "a.txt", "plain text (UTF-8)"),
        (b"\xef\xbb\xbfa;b\r\n", "a.csv", "plain text (UTF-8)"),
    ],
)
def test_a_document_of_each_kind_is_taken(content, name, kind):
    assert of(content, name) == kind


NOT_ACCEPTED, MACROS = "of this kind are not accepted", "carries macros"
DAMAGED, NO_TEXT = "is damaged", "not plain text in UTF-8"


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"<!DOCTYPE html><p>", "a.html", NOT_ACCEPTED),
        (b"\n <HTML>", "a.txt", NOT_ACCEPTED),
        (SVG, "a.svg", NOT_ACCEPTED),
        (SVG, "a.png", NOT_ACCEPTED),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "a.txt", NOT_ACCEPTED),
        ("<svg/>".encode("utf-16"), "a.txt", NOT_ACCEPTED),
        (b"#!/bin/sh\nrm", "a.txt", NOT_ACCEPTED),
        (b"<?php system($_GET[0]);", "a.txt", NOT_ACCEPTED),
        (b"{\\rtf1", "a.txt", NOT_ACCEPTED),
        (OLE + b"\0" * 600, "a.doc", NOT_ACCEPTED),
        (archive({"a.txt": b"x"}), "a.zip", NOT_ACCEPTED),
        (archive({"a.txt": b"x"}), "a.docx", NOT_ACCEPTED),
        (archive({"META-INF/MANIFEST.MF": b"x"}), "a.jar", NOT_ACCEPTED),
        (b"MZ\x90\x00\x03", "a.exe", NO_TEXT),
        (b"\x7fELF\x02", "a.txt", NO_TEXT),
        (b"caf\xe9", "a.txt", NO_TEXT),
        (b"a\x00b", "a.txt", NO_TEXT),
        ("a".encode("utf-16"), "a.txt", NO_TEXT),
        (b"%PDF-1.7 nothing", "a.pdf", DAMAGED),
        (b"PK\x03\x04 nothing", "a.docx", DAMAGED),
        (docx()[:-30], "a.docx", DAMAGED),
        (png(10, 10)[:20], "a.png", DAMAGED),
        (b"\xff\xd8\xff", "a.jpg", DAMAGED),
        (docx(**{"word/vbaProject.bin": b"x"}), "a.docm", MACROS),
        (docx(**{"word/VBAPROJECT.BIN": b"x"}), "a.docx", MACROS),
        (docx(**{"[Content_Types].xml": b"ms-word.document.macroEnabled"}), "a.docx", MACROS),
        (odt(**{"Basic/Standard/Module1.xml": b"x"}), "a.odt", MACROS),
        (pdf_file().read(), "a.txt", "kind PDF, but its name does not end in .pdf"),
        (pdf_file().read(), "a.pdf.exe", "kind PDF, but"),
        (pdf_file().read(), "pdf", "kind PDF, but"),
        (picture("a.png"), "a.jpg", "kind PNG, but"),
        (docx(), "a.xlsx", "kind DOCX, but"),
        (b"text", "a.html", "plain text"),
        (b"alert(1)", "a.js", "plain text"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(content, name, said):
    with pytest.raises(ValidationError, match=said):
        of(content, name)


def test_a_picture_is_asked_for_and_nothing_else():
    with pytest.raises(ValidationError, match=r"Accepted are: PNG, JPEG, WebP, GIF\."):
        of(pdf_file().read(), "a.pdf", PICTURES)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Имя;Страна".encode("cp1251"), "a.csv"),
        ("Name\tCountry".encode("utf-16"), "a.tsv"),
        (b'[{"name": "A"}]', "a.json"),
        (xlsx(), "a.xlsx"),
        (OLE + b"\0" * 600, "a.xls"),
    ],
)
def test_a_list_may_be_what_lists_are(content, name):
    assert of(content, name, LISTS)
    assert of(content, name, ANY)


def test_an_old_workbook_with_macros_is_refused():
    with pytest.raises(ValidationError, match=MACROS):
        of(OLE + "_VBA_PROJECT".encode("utf-16-le"), "a.xls", LISTS)


@pytest.mark.parametrize(
    ("content", "name", "setting"),
    [(b"a" * 1024**2 + b"a", "a.txt", "UPLOAD_MAX_MB"), (png(9, 9), "a.png", "IMAGE_MAX_MB")],
)
def test_a_file_larger_than_the_setting_is_refused(settings, content, name, setting):
    setattr(settings, setting, 1 if setting == "UPLOAD_MAX_MB" else 0)

    with pytest.raises(ValidationError, match="are allowed"):
        of(content, name)
