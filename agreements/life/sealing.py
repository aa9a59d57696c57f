"""What was signed stays as it is on record, but for a step or a correction with a reason.

The seal begins when staff record the agreement as concluded, not when the world concluded it:
until then everything can be changed, and what was left empty can be filled in later too.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from agreements.choices import Stage
from forum.choices import DatePrecision
from forum.records.translated import columns

DATES = ("concluded_on", "provisional_on", "in_force_on", "expires_on")
# What an agreement keeps as it was signed.
SUBSTANCE = (
    "instrument",
    "instrument_as_printed",
    "legal_nature",
    "mode",
    "event",
    "session",
    "term_months",
    "renewal",
    "renewal_months",
    "notice_months",
    "entry_rule",
    "entry_consents",
    *columns("city"),
    "country",
    "is_online",
    "languages",
    "originals",
    *(name for date in DATES for name in (date, f"{date}_precision")),
)
# What only steps change.
MOVED_BY_STEPS = (
    "stage",
    "terminated_on",
    "terminated_on_precision",
    "notice_given_on",
    "sealed_at",
)


def awaits_seal(agreement) -> bool:
    """Whether it is concluded, and nobody has recorded that yet."""
    return agreement.stage == Stage.CONCLUDED and agreement.sealed_at is None


def is_sealed(agreement) -> bool:
    """Whether it is recorded as concluded, and no step or correction is being recorded now."""
    return agreement.sealed_at is not None and not agreement.is_seal_open


def sealed_fields(agreement) -> list[str]:
    """What stays as it is on record of a sealed agreement; what is empty can be filled in."""
    return [*_filled(agreement, SUBSTANCE), *MOVED_BY_STEPS]


def sealed_fields_of_part(part) -> list[str]:
    """The same of one of its parts, but for the fields that its model calls open."""
    names = [field.name for field in part._meta.concrete_fields]
    return _filled(part, [name for name in names if name not in part.open_fields])


def keep_seal(agreement) -> None:
    """Raise ValidationError if saving the agreement would change what its stored row has sealed."""
    stored = _stored(agreement)
    if stored is not None and stored.sealed_at and not agreement.is_seal_open:
        _refuse(agreement, stored, sealed_fields(stored))


def keep_seal_of_part(part) -> None:
    """Raise ValidationError if saving the part would change what a sealed agreement has of it."""
    stored = _stored(part) if is_sealed(part.agreement) else None
    if stored is not None:
        _refuse(part, stored, sealed_fields_of_part(stored))


def keep_part(part) -> None:
    """Raise ValidationError if the part belongs to a sealed agreement: it is not taken away."""
    if is_sealed(part.agreement):
        raise ValidationError(_("The agreement is recorded as concluded: its parts stay."))


def _filled(record, names) -> list[str]:
    """Those that are not empty; how exact a date is counts as a part of the date."""
    return [name for name in names if _is_filled(record, name)]


def _is_filled(record, name: str) -> bool:
    date = name.removesuffix("_precision")
    if date != name:
        return getattr(record, name) == DatePrecision.UNKNOWN or _is_filled(record, date)
    if getattr(record, f"{name}_precision", "") == DatePrecision.UNKNOWN:
        return True
    value = record.serializable_value(name)
    return value is not None and value is not False and value != ""


def _stored(record):
    return type(record)._base_manager.filter(pk=record.pk).first()


def _refuse(record, stored, names: list[str]) -> None:
    changed = [
        str(record._meta.get_field(name).verbose_name)
        for name in names
        if stored.serializable_value(name) != record.serializable_value(name)
    ]
    if changed:
        raise ValidationError(
            _("It is recorded as concluded: correct it, with a reason, to change: %(fields)s."),
            params={"fields": ", ".join(changed)},
            code="sealed",
        )
