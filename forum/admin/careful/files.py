"""A file that was chosen in a form which was refused: shown by its name, kept till saved."""

from collections.abc import Iterable

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.db import models
from django.template.loader import render_to_string
from django.utils.html import format_html

from forum.admin.careful.aside import FILE, NO_FILE, AsideUpload, set_aside


class KeepingFileInput(AdminFileWidget):
    """Carries a file that was set aside: no browser sends a file again by itself."""

    kept: AsideUpload | None = None

    def render(self, name, value, attrs=None, renderer=None):
        box = super().render(name, value, attrs, renderer)
        if self.kept is None:
            return box
        said = {"kept": f"{FILE}{name}", "remove": f"{NO_FILE}{name}", "file": self.kept}
        return format_html("{}{}", render_to_string("admin/careful/_file.html", said), box)


def keep_files(user, shown: Iterable[forms.BaseForm]) -> None:
    """Let forms that were refused keep the files that they were sent with and that are in order."""
    for form in shown:
        for name, field in form.fields.items():
            if isinstance(field.widget, KeepingFileInput) and name not in form.errors:
                file = form.files.get(form.add_prefix(name))
                field.widget.kept = set_aside(user, file) if file else None


# For formfield_overrides.
KEEPS_FILES = {
    models.FileField: {"widget": KeepingFileInput},
    models.ImageField: {"widget": KeepingFileInput},
}
