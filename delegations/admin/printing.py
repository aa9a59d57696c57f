"""From a list of members to what is printed for these alone."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.printing import may_print, page_to_print

# All of them stand in the address of the page; there a whole delegation can be chosen, too.
MOST = 200


class PrintsMembers(admin.ModelAdmin):
    def has_print_permission(self, request):
        return may_print(request.user)

    @admin.action(description=gettext_lazy("Print for the selected members"), permissions=["print"])
    def print_for_members(self, request, queryset):
        rows = list(queryset.order_by().values_list("delegation__event", "pk")[: MOST + 1])
        events, keys = {event for event, _key in rows}, [key for _event, key in rows]
        if len(events) > 1:
            return self.message_user(request, _("Choose members of one event."), messages.ERROR)
        if len(keys) > MOST:
            text = _("Choose %(count)d members at most, or a delegation on the page to print.")
            return self.message_user(request, text % {"count": MOST}, messages.ERROR)
        return HttpResponseRedirect(page_to_print(events.pop(), {"member": keys}))
