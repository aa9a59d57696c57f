"""What was signed stays as it is on record, but for a step or a correction with a reason."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from agreements.choices import Stage
from forum.choices import DatePrecision
from forum.records.translated import columns

# What a concluded agreement keeps as it was signed, unless it was left empty.
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
)
DATES = ("concluded_on", "provisional_on", "in_force_on", "expires_on")
# What only steps change.
MOVED_BY_STEPS = ("stage", "terminated_on", "terminated_on_precision", "notice_given_on")


def is_sealed(agreement) -> bool:
    """Whether it is concluded, and no step or correction is being recorded just now."""
    return agreement.stage == Stage.CONCLUDED and not agreement.is_seal_open


def sealed_fields(agreement) -> list[str]:
    """The substance that is on record; what was left empty can still be filled in."""
    sealed = [name for name in SUBSTANCE if getattr(agreement, name) not in (None, "", False)]
    for date in DATES:
        precision = f"{date}_precision"
        is_known = getattr(agreement, date) is not None
        if is_known or getattr(agreement, precision) == DatePrecision.UNKNOWN:
            sealed += [date, precision]
    return sealed


def keep_seal(agreement) -> None:
    """Raise ValidationError if saving the agreement would change what its stored row has sealed."""
    stored = _stored(agreement)
    if stored is None or stored.stage != Stage.CONCLUDED or agreement.is_seal_open:
        return
    _refuse(agreement, stored, [*sealed_fields(stored), *MOVED_BY_STEPS])


def keep_seal_of_part(part) -> None:
    """Raise ValidationError if saving the part would change one of a concluded agreement.

    What its model names in `open_fields` can be changed all the same.
    """
    stored = _stored(part)
    if stored is not None and is_sealed(part.agreement):
        names = {field.name for field in part._meta.concrete_fields}
        _refuse(part, stored, sorted(names - {*getattr(part, "open_fields", ())}))


def keep_part(part) -> None:
    """Raise ValidationError if the part belongs to a concluded agreement: it is not taken away."""
    if is_sealed(part.agreement):
        raise ValidationError(_("The agreement is concluded: its parts stay on record."))


def _stored(record):
    return type(record)._base_manager.filter(pk=record.pk).first()


def _refuse(record, stored, names: list[str]) -> None:
    fields = [record._meta.get_field(name) for name in names]
    changed = [
        str(field.verbose_name)
        for field in fields
        if getattr(stored, field.attname) != getattr(record, field.attname)
    ]
    if changed:
        raise ValidationError(
            _("It is concluded: correct the record, with a reason, to change: %(fields)s."),
            params={"fields": ", ".join(changed)},
            code="sealed",
        )
