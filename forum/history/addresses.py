"""Former addresses of records: a table of redirects, so that no link ever breaks."""

from django.apps import apps
from django.db import models
from django.utils.translation import override

from forum.models import OldAddress


def keep_address(stored: models.Model, record: models.Model) -> None:
    """Let the stored address lead on, if saving the record gives it another one."""
    has_page = hasattr(record, "slug") and hasattr(record, "get_absolute_url")
    if not has_page or stored.slug == record.slug:
        return
    lead_on(stored, to=record.pk)
    OldAddress.objects.filter(path=path_of(record)).delete()


def lead_on(record: models.Model, *, to: int) -> None:
    """Let a record's address lead to the record of that key, now that it is given up."""
    meta = record._meta
    OldAddress.objects.update_or_create(
        path=path_of(record), defaults={"model": meta.label_lower, "slug": record.slug, "key": to}
    )


def hand_over(record: models.Model, *, to: int) -> None:
    """Let all addresses of a record that goes lead to another one."""
    OldAddress.objects.filter(model=record._meta.label_lower, key=record.pk).update(key=to)
    lead_on(record, to=to)


def path_of(record: models.Model) -> str:
    """The path of a record's page in the default language, which has no prefix."""
    with override("en"):
        return record.get_absolute_url()


def present(model: type[models.Model], slug: str) -> models.Model | None:
    """The published record that had this slug, if it has another one now."""
    old = OldAddress.objects.filter(model=model._meta.label_lower, slug=slug).first()
    return model.objects.published().filter(pk=old.key).first() if old else None


def follow(path: str) -> str | None:
    """The present path of a page under a former address; None if there is none.

    The path has no prefix of a language: /events/old/programme/ → /events/new/programme/.
    """
    parts = path.split("/")
    beginnings = ["/".join(parts[:end]) + "/" for end in range(2, len(parts))]
    old = OldAddress.objects.filter(path__in=beginnings).order_by("-path").first()
    if old is None:
        return None
    record = apps.get_model(old.model).objects.published().filter(pk=old.key).first()
    return path_of(record) + path.removeprefix(old.path) if record else None
