"""What an icon of the admin says to those who do not see it, in the reader's language."""

from django.contrib.admin.templatetags import admin_list
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

YES_OR_NO = {True: ("yes", _("Yes")), False: ("no", _("No")), None: ("unknown", _("Unknown"))}


def yes_or_no(value: bool | None) -> str:
    name, words = YES_OR_NO[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{name}.svg"), words)


# Django says “True” and “False” in every language, and has no setting for it.
admin_list._boolean_icon = yes_or_no
