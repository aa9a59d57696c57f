from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from delegations.choices import NameKind
from delegations.models import Institution, Official
from forum.history.addresses import hand_over
from forum.history.keeping import revision
from forum.records.texts import LANGUAGES

OWN = {"id", "slug", "is_published", "changed_at"}


def merge(*, keep: Official | Institution, duplicate: Official | Institution, by=None) -> None:
    """Make one record of two: everything that names the duplicate names the kept one instead.

    What the kept record lacks it takes over; the duplicate's names become other spellings, and
    its address leads on. Raises ValidationError, with nothing changed, if both are the same
    record or both have a private contact.
    """
    if keep.pk == duplicate.pk:
        raise ValidationError(_("A record cannot be merged with itself."), code="same")
    with revision(by=by, comment=_("Merged with “%(record)s”.") % {"record": duplicate}):
        _merge(keep, duplicate)


def _merge(keep, duplicate) -> None:
    for relation in type(keep)._meta.related_objects:
        _hand_over(relation, keep, duplicate)
    for field in type(keep)._meta.many_to_many:
        getattr(keep, field.name).add(*getattr(duplicate, field.name).exclude(pk=keep.pk))
    hand_over(duplicate, to=keep.pk)
    missing = _what_is_missing(keep, duplicate)
    _keep_names(keep, duplicate, missing)
    duplicate.delete()
    for name, value in missing.items():
        setattr(keep, name, value)
    keep.save()


def _hand_over(relation, keep, duplicate) -> None:
    field = relation.field
    if relation.one_to_one and all(_has(each, relation) for each in (keep, duplicate)):
        raise ValidationError(_("Both have a private contact: empty one of them first."))
    rows = relation.related_model._default_manager.filter(**{field.name: duplicate})
    for row in rows:
        if relation.many_to_many:
            getattr(row, field.name).add(keep)
        else:
            is_itself = type(row) is type(keep) and row.pk == keep.pk
            setattr(row, field.name, None if is_itself else keep)
            row.save()
            if is_itself:
                setattr(keep, field.name, None)


def _has(record, relation) -> bool:
    return relation.related_model._default_manager.filter(**{relation.field.name: record}).exists()


def _keep_names(keep, duplicate, missing: dict) -> None:
    known = set(keep.names.values_list("text", flat=True))
    known |= {getattr(keep, f"name_{language}") for language in LANGUAGES}
    known |= {missing.get(f"name_{language}") for language in LANGUAGES}
    for language in LANGUAGES:
        text = getattr(duplicate, f"name_{language}")
        if text and text not in known:
            keep.names.create(text=text, language=language, kind=NameKind.ALIAS)
            known.add(text)


def _what_is_missing(keep, duplicate) -> dict[str, object]:
    return {
        field.attname: getattr(duplicate, field.attname)
        for field in type(keep)._meta.concrete_fields
        if field.name not in OWN
        and not isinstance(field, models.ForeignKey)
        and not getattr(keep, field.attname)
        and getattr(duplicate, field.attname)
    }
