from django.core.files.storage import FileSystemStorage, storages
from django.urls import reverse
from django.utils.deconstruct import deconstructible


@deconstructible
class PrivateStorage(FileSystemStorage):
    """Files without a public address: theirs leads to a view that asks staff who they are."""

    def url(self, name):
        return reverse("private-file", args=[name])


def private_storage():
    """The storage named “private” in the settings, looked up when it is used."""
    return storages["private"]
