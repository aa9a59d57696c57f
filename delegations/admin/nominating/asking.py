"""The ways from a delegation's form to the people whom it names, and who may go there."""

from django.urls import path, reverse

from forum.rights import VIEW_UNPUBLISHED

# What it takes to accept somebody: a member, an official and what only protocol staff may know.
RIGHTS = (
    *("delegations.add_member", "delegations.change_member", "delegations.add_official"),
    *("delegations.add_institution", "delegations.change_officialcontact"),
    *("delegations.view_private_delegation", VIEW_UNPUBLISHED),
)
NAME = "delegations_delegation"


def may_ask(model_admin, request) -> bool:
    """Whether the reader may invite a delegation to name its people, and answer."""
    return model_admin.has_view_permission(request) and request.user.has_perms(RIGHTS)


def nominees_address(user, delegation) -> str:
    """Where whoever may do so answers to whom a delegation names; empty for all others."""
    return reverse(f"admin:{NAME}_nominees", args=[delegation.pk]) if user.has_perms(RIGHTS) else ""


class AsksForPeople:
    """A delegation that names its own people, by a link that staff send."""

    def get_urls(self):
        # It proposes what the search knows, which is declared once all apps are there.
        from delegations.admin.nominating.pages import Pages

        pages, view = Pages(self), self.admin_site.admin_view
        return [
            path("<int:key>/nominees/", view(pages.nominees_view), name=f"{NAME}_nominees"),
            path("<int:key>/invitation/", view(pages.invitation_view), name=f"{NAME}_invitation"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, **options):
        context["may_ask"] = may_ask(self, request)
        return super().render_change_form(request, context, *args, **options)
