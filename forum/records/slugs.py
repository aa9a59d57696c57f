"""Addresses made from names in any alphabet."""

from anyascii import anyascii
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from forum.records.translated import columns

MAX_LENGTH = 120


def first_text(instance, field: str) -> str:
    """The translated field's text in the first language that has one."""
    texts = (getattr(instance, column) for column in columns(field))
    return next((text for text in texts if text), "")


def own_slug(instance, field: str) -> str:
    """The slug that the instance was given, or one made from its name that nobody has or had.

    Raises ValidationError if the given one was another record's: links to that would break.
    A name without any letter or digit gives the model's own name and a number.
    """
    model = type(instance)
    others = model._base_manager.exclude(pk=instance.pk)
    former = apps.get_model("forum", "OldAddress").objects.filter(
        model=model._meta.label_lower, key__in=others.values("pk")
    )
    if instance.slug:
        if any(rows.filter(slug=instance.slug).exists() for rows in (former, others)):
            raise ValidationError(
                {"slug": _("This address belongs to another record, or did; links lead there.")}
            )
        return instance.slug
    base = slugify(anyascii(first_text(instance, field)))[:MAX_LENGTH].strip("-")
    base = base or model._meta.model_name
    alike = (rows.filter(slug__startswith=base) for rows in (former, others))
    taken = {slug for rows in alike for slug in rows.values_list("slug", flat=True)}
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
