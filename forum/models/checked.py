from functools import cache

from django.core.exceptions import FieldError, ValidationError
from django.db import models
from django.db.models import BooleanField, CheckConstraint, Q
from django.db.models.functions import Coalesce
from django.utils.translation import get_language


class Together(models.BaseConstraint):
    """The check constraints of a model, asked at once: a query each only if one is broken."""

    def __init__(self, checks: list[CheckConstraint]):
        super().__init__(name="together")
        self.checks = checks

    def validate(self, model, instance, exclude=None, using="default"):
        if self._all_hold(model, instance, exclude, using):
            return
        broken = []
        for check in self.checks:
            try:
                check.validate(model, instance, exclude=exclude, using=using)
            except ValidationError as error:
                broken += error.error_list
        if broken:
            raise ValidationError(broken)

    def _all_hold(self, model, instance, exclude, using) -> bool:
        """Whether nothing is broken; as for one, what is unknown is not, nor what is excluded."""
        asked = [each for each in self.checks if not _names(each) & {*(exclude or ())}]
        # SQL knows “unknown”, which is no “no”: each is to be known before they are joined.
        known = [Coalesce(Q(each.condition), True, output_field=BooleanField()) for each in asked]
        against = instance._get_field_expression_map(meta=model._meta, exclude=exclude)
        try:
            return not known or Q(*known).check(against, using=using)
        except FieldError:
            return False


def _names(check: CheckConstraint) -> set[str]:
    return check.condition.referenced_base_fields


@cache
def _labels(field: models.Field, language: str) -> dict:
    """Those of countries follow from the language, all others are translated when they are read."""
    return dict(field.flatchoices)


class Checked(models.Model):
    """A record whose own rules the database knows too, and which is held to all of them at once."""

    class Meta:
        abstract = True

    def get_constraints(self):
        """Those that are to be validated."""
        return [(model, _joined(constraints)) for model, constraints in super().get_constraints()]

    def clean_fields(self, exclude=None):
        """Ask nobody whether a record is there that is at hand."""
        super().clean_fields({*(exclude or ()), *self._at_hand()})

    def _at_hand(self) -> set[str]:
        relations = (field for field in self._meta.concrete_fields if field.is_relation)
        return {field.name for field in relations if self._has_at_hand(field)}

    def _has_at_hand(self, field) -> bool:
        record = field.get_cached_value(self, default=None)
        is_stored = record is not None and not record._state.adding
        return is_stored and field.value_from_object(self) == record.serializable_value(
            field.target_field.name
        )

    def _get_FIELD_display(self, field) -> str:  # noqa: N802 - Django's
        """The label of a choice; Django translates all labels of a field to find one."""
        value = getattr(self, field.attname)
        return str(_labels(field, get_language()).get(value, "" if value is None else value))


def _joined(constraints) -> list[models.BaseConstraint]:
    checks = [each for each in constraints if isinstance(each, CheckConstraint)]
    others = [each for each in constraints if not isinstance(each, CheckConstraint)]
    return [Together(checks), *others] if checks else others
