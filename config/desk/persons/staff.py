"""What is held on a member of staff: the account, and all rows that belong to it."""

from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from reversion.models import Revision

from forum.models import AuditEntry
from forum.personal.account import Section, in_words, lines_of, without_secrets

# What opens a door is never told, not even to its owner.
SECRETS = frozenset({"password", "data", "token", "digest", "secret", "session_key", "key"})


def account_of_staff(user) -> list[Section]:
    """The account, its groups, and every row of another table that belongs to it."""
    groups = ", ".join(user.groups.order_by("name").values_list("name", flat=True))
    own = [*lines_of(user, leaving_out=SECRETS), *([(_("Groups"), groups)] if groups else [])]
    sections = [Section(_("Account"), [own])]
    for relation in user._meta.related_objects:
        if relation.one_to_many or relation.one_to_one:
            sections.append(_belonging(user, relation))
    sections.append(Section(_("Sessions"), _sessions(user)))
    sections.append(Section(_("Audit trail"), _trail(user)))
    return [section for section in sections if section.rows]


def _belonging(user, relation) -> Section:
    model = relation.related_model
    rows = model._base_manager.filter(**{relation.field.name: user}).order_by("pk")
    if model is Revision:
        title = _("Changes made")
        said = [
            [(in_words(row.date_created), row.get_comment() or "–")] for row in rows.iterator(1_000)
        ]
    else:
        title = capfirst(model._meta.verbose_name_plural)
        said = [without_secrets(row, SECRETS) for row in rows]
    return Section(title, [row for row in said if row])


def _sessions(user) -> list[list[tuple[str, str]]]:
    """Until when each open session lasts."""
    still = Session.objects.filter(expire_date__gt=timezone.now())
    mine = [each for each in still if each.get_decoded().get("_auth_user_id") == str(user.pk)]
    return [[(_("Signed in until"), in_words(each.expire_date))] for each in mine]


def _trail(user) -> list[list[tuple[str, str]]]:
    entries = AuditEntry.objects.filter(account=user.pk)
    return [
        [
            (capfirst(entry.get_kind_display()), in_words(entry.at)),
            (_("Of"), entry.subject),
            (_("From"), entry.origin or ""),
        ]
        for entry in entries
    ]
