"""The roles of staff: which rights each has. `manage.py set_up_roles` keeps them as groups.

Every right of our apps stands here: in a role, or among those that no role has.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from delegations.rights import ACCREDIT, CHECK_IN
from forum import rights

ACTIONS = ("view", "add", "change", "delete")
# What is recorded, by app.
RECORDS = {
    "forum": "attachment closure event eventcitation figure series session source topic venue",
    "delegations": (
        "absence appointment commonoffice delegation delegationcitation furtherkind institution"
        " institutionname meeting member officerank official officialname speaker zone"
        " zoneexception"
    ),
    "agreements": (
        "agreement agreementcitation agreementlink agreementreference commitment outcome"
        " outcomerole party progressnote provision signatory text"
    ),
}
# What the site itself writes beside the records, and what belongs to one account alone.
BESIDE = {
    "forum": (
        "asidefile asideform auditdoor author cached due erasure facetchoice facetvalue goneaddress"
        " intake intakeheadings intakerow intakesign oldaddress publicchange removal searchentry"
        " searchkey searchword sentform setaside stale submission touch"
    ),
    "delegations": (
        "accreditationstep answer attendance badge double drawing invitation look nominee"
        " notthesame passage question quota tally"
    ),
    "agreements": "calendaraddress earlierfile period round side subscription textwords tie",
}


def _may(actions: Iterable[str], kinds: dict[str, str]) -> frozenset[str]:
    return frozenset(
        f"{app}.{action}_{model}"
        for app, models in kinds.items()
        for model in models.split()
        for action in actions
    )


READING = _may(["view"], RECORDS)
EDITING = (
    READING
    | _may(ACTIONS, RECORDS)
    | _may(["view"], {"agreements": "step"})
    | {rights.VIEW_UNPUBLISHED, rights.REVERT}
)
PROTOCOL = (
    EDITING
    | _may(ACTIONS, {"delegations": "officialcontact transfer"})
    | {"delegations.view_private_delegation", "delegations.view_brief", "forum.view_letter"}
    | {ACCREDIT, CHECK_IN}
    | {rights.MERGE, rights.EXPORT}
)
AT_THE_DOOR = READING | {CHECK_IN}
AGREEMENTS = (
    EDITING
    | _may(ACTIONS, {"agreements": "step"})
    | _may(["view"], {"agreements": "reminder"})
    | {"agreements.view_party_contact", rights.EXPORT}
)
PUBLISHING = EDITING | {rights.PUBLISH, rights.EXPORT}
ADMINISTERING = (
    PROTOCOL
    | AGREEMENTS
    | PUBLISHING
    | _may(ACTIONS, {"auth": "group user"})
    | {"forum.view_auditentry", rights.ERASE}
)
# What is no role's: only a superuser has it.
NOBODY = (
    _may(ACTIONS, BESIDE)
    | _may(["add", "change", "delete"], {"agreements": "reminder", "forum": "letter"})
    | _may(ACTIONS, {"auth": "permission"})
)


@dataclass(frozen=True)
class Role:
    """`name` is that of its group; `label` and `about` say to people what it is."""

    name: str
    label: str | Promise
    about: str | Promise
    rights: frozenset[str]


ROLES = [
    Role(
        "Reader",
        pgettext_lazy("role", "Reader"),
        _("Sees what is published, in the admin too."),
        READING,
    ),
    Role(
        "Editor",
        pgettext_lazy("role", "Editor"),
        _("Records, changes and puts back; publishes nothing and sees no private data."),
        EDITING,
    ),
    Role(
        "Protocol officer",
        pgettext_lazy("role", "Protocol officer"),
        _(
            "An editor who also sees contacts, briefs and the private data of delegations, decides"
            " who comes and stands at the door."
        ),
        PROTOCOL,
    ),
    Role(
        "Door",
        pgettext_lazy("role", "At the door"),
        _("A reader who also checks people in at the door, and sees there who they are."),
        AT_THE_DOOR,
    ),
    Role(
        "Agreements officer",
        pgettext_lazy("role", "Agreements officer"),
        _("An editor who also sees the contacts of parties and what was sent to them."),
        AGREEMENTS,
    ),
    Role(
        "Publisher",
        pgettext_lazy("role", "Publisher"),
        _("An editor who also publishes records and takes them off the site."),
        PUBLISHING,
    ),
    Role(
        "Administrator",
        pgettext_lazy("role", "Administrator"),
        _("Does all of this, keeps accounts and groups, and reads the audit trail."),
        ADMINISTERING,
    ),
]
BY_NAME = {role.name: role for role in ROLES}


def named(group: Group) -> str:
    """What a group is called, in the reader's language if it is a role."""
    return str(BY_NAME[group.name].label) if group.name in BY_NAME else group.name


def in_code(permissions: QuerySet) -> set[str]:
    """The permissions as Django's code calls them: forum.view_event."""
    return {
        ".".join(each) for each in permissions.values_list("content_type__app_label", "codename")
    }


@transaction.atomic
def set_up() -> dict[str, tuple[set[str], set[str]]]:
    """Make the groups what they are declared to be: what was given to each, and what was taken.

    Only those that changed; raises LookupError for rights that the database does not know.
    """
    changed = {}
    for role in ROLES:
        group, _is_new = Group.objects.get_or_create(name=role.name)
        had = in_code(group.permissions)
        if had != role.rights:
            group.permissions.set(_found(role.rights))
            changed[role.name] = (set(role.rights - had), had - role.rights)
    return changed


def _found(wanted: frozenset[str]) -> list[Permission]:
    known = Permission.objects.filter(content_type__app_label__in={r.split(".")[0] for r in wanted})
    rows = {
        f"{each.content_type.app_label}.{each.codename}": each
        for each in known.select_related("content_type")
    }
    if missing := wanted - rows.keys():
        raise LookupError(", ".join(sorted(missing)))
    return [rows[each] for each in sorted(wanted)]
