"""Fields of models for files: each file is checked before it is kept, through whichever door."""

from pathlib import PurePosixPath
from secrets import token_hex

from django import forms
from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import FieldFile, ImageFieldFile

from forum.uploads import pictures
from forum.uploads.kinds import DOCUMENTS, PICTURES, checked
from forum.uploads.limits import refuse_without_room
from forum.uploads.storage import private_storage


class KeptFile(FieldFile):
    """A file, or one that is about to become one: `kept` is what is stored of it."""

    kept: File | None = None

    def check(self) -> None:
        """Check a file that has just been chosen. Raises ValidationError with a sentence."""
        if self and not self._committed and self.kept is None:
            self.file = self.kept = self.field.taken(self.file, self.name)

    def save(self, name, content, save=True):
        """Store it under a name that says nothing and that nobody guesses."""
        if content is not self.kept:
            content = self.field.taken(content, name)
        ending = PurePosixPath(content.name or name).suffix.lower()
        super().save(f"{token_hex(16)}{ending}", content, save)


class KeptPicture(KeptFile, ImageFieldFile):
    def check(self) -> None:
        super().check()
        if self.kept is not None:
            self.__dict__.pop("_dimensions_cache", None)
            self.field.update_dimension_fields(self.instance, force=True)

    def _get_image_dimensions(self):
        """Its size as its head says; of a file that is no picture, none."""
        try:
            return super()._get_image_dimensions()
        except (*pictures.BOMB, *pictures.DAMAGE):
            return None, None


class FileChooser(forms.FileField):
    """Offers the files that are taken; what is wrong with one, the field of the model says."""

    def __init__(self, *, kinds, **options):
        self.kinds = kinds
        super().__init__(**options)

    def widget_attrs(self, widget):
        endings = [ending for kind in self.kinds for ending in kind.endings]
        return super().widget_attrs(widget) | {"accept": ",".join(dict.fromkeys(endings))}


class Kept:
    """What fields of files share: which kinds they take, and which record says who sees them."""

    kinds = DOCUMENTS
    part_of: tuple[str, ...] = ()

    def taken(self, file: File, name: str) -> File:
        """What is kept of a file with this name. Raises ValidationError with a sentence."""
        kept = self._kept(file, name)
        refuse_without_room(kept.size)
        return kept

    def _kept(self, file: File, name: str) -> File:
        is_picture = checked(file, name, self.kinds).is_picture
        return pictures.drawn_anew(file) if is_picture else file

    def clean(self, value, model_instance):
        value = super().clean(value, model_instance)
        if isinstance(value, KeptFile):
            value.check()
        return value

    def formfield(self, **options):
        return super().formfield(
            **{"form_class": FileChooser, "kinds": self.kinds} | options | {"max_length": None}
        )


class DocumentField(Kept, models.FileField):
    """A private file; `part_of` names the way to the record that is published or not."""

    attr_class = KeptFile

    def __init__(self, *args, kinds=DOCUMENTS, part_of=(), **options):
        self.kinds, self.part_of = kinds, part_of
        super().__init__(*args, **{"storage": private_storage} | options)


class AsideField(DocumentField):
    """A file as it was sent, for the form that will send it again: that form's field keeps it."""

    def _kept(self, file: File, name: str) -> File:
        checked(file, name, self.kinds)
        return file


class PictureField(Kept, models.ImageField):
    """A picture that is seen where its record is, found by its name for each who asks."""

    attr_class, kinds = KeptPicture, PICTURES

    def __init__(self, *args, **options):
        super().__init__(*args, **{"db_index": True} | options)
