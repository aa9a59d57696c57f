from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.services import merge
from forum.admin.records import PublishableAdmin


class MergeableAdmin(PublishableAdmin):
    """A kind of record that is easily entered twice, since its name has many spellings."""

    actions = ["publish", "unpublish", "merge_records"]

    @admin.action(
        description=gettext_lazy("Merge the selected records into one"), permissions=["delete"]
    )
    def merge_records(self, request, queryset):
        records = list(queryset.order_by("pk"))
        keep = next((each for each in records if str(each.pk) == request.POST.get("keep")), None)
        if len(records) < 2:
            self.message_user(request, _("Select two or more records."), messages.WARNING)
        elif keep is None:
            return self._ask_which_to_keep(request, records)
        else:
            self._merge_into(request, keep, records)
        return None

    def _ask_which_to_keep(self, request, records):
        context = self.admin_site.each_context(request) | {
            "title": _("Merge the selected records into one"),
            "opts": self.opts,
            "records": records,
        }
        return TemplateResponse(request, "admin/merge.html", context)

    def _merge_into(self, request, keep, records):
        for duplicate in records:
            if duplicate.pk == keep.pk:
                continue
            name = str(duplicate)
            try:
                merge(keep=keep, duplicate=duplicate, by=request.user)
            except ValidationError as error:
                self.message_user(request, f"{name}: {error.messages[0]}", messages.ERROR)
            else:
                text = _("%(duplicate)s is now %(kept)s.") % {"duplicate": name, "kept": keep}
                self.message_user(request, text, messages.SUCCESS)
