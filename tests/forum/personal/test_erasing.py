"""After an erasure no table and no file says anything of the person: a marker in every place."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, models, transaction
from PIL import Image

from delegations.models import Official, OfficialName
from forum.audit.trail import note
from forum.choices import AuditKind, ErasureMode
from forum.derived import catch_up
from forum.history.keeping import revision
from forum.models import AsideFile, AsideForm, Intake, IntakeRow, IntakeSign, SearchEntry
from forum.personal.eraser import text_columns
from forum.personal.erasing import erase
from forum.uploads import renditions
from tests import every_model
from tests.factories import (
    make_appointment,
    make_contact,
    make_member,
    make_official,
    make_signatory,
    make_speaker,
)

pytestmark = pytest.mark.django_db
NAME, KAZAKH = "Zorblat Quixtor", "Зорблат Квикстор"
# What is looked for after the erasure, in any case and however it is written in JSON.
SIGNS = ["quixtor", "квикстор", json.dumps("Квикстор")[1:-1].lower(), "qx@example", "998 877"]


def picture() -> bytes:
    image = BytesIO()
    Image.new("RGB", (400, 400)).save(image, "PNG")
    return image.getvalue()


PLACES = {
    *("agreements_signatory", "delegations_member", "delegations_speaker"),
    *("delegations_official", "delegations_officialcontact", "delegations_officialname"),
    *("django_admin_log", "forum_asidefile", "forum_asideform", "forum_auditentry"),
    *("forum_intake", "forum_intakerow", "forum_intakesign", "forum_oldaddress"),
    *("forum_removal", "forum_searchentry", "forum_searchword"),
    *("reversion_revision", "reversion_version"),
}


def everything() -> dict[str, str]:
    """All that stands in any table, by table, and in the names and contents of all files."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found[table] = "\n".join(
                " ".join(say(each) for each in row) for row in cursor.fetchall()
            ).lower()
    for path in Path(default_storage.location).rglob("*"):
        found[str(path)] = f"{path} {path.read_bytes() if path.is_file() else ''}".lower()
    return found


def say(value) -> str:
    is_binary = isinstance(value, bytes | memoryview)
    return bytes(value).decode(errors="replace") if is_binary else str(value)


def places() -> set[tuple[str, str]]:
    return {(where, sign) for where, text in everything().items() for sign in SIGNS if sign in text}


@pytest.fixture
def person(settings, tmp_path):
    public = settings.STORAGES["default"] | {"OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"default": public}
    with revision(comment=f"Recorded {NAME}."):
        person = make_official(
            name_en=NAME,
            slug="zorblat-quixtor",
            name_kk=KAZAKH,
            sort_name_en="Quixtor, Zorblat",
            biography_en=f"{NAME} was born.",
            distinctions_en="Dr. Quixtor",
            website="https://quixtor.example.org/",
            photo_credit="Foto Quixtor",
            photo=ContentFile(picture(), name="quixtor.png"),
        )
        OfficialName.objects.create(
            official=person, text="Quixtor Z.", given="Zorblat", family="Quixtor"
        )
        make_contact(official=person, email="qx@example.org", phone="+7 998 877 66")
        make_appointment(official=person)
    return person


def with_a_past(person) -> None:
    """Let the person be renamed, taken part, left and come back: a history of all kinds."""
    with revision():
        person.slug = "zorblat"
        person.save()
    with revision():
        rows = [
            make(official=person, name_as_printed="Z. QUIXTOR")
            for make in (make_member, make_speaker, make_signatory)
        ]
        removed = make_member(official=person, name_as_printed="Z. QUIXTOR")
    with revision(comment=f"Removed {NAME}."):
        removed.delete()
        person.contact.delete()
    with revision():
        make_contact(official=Official.objects.get(pk=person.pk), email="qx@example.com")
        rows[0].office_en = "Rector"
        rows[0].save()
    renditions.rendition(person.photo.name, 320).close()


def left_by_staff(person, staff) -> None:
    """Let staff leave behind what says more of the person than the record."""
    listed = Intake.objects.create(kind="members", language="en", source=f"{NAME}.xlsx")
    chosen = {"name": {"candidates": [], "chosen": str(person.pk), "by": "staff"}}
    for position, (raw, answers) in enumerate(
        [([NAME, "qx@example.net"], {}), (["Zo. Qx"], chosen)]
    ):
        row = IntakeRow.objects.create(
            intake=listed, position=position, raw=raw, values={"name": raw[0]}, answers=answers
        )
        IntakeSign.objects.create(row=row, text="quixtor zorblat")
    page = f"/admin/delegations/official/{person.pk}/change/"
    AsideForm.objects.create(user=staff, path=page, data={"phone": ["+7 998 877 66"]})
    AsideForm.objects.create(user=staff, path="/admin/", data={"text": [f"{KAZAKH} келді"]})
    file = ContentFile(picture(), name="quixtor.png")
    AsideFile.objects.create(user=staff, name=f"{NAME}.png", file=file)
    LogEntry.objects.create(user=staff, action_flag=2, object_repr=NAME)
    note(AuditKind.DELETED, by=staff, subject=person, was=NAME)


def test_nothing_of_a_person_is_left_anywhere(person, staff, django_capture_on_commit_callbacks):
    with_a_past(person)
    left_by_staff(person, staff)
    catch_up()
    before = places()
    assert {where for where, _sign in before} >= PLACES

    with django_capture_on_commit_callbacks(execute=True):
        erase(Official, person.pk, mode=ErasureMode.ANONYMOUS, reason=f"{NAME} asked for it.")

    assert places() == set()
    assert Official.objects.get().name == "Name withheld"
    assert not default_storage.exists(person.photo.name)


def marked(column: models.Field):
    text = f"{NAME}, qx@example.org"
    return [text, {"said": KAZAKH}] if isinstance(column, models.JSONField) else text


RECORDS = [
    model for model in every_model.MODELS if not model._meta.proxy and model is not SearchEntry
]
# What a row needs beside, to hold a text in each column.
BESIDE = {
    "AgreementReference": {"registry": "national"},
    "Delegation": {"place": 1},
    "Member": {"place": 1},
}


@pytest.mark.slow
@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model._meta.label)
def test_no_text_of_any_record_names_the_person(person, model, django_capture_on_commit_callbacks):
    row = every_model.make(model)
    for column in text_columns(model):
        # A shorter one holds no name.
        if column.max_length is None or column.max_length > len(marked(column)):
            with transaction.atomic():
                said = {column.name: marked(column)} | BESIDE.get(model.__name__, {})
                rows = model._default_manager.filter(pk=row.pk)
                # The audit trail is only added to, but for an erasure.
                getattr(rows, "erase", rows.update)(**said)

    with django_capture_on_commit_callbacks(execute=True):
        erase(Official, person.pk, mode=ErasureMode.ANONYMOUS)

    assert places() == set()
