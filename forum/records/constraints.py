"""Constraints that many models share, each with the sentence that a form shows.

The names fill in app and model, so one call suits every model.
"""

from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from forum.records.translated import columns

PREFIX = "%(app_label)s_%(class)s_"

MISSING = {
    "name": _("Give the name in at least one language."),
    "office": _("Give the office in at least one language."),
    "text": _("Give the text in at least one language."),
    "title": _("Give the title in at least one language."),
}


def one_of(field: str, choices) -> CheckConstraint:
    """Hold a choice field to its choices in the database too; a blank one may stay empty."""
    return CheckConstraint(
        condition=Q(**{f"{field}__in": [*choices.values, ""]}),
        name=f"{PREFIX}{field}_valid",
        violation_error_message=_("Choose one of the listed values."),
    )


def given_in_some_language(field: str) -> Q:
    """Match rows whose translated field has a text in at least one language."""
    condition = Q()
    for column in columns(field):
        condition |= Q(**{f"{column}__gt": ""})
    return condition


def in_some_language(field: str) -> CheckConstraint:
    return CheckConstraint(
        condition=given_in_some_language(field),
        name=f"{PREFIX}{field}_in_some_language",
        violation_error_message=MISSING[field],
    )


def in_order(start: str, end: str, message=None) -> CheckConstraint:
    return CheckConstraint(
        condition=Q(**{f"{end}__gte": F(start)}),
        name=f"{PREFIX}{end}_not_before_{start}",
        violation_error_message=message or _("The end cannot be before the start."),
    )


def unknown_has_no_date(field: str, precision: str | None = None) -> CheckConstraint:
    """“It happened, the date is not known” and a date cannot both be true."""
    precision = precision or f"{field}_precision"
    return CheckConstraint(
        condition=~Q(**{precision: "unknown"}) | Q(**{f"{field}__isnull": True}),
        name=f"{PREFIX}{field}_not_if_unknown",
        violation_error_message=_(
            "Leave the date empty if it is not known, or say how exact it is."
        ),
    )


def exactly_one(*fields: str, rule: str, message) -> CheckConstraint:
    """Exactly one of these relations is given."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return CheckConstraint(
        condition=condition, name=f"{PREFIX}{rule}", violation_error_message=message
    )
