"""Archives that would fill the memory, or lie about what is in them."""

import tracemalloc
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError

from forum.intake.limits import UnreadableError
from forum.intake.sheets import read_file
from forum.uploads import archives
from tests.forum.uploads.files import archive, docx, lying_archive, xlsx

MEGABYTE = 1024**2
TOO_MUCH = "holds too much"


def refused(content: bytes, said: str) -> int:
    """Have it refused; the most memory that it took meanwhile, in bytes."""
    tracemalloc.start()
    with pytest.raises(ValidationError, match=said):
        archives.refuse_unsafe(BytesIO(content))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_what_unpacks_to_too_much_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(archives, "MOST_UNPACKED", 10 * MEGABYTE)

    assert refused(docx(**{"word/media.bin": b"0" * (11 * MEGABYTE)}), TOO_MUCH) < MEGABYTE


def test_what_unpacks_to_more_than_it_says_is_left_at_once():
    assert refused(lying_archive(50 * MEGABYTE), "damaged") < MEGABYTE


def test_too_many_entries_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_ENTRIES", 3)

    refused(docx(**{f"word/{n}.xml": b"" for n in range(3)}), TOO_MUCH)


def test_a_list_of_entries_that_is_too_long_is_not_read():
    content = archive({f"{n:0>200}": b"" for n in range(5_000)})

    assert refused(content, TOO_MUCH) < MEGABYTE


def test_an_archive_in_a_packing_that_nobody_uses_is_refused():
    refused(archive({"word/document.xml": b"x" * 99}, compression=14), "damaged")


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "word/../../evil.txt"])
def test_what_would_be_unpacked_elsewhere_is_refused(name):
    refused(docx(**{name: b"Evil"}), "damaged")


def test_a_locked_archive_is_refused():
    content = bytearray(docx())
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.rfind(head) + place] |= 1

    refused(bytes(content), "password")


def test_a_list_is_under_the_same_limits():
    with pytest.raises(UnreadableError, match="carries macros"):
        read_file(archive({"xl/workbook.xml": b"", "xl/vbaProject.bin": b""}))
    with pytest.raises(UnreadableError, match="damaged"):
        read_file(lying_archive(MEGABYTE).replace(b"word/document.xml", b"xl/workbook.xml12"))


def test_an_honest_workbook_is_read():
    archives.refuse_unsafe(BytesIO(xlsx()))

    assert archives.sort_of(BytesIO(xlsx())) == "xlsx"
