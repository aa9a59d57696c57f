"""The accounts of staff and their groups, with what they may do in the reader's words."""

from django.contrib import admin
from django.contrib.admin.filters import RelatedFieldListFilter
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, SetUnusablePasswordMixin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from config.access.giving import (
    groups_to_give,
    has_no_more,
    in_words,
    is_role,
    permissions_of,
    rights_in_words,
)
from config.access.roles import BY_NAME, named
from config.access.with_proof import AsksForProof, KeepsAccounts
from forum.admin.personal import LeadsToAccount
from forum.admin.records import AsksOnlyWhatIsOffered
from forum.admin.removing import NamesWhatIsDeleted, has_a_name
from forum.audit.trail import note
from forum.choices import AuditKind

OURS = ("forum", "delegations", "agreements", "auth")
# What makes an account mighty: nobody changes it of their own.
MIGHT = ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")


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


class NamesRoles(RelatedFieldListFilter):
    """A filter by groups, those of roles in the reader's words."""

    def field_choices(self, field, request, model_admin):
        return [(group.pk, named(group)) for group in Group.objects.order_by("name")]


class GivesRights(AsksOnlyWhatIsOffered, NamesWhatIsDeleted):
    """Accounts and groups: nobody gives what they lack, nor changes whoever may do more.

    What was given and taken enters the audit trail.
    """

    def has_change_permission(self, request, obj=None):
        may = super().has_change_permission(request, obj)
        return may and (obj is None or has_no_more(obj, request.user))

    def has_delete_permission(self, request, obj=None):
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or has_no_more(obj, request.user))

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.related_model is Permission:
            own = permissions_of(request.user).values("pk")
            field.queryset = given_here(field.queryset).filter(pk__in=own)
            field.label_from_instance = in_words
        if db_field.related_model is Group:
            field.queryset = groups_to_give(request.user)
            field.label_from_instance = named
        return field

    def save_model(self, request, obj, form, change):
        form.had = rights_in_words(self.model.objects.get(pk=obj.pk)) if change else []
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self._note(request, form.instance, form.had, rights_in_words(form.instance))

    def delete_model(self, request, obj):
        self._note(request, obj, rights_in_words(obj), [])
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self._note(request, obj, rights_in_words(obj), [])
        super().delete_queryset(request, queryset)

    def _note(self, request, holder, before: list[str], after: list[str]) -> None:
        if before != after:
            kind = AuditKind.RIGHTS_CHANGED
            note(kind, request=request, subject=holder, before=before, after=after)


admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(KeepsAccounts, LeadsToAccount, GivesRights, UserAdmin):
    account_page = "staff_account"
    change_password_form = PasswordForm
    list_filter = ["is_staff", "is_superuser", "is_active", ("groups", NamesRoles)]

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and obj != request.user

    def get_readonly_fields(self, request, obj=None):
        kept = list(super().get_readonly_fields(request, obj))
        if obj == request.user:
            return [*kept, *MIGHT]
        return kept if request.user.is_superuser else [*kept, "is_superuser"]


@admin.register(Group)
class AccountGroupAdmin(AsksForProof, GivesRights, GroupAdmin):
    """Groups; those of roles are only shown, since `set_up_roles` keeps them."""

    list_display = ["called", "about"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_role(obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_role(obj)

    @admin.display(description=_("name"), ordering="name")
    def called(self, group):
        return named(group)

    @admin.display(description=_("what it is for"))
    def about(self, group):
        return BY_NAME[group.name].about if is_role(group) else ""
