"""Whose a file is, and so who may open it: asked of the record, for each file anew."""

from functools import cache

from django.apps import apps
from django.db.models import Model

from forum.published import open_to
from forum.rights import hidden_from, may
from forum.uploads.fields import Kept, PictureField


@cache
def _fields() -> dict[str, list]:
    """The fields of files of all models, by the folder in which their files lie."""
    found: dict[str, list] = {}
    for model in apps.get_models():
        for field in model._meta.fields:
            if isinstance(field, Kept):
                found.setdefault(field.upload_to, []).append(field)
    return found


def _fields_of(name: str) -> list:
    folder, slash, _file = name.partition("/")
    return _fields().get(folder + slash, [])


def record_of(name: str, kind: type = Kept) -> Model | None:
    """The record that has the file of this name now, in a field of this kind."""
    fields = (field for field in _fields_of(name) if isinstance(field, kind))
    found = (field.model._base_manager.filter(**{field.attname: name}).first() for field in fields)
    return next(filter(None, found), None)


def is_shown(name: str) -> bool:
    """Whether visitors see the picture of this name: that of a published record."""
    return any(
        field.model._default_manager.published().filter(**{field.attname: name}).exists()
        for field in _fields_of(name)
        if isinstance(field, PictureField)
    )


def may_open(user, name: str) -> bool:
    """Whether a member of staff may open the file of this name.

    Who may see its record, and the whole that this is a part of, also while that is unpublished.
    What is set aside belongs to a form, and is opened by nobody.
    """
    chain = _chain(name)
    if not user.is_staff or not chain:
        return False
    part, whole = chain[-2:] if len(chain) > 1 else chain * 2
    if _is_hidden(user, chain[0], name) or not (
        hasattr(whole, "is_published") and may(user, "view", type(part))
    ):
        return False
    return open_to(user, type(chain[0])._default_manager.filter(pk=chain[0].pk)).exists()


def _is_hidden(user, record: Model, name: str) -> bool:
    """Whether the file is a private one, and the user has no right to such."""
    fields = {field.name for field in _fields_of(name) if field.model is type(record)}
    return not fields.isdisjoint(hidden_from(user, type(record)))


def _chain(name: str) -> list[Model]:
    """The record of a file, what it is a part of, and so on."""
    record = record_of(name)
    if record is None:
        return []
    field = next(each for each in _fields_of(name) if each.model is type(record))
    chain = [record]
    for step in field.part_of:
        chain.append(getattr(chain[-1], step))
    return chain
