"""Where files are kept: one is stored with the row that names it, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.urls import reverse
from django.utils.deconstruct import deconstructible

from forum.late import begin

# The widths in which pages show pictures, and the folder of those made so far.
WIDTHS = (320, 640, 1280)
RENDITIONS = "renditions"

_stored: ContextVar[list[tuple[Storage, str]] | None] = ContextVar("stored", default=None)


@contextmanager
def removed_if_it_fails() -> Iterator[None]:
    """Remove the files that are stored inside, if what is done there fails.

    A process that is killed leaves them: `manage.py sweep_files` finds them.
    """
    stored: list[tuple[Storage, str]] = []
    token = _stored.set(stored)
    try:
        yield
    except BaseException:
        for storage, name in stored:
            storage.delete(name)
        raise
    finally:
        _stored.reset(token)


class WithItsRow:
    """A storage whose files go if their row is not saved."""

    def _save(self, name, content):
        # The lock first: who is overtaken begins again, and has stored nothing.
        begin()
        stored = _stored.get()
        if stored is not None:
            # Before it is written, since the disk may be full in the middle of it.
            stored.append((self, name))
        # A copy of what was uploaded, which may be asked for again.
        kept = super()._save(name, File(content))
        if stored is not None and kept != name:
            stored[stored.index((self, name))] = (self, kept)
        return kept


def rendition_name(name: str, width: int) -> str:
    return f"{RENDITIONS}/{width}/{name}.webp"


class Private(WithItsRow):
    """A store of files without a public address: theirs leads to a view that asks who it is."""

    def url(self, name):
        return reverse("private-file", args=[name])


class Pictures(WithItsRow):
    """A store of pictures; with one go the smaller ones that were made of it."""

    def url(self, name):
        return reverse("media", args=[name])

    def delete(self, name):
        super().delete(name)
        for width in WIDTHS:
            super().delete(rendition_name(name, width))


@deconstructible
class PrivateStorage(Private, FileSystemStorage):
    """Private files in a folder."""


@deconstructible
class PictureStorage(Pictures, FileSystemStorage):
    """Pictures in a folder."""

    def put(self, name, content):
        """Keep a file under this very name: for others it is there whole, or not at all."""
        with removed_if_it_fails():
            part = self.save(f"{name}.part", content)
            Path(self.path(part)).replace(self.path(name))


def private_storage():
    """The storage named “private” in the settings, looked up when it is used."""
    return storages["private"]
