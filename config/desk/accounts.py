"""The accounts of staff and their groups, with what they may do in the reader's words."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, SetUnusablePasswordMixin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from forum.admin.removing import NamesWhatIsDeleted, has_a_name

OURS = ("forum", "delegations", "agreements", "auth")
DOING = {"add": _("Add"), "change": _("Change"), "delete": _("Delete"), "view": _("View")}


def in_words(permission: Permission) -> str:
    """What it allows: Django keeps its name in English."""
    meta = permission.content_type.model_class()._meta
    action = permission.codename.removesuffix(f"_{meta.model_name}")
    what = DOING.get(action, permission.name)
    return f"{meta.app_config.verbose_name} | {capfirst(meta.verbose_name)} | {what}"


def given_here(permissions):
    """Of these, what concerns records that staff meet."""
    types = ContentType.objects.filter(app_label__in=OURS)
    met = [each.pk for each in types if (model := each.model_class()) and has_a_name(model)]
    return permissions.filter(content_type__in=met)


class PasswordForm(AdminPasswordChangeForm):
    """Django joins its help to a warning before it knows the language, so that both are English."""

    WARNING = _("If disabled, the current password for this user will be lost.")
    # Django's script shows the warning when it is due.
    HELP = "{}<ul class='messagelist' id='id_unusable_warning'><li class='warning'>{}</li></ul>"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("usable_password"):
            help_text = SetUnusablePasswordMixin.usable_password_help_text
            field.help_text = format_html(self.HELP, help_text, self.WARNING)


class GivesPermissions(NamesWhatIsDeleted):
    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.related_model is Permission:
            field.queryset = given_here(field.queryset)
            field.label_from_instance = in_words
        return field


admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(GivesPermissions, UserAdmin):
    change_password_form = PasswordForm


@admin.register(Group)
class AccountGroupAdmin(GivesPermissions, GroupAdmin):
    pass
