"""Pages of the admin that ask for a proof, and account for what was done to accounts."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from config.access.factors import take_off
from config.access.proof import needs_proof
from config.access.recording import changed


class AsksForProof:
    """Records that are opened, changed and deleted only by who has just proved who they are."""

    @method_decorator(needs_proof)
    def changeform_view(self, request, *args, **kwargs):
        return super().changeform_view(request, *args, **kwargs)

    @method_decorator(needs_proof)
    def delete_view(self, request, *args, **kwargs):
        return super().delete_view(request, *args, **kwargs)

    def changelist_view(self, request, *args, **kwargs):
        listed, acts = super().changelist_view, request.method == "POST"
        return (needs_proof(listed) if acts else listed)(request, *args, **kwargs)


class KeepsAccounts(AsksForProof):
    """Accounts: what is changed of them enters the audit trail; a lost second factor is ended."""

    actions = ["take_second_factor_off"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        changed(obj, ", ".join(form.changed_data) if change else "made", request=request)

    @method_decorator(needs_proof)
    def user_change_password(self, request, id, form_url=""):  # noqa: A002 - Django's name
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and response.status_code == 302:
            changed(self.get_object(request, id), "password", request=request)
        return response

    @admin.action(
        permissions=["change"], description=_("Take the second factor off, which its owner lost")
    )
    def take_second_factor_off(self, request, queryset):
        if not all(self.has_change_permission(request, user) for user in queryset):
            raise PermissionDenied
        for user in queryset:
            take_off(user)
        messages.success(request, _("The second factor is taken off."))
