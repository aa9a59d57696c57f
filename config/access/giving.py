"""Who may give which rights: nobody more than they have, and nobody to themself."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from config.access.roles import BY_NAME, named

DOING = {
    "add": gettext_lazy("Add"),
    "change": gettext_lazy("Change"),
    "delete": gettext_lazy("Delete"),
    "view": gettext_lazy("View"),
}


def permissions_of(holder: User | Group) -> QuerySet:
    """The permissions of a group, or of an account, whether it may sign in or not."""
    if isinstance(holder, Group):
        return holder.permissions.all()
    if holder.is_superuser:
        return Permission.objects.all()
    return Permission.objects.filter(Q(user=holder) | Q(group__user=holder)).distinct()


def has_no_more(holder: User | Group, giver: User) -> bool:
    """Whether the giver has all rights of an account or a group."""
    if giver.is_superuser:
        return True
    if isinstance(holder, User) and holder.is_superuser:
        return False
    return not permissions_of(holder).exclude(pk__in=permissions_of(giver).values("pk")).exists()


def groups_to_give(giver: User) -> QuerySet:
    """The groups of which the giver has all rights."""
    if giver.is_superuser:
        return Group.objects.all()
    lacking = Permission.objects.exclude(pk__in=permissions_of(giver).values("pk"))
    return Group.objects.exclude(permissions__in=lacking.order_by().values("pk"))


def is_role(group: Group | None) -> bool:
    """Whether the group is kept by `set_up_roles`."""
    return group is not None and group.name in BY_NAME


def in_words(permission: Permission) -> str:
    """What it allows: Django keeps its name in English."""
    meta = permission.content_type.model_class()._meta
    action = permission.codename.removesuffix(f"_{meta.model_name}")
    own = dict(meta.permissions)
    what = DOING.get(action) or own.get(permission.codename, permission.name)
    return f"{meta.app_config.verbose_name} | {capfirst(meta.verbose_name)} | {what}"


def rights_in_words(holder: User | Group) -> list[str]:
    """What an account or a group may do, in the language of the site, for the audit trail."""
    with override(settings.LANGUAGE_CODE):
        if isinstance(holder, Group):
            return sorted(map(_known, holder.permissions.select_related("content_type")))
        states = [
            (holder.is_superuser, _("Superuser status")),
            (holder.is_staff, _("Staff status")),
            (not holder.is_active, _("may not sign in")),
        ]
        own = holder.user_permissions.select_related("content_type")
        return [
            *(str(words) for holds, words in states if holds),
            *sorted(map(named, holder.groups.all())),
            *sorted(map(_known, own)),
        ]


def _known(permission: Permission) -> str:
    """In words, or as it is called in code where its model is gone."""
    return in_words(permission) if permission.content_type.model_class() else permission.codename
