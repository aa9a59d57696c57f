"""What was signed stays as it is on record, but for a correction with a reason."""

from agreements.choices import Stage
from agreements.models import Agreement


def is_sealed(record, request) -> bool:
    """Whether a record belongs to a concluded agreement that this request does not correct."""
    agreement = record if isinstance(record, Agreement) else getattr(record, "agreement", None)
    corrects = getattr(request, "is_correction", False)
    return agreement is not None and agreement.stage == Stage.CONCLUDED and not corrects


class SealedAdmin:
    """Rows that a concluded agreement keeps; new ones can be added."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_sealed(obj, request)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_sealed(obj, request)
