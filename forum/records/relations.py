from django.core.exceptions import ObjectDoesNotExist


def present(instance, field: str):
    """The related record, or None: the history of a row may name one that is gone."""
    try:
        return getattr(instance, field)
    except ObjectDoesNotExist:
        return None
