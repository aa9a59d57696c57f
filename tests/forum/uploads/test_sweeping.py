"""Files that nobody names go, and rows whose file is not there are told of."""

import os
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from PIL import Image

from forum.history.keeping import revision
from forum.models import AsideFile
from forum.uploads.renditions import rendition
from tests.factories import make_attachment, make_event, make_staff, make_text, pdf_file

pytestmark = pytest.mark.django_db

LONG_AGO = 1_600_000_000


def age(storage: str, name: str) -> str:
    """Let a file be an old one."""
    os.utime(storages[storage].path(name), (LONG_AGO, LONG_AGO))
    return name


def left_behind(storage: str = "private", name: str = "attachments/left.txt") -> str:
    return age(storage, storages[storage].save(name, ContentFile(b"Half of it")))


def is_there(storage: str, name: str) -> bool:
    return storages[storage].exists(name)


def attached(**fields):
    file = ContentFile(b"Programme", name="programme.txt")
    return make_attachment(**{"url": "", "file": file} | fields)


def picture() -> ContentFile:
    content = BytesIO()
    Image.new("RGB", (800, 600), "navy").save(content, "JPEG")
    return ContentFile(content.getvalue(), name="tartu.jpg")


@pytest.mark.parametrize(
    ("storage", "name"),
    [
        ("private", "attachments/left.txt"),
        ("private", "anywhere/deep/in/it.pdf"),
        ("default", "events/left.jpg"),
        ("default", "renditions/320/events/gone.jpg.webp"),
        ("default", "renditions/320/events/gone.jpg.webp.part"),
    ],
)
def test_a_file_that_nobody_names_goes(storage, name, capsys):
    name = left_behind(storage, name)

    call_command("sweep_files", dry_run=True)
    assert is_there(storage, name)
    call_command("sweep_files")

    assert not is_there(storage, name)
    said = capsys.readouterr().out
    assert f"Would delete: {name}\n" in said
    assert f"Deleted: {name}\n" in said


def test_a_young_one_stays_since_its_row_may_be_on_its_way():
    name = storages["private"].save("attachments/new.txt", ContentFile(b"New"))

    call_command("sweep_files", verbosity=0)
    assert is_there("private", name)
    call_command("sweep_files", older_than=0, verbosity=0)

    assert not is_there("private", name)


def test_what_any_row_names_stays():
    named = [
        ("private", attached().file.name),
        ("private", make_text(file=pdf_file()).file.name),
        ("default", make_event(image=picture()).image.name),
        (
            "private",
            AsideFile.objects.create(user=make_staff(), name="a", file=picture()).file.name,
        ),
    ]
    rendition(named[2][1], 320).close()
    named.append(("default", f"renditions/320/{named[2][1]}.webp"))
    for each in named:
        age(*each)

    call_command("sweep_files", verbosity=0)

    assert [each for each in named if not is_there(*each)] == []


def test_what_can_be_put_back_stays():
    replaced, deleted, text = attached(), attached(), make_text(file=pdf_file())
    named = [replaced.file.name, deleted.file.name, text.file.name]
    with revision():
        replaced.file = ContentFile(b"Another", name="another.txt")
        replaced.save()
        deleted.delete()
        text.file = pdf_file()
        text.save()
    for name in named:
        age("private", name)

    call_command("sweep_files", verbosity=0)

    assert [name for name in named if not is_there("private", name)] == []


def test_a_row_whose_file_is_not_there_is_told_of(capsys):
    attachment = attached()
    storages["private"].delete(attachment.file.name)

    with pytest.raises(CommandError, match="not there: 1"):
        call_command("sweep_files", verbosity=0)

    said = f"forum.attachment {attachment.pk} names a file that is not there: "
    assert said + attachment.file.name in capsys.readouterr().err
