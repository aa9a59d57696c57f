"""How much may be uploaded: one file, and all files together."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage, storages
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

MEGABYTE = 1024**2
STORAGES = ("default", "private")


def refuse_large(size: int, most_mb: int) -> None:
    """Raises ValidationError if so many bytes are more than so many megabytes."""
    most = most_mb * MEGABYTE
    if size > most:
        said = {"size": filesizeformat(size), "most": filesizeformat(most)}
        raise ValidationError(_("The file has %(size)s; at most %(most)s are allowed.") % said)


def refuse_without_room(size: int) -> None:
    """Raises ValidationError if so many bytes more exceed the setting MEDIA_QUOTA_MB."""
    most = settings.MEDIA_QUOTA_MB * MEGABYTE
    if used() + size > most:
        text = _(
            "There is no room for this file: all files together may have %(most)s."
            " Tell whoever looks after this site."
        )
        raise ValidationError(text % {"most": filesizeformat(most)})


def used() -> int:
    """The bytes of all files on this machine; what is stored elsewhere is limited there."""
    local = [storages[name] for name in STORAGES]
    places = {Path(each.location) for each in local if isinstance(each, FileSystemStorage)}
    return sum(size for place in places for size in _sizes(place))


def _sizes(place: Path) -> Iterator[int]:
    for folder, _folders, names in os.walk(place):
        for name in names:
            with suppress(FileNotFoundError):  # Deleted meanwhile.
                yield Path(folder, name).stat().st_size
