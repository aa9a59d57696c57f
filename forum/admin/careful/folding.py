"""Folded parts of a form: one with an error in it is open, without a script."""

from django.contrib.admin.utils import flatten


class Rows(list):
    """The fields of a part of a form, some of them side by side in a tuple."""

    def __contains__(self, name):
        """Also of a field in a tuple: Django opens a part that contains one with an error."""
        return name in flatten(self)


def opened_by_errors(fieldsets):
    """The same parts, of which Django folds away only those without an error."""
    return [
        (heading, options | {"fields": Rows(options["fields"])}) for heading, options in fieldsets
    ]
