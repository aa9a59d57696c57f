"""Set aside until they are saved: files of a refused form, and forms that could not be taken.

They belong to the user who sent them, are never saved by themselves, and go after a day.
"""

import copy
from uuid import UUID

from django.contrib.auth import get_user_model
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils import timezone

from forum.models import AsideFile, AsideForm
from forum.models.aside import KEPT
from forum.records.texts import printable
from forum.services import clean_aside

SENDER, LOOK, MISSING = "sent_by", "look_first", "choose_again"
FILE, NO_FILE = "kept-", "remove-"
# What belongs to the request that failed, not to what somebody typed.
NOT_TYPED = ("csrfmiddlewaretoken", SENDER)


class AsideUpload(UploadedFile):
    """A file set aside, as if it had been sent again."""

    def __init__(self, kept: AsideFile):
        super().__init__(kept.file, kept.name, kept.content_type, kept.file.size)
        self.token = str(kept.token)


# Files.


def take_files(request) -> None:
    """Let a form that is sent have the files that were set aside for it."""
    for name, token in request.POST.items():
        field = name.removeprefix(FILE)
        if field == name or field in request.FILES or f"{NO_FILE}{field}" in request.POST:
            continue
        if (kept := _file_of(request.user, token)) is not None:
            request.FILES[field] = AsideUpload(kept)


def set_aside(user, file: UploadedFile) -> AsideUpload:
    """Keep a file for the next time that its form is sent; one that is kept stays so."""
    if isinstance(file, AsideUpload):
        return file
    return AsideUpload(_keep(user.pk, file))


def _keep(sender: int, file: UploadedFile) -> AsideFile:
    """Raises ValidationError if it is a file that no form takes."""
    clean_aside()
    file.seek(0)
    said = {"name": file.name, "content_type": file.content_type or ""}
    names = {name: _storable(text)[:255] for name, text in said.items()}
    kept = AsideFile(user_id=sender, file=file, **names)
    kept.file.check()  # Before the transaction: a refusal inside would end it.
    kept.save()
    return kept


def _file_of(user, token: str) -> AsideFile | None:
    try:
        kept = AsideFile.objects.filter(user=user, token=UUID(token)).first()
    except ValueError:
        return None
    there = kept is not None and kept.file.storage.exists(kept.file.name)
    return kept if there else None


# Forms.


def signed_sender(user) -> str:
    """What a form carries, to be set aside for this user if it cannot be taken."""
    return signing.dumps(user.pk, salt=SENDER)


def sender_of(request) -> int | None:
    """For whom the form that was sent was opened; None if it does not say."""
    try:
        key = signing.loads(request.POST.get(SENDER, ""), salt=SENDER, max_age=2 * KEPT)
    except signing.BadSignature:
        return None
    is_staff = get_user_model().objects.filter(pk=key, is_active=True, is_staff=True).exists()
    return key if is_staff else None


def keep_form(request, sender: int | None) -> bool:
    """Set a form that was sent aside, with its files; whether it was."""
    path = request.get_full_path()
    if sender is None or len(path) > AsideForm._meta.get_field("path").max_length:
        return False
    clean_aside()
    data = {
        _storable(name): [_storable(value) for value in values]
        for name, values in request.POST.lists()
        if name not in NOT_TYPED
    }
    data |= _kept_of(request, sender)
    AsideForm.objects.update_or_create(
        user_id=sender, path=path, defaults={"data": data, "kept_at": timezone.now()}
    )
    return True


def _storable(text: str) -> str:
    """A text that any database takes."""
    return printable(text).encode(errors="replace").decode()


def _kept_of(request, sender: int) -> dict[str, list[str]]:
    """The files of a form that nobody has looked at: what is not taken is to be chosen again."""
    kept, missing = {}, []
    for name, file in request.FILES.items():
        try:
            kept[f"{FILE}{name}"] = [str(_keep(sender, file).token)]
        except ValidationError:
            missing.append(_storable(file.name))
    return kept | ({MISSING: missing} if missing else {})


def brought_back(request):
    """The request; if a form was set aside for its page, as it was when that was sent.

    Whoever takes it shows the form and does not save it: `must_look` says so.
    """
    if request.method != "GET":
        return request
    rows = AsideForm.objects.filter(user=request.user, kept_at__gte=timezone.now() - KEPT)
    kept = rows.filter(path=request.get_full_path()).first()
    if kept is None:
        return request
    data = QueryDict(mutable=True)
    for name, values in kept.data.items():
        data.setlist(name, values)
    data[LOOK] = "on"
    again = copy.copy(request)
    again.method, again.POST, again._files = "POST", data, request.FILES
    take_files(again)
    return again


def must_look(request) -> bool:
    """Whether the form is only brought back, to be looked at."""
    return LOOK in request.POST


def forget(request) -> None:
    """Nothing of this page needs to be kept: it was saved, or is not wanted."""
    user, names = request.user, [name for name in request.POST if name.startswith(FILE)]
    AsideForm.objects.filter(user=user, path=request.get_full_path()).delete()
    for kept in filter(None, (_file_of(user, request.POST[name]) for name in names)):
        kept.drop()
