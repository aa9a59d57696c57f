"""Forms that show what is sealed as text: the rule itself stands with the models."""

from agreements.life.sealing import is_sealed


def corrects(request) -> bool:
    """Whether the request corrects a record, with a reason."""
    return getattr(request, "is_correction", False)


class SealedAdmin:
    """Rows that a concluded agreement keeps; new ones can be added."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not _is_closed(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not _is_closed(request, obj)


def _is_closed(request, obj) -> bool:
    agreement = getattr(obj, "agreement", obj)
    return agreement is not None and is_sealed(agreement) and not corrects(request)
