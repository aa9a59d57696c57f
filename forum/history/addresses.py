"""Former addresses of records: a table of redirects, so that no link ever breaks."""

from collections.abc import Iterable

from django.apps import apps
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from forum.models import GoneAddress, OldAddress


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
    old = OldAddress.objects.filter(path__in=_beginnings(path)).order_by("-path").first()
    if old is None:
        return None
    record = apps.get_model(old.model).objects.published().filter(pk=old.key).first()
    return path_of(record) + path.removeprefix(old.path) if record else None


def addresses_of(model: type[models.Model], key: int) -> list[str]:
    """The present and all former addresses of a record's page."""
    record = model._base_manager.filter(pk=key).first()
    former = OldAddress.objects.filter(model=model._meta.label_lower, key=key)
    return [*([path_of(record)] if record else []), *former.values_list("path", flat=True)]


def naming(slugs: Iterable[str], model: type[models.Model], key: int) -> list[OldAddress]:
    """Former addresses of other records that have one of these slugs in them."""
    wanted = {slug for slug in slugs if "-" in slug}
    rows = OldAddress.objects.exclude(model=model._meta.label_lower, key=key)
    return [row for row in rows if any(is_in_slug(each, row.slug) for each in wanted)]


def is_in_slug(part: str, slug: str) -> bool:
    """Whether a slug has all words of another one in it."""
    return f"-{part}-" in f"-{slug}-"


def give_up(model: type[models.Model], key: int, paths: list[str]) -> None:
    """Let addresses of a record lead nowhere any more, without a word of what they were."""
    rows = [GoneAddress(digest=_digest(path)) for path in paths]
    GoneAddress.objects.bulk_create(rows, ignore_conflicts=True)
    OldAddress.objects.filter(model=model._meta.label_lower, key=key).delete()
    OldAddress.objects.filter(path__in=paths).delete()


def is_gone(path: str) -> bool:
    """Whether a page stood at this address, or above it, and was given up for good."""
    return GoneAddress.objects.filter(digest__in=map(_digest, _beginnings(path))).exists()


def _digest(path: str) -> str:
    """What tells a path to whoever asks for it, and its words to nobody."""
    return salted_hmac("gone", path, algorithm="sha256").hexdigest()


def _beginnings(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:end]) + "/" for end in range(2, len(parts))]
