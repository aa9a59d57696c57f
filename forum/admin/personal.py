"""The way from somebody's record to all that is held on them."""

from django.urls import reverse

from forum.rights import ERASE


class LeadsToAccount:
    """A kind of record that is a person; `account_page` names the page of what is held."""

    account_page = ""

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and request.user.has_perm(ERASE):
            context["personal_url"] = reverse(f"admin:{self.account_page}", args=[obj.pk])
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
