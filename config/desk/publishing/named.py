"""Whom and what the pages of records name, as a member of staff may know and change it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.auth import get_permission_codename
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from forum.admin.alike import address_of
from forum.mentions import Mention, ident, mentions_on
from forum.review.submissions import unreviewed
from forum.search.find import kind_of
from forum.search.index import KINDS

# How many occasions are told of each; the rest are counted.
TOLD = 3


@dataclass
class Named:
    """A record that is named, with all the occasions."""

    record: Model
    may_change: bool
    # Nobody else has marked it as ready, which it takes here.
    is_unreviewed: bool = False
    # What tells it from others of its name.
    about: str = ""
    mentions: list[Mention] = field(default_factory=list)

    @property
    def key(self) -> str:
        """By which a form knows it."""
        return "{}:{}".format(*ident(self.record))

    @property
    def url(self) -> str:
        return address_of(self.record)

    @property
    def kind(self) -> str:
        return capfirst(self.record._meta.verbose_name)

    @property
    def whys(self) -> list[str]:
        return list(dict.fromkeys(each.why for each in self.mentions))[:TOLD]

    @property
    def more(self) -> int:
        return len({each.why for each in self.mentions}) - len(self.whys)

    @property
    def is_part(self) -> bool:
        return any(each.is_part for each in self.mentions)

    @property
    def is_meant(self) -> bool:
        return self.may_change and any(each.is_meant for each in self.mentions)

    @property
    def unpublished_means(self) -> str:
        """What visitors miss while it is not published."""
        if self.is_part or not any(each.is_meant for each in self.mentions):
            return _("not shown")
        if all(each.is_printed for each in self.mentions):
            return _("shown as printed, without a page")
        return _("shown without a name")


def named_by(records: Sequence[Model], user, *, published: bool) -> list[Named]:
    """What the records' pages name that is published, or that is not, as far as the user may know.

    Parts come first, then what else is meant, each in the order in which it is named.
    """
    own, found = {*map(ident, records)}, {}
    for mention in _fitting(mentions_on(records), published):
        key = ident(mention.record)
        if key not in own and _may(user, "view", mention.record):
            may_change = _may(user, "change", mention.record)
            named = found.setdefault(key, Named(mention.record, may_change))
            named.mentions.append(mention)
    _tell_apart(found.values())
    return sorted(found.values(), key=lambda each: (not each.is_part, not each.is_meant))


def leave_unreviewed(rows: list[Named], user) -> None:
    """Let only those be published along that another account has marked as ready."""
    missing = {*map(ident, unreviewed([row.record for row in rows], user))}
    for row in rows:
        if row.may_change and ident(row.record) in missing:
            row.may_change, row.is_unreviewed = False, True


def _tell_apart(rows: Iterable[Named]) -> None:
    """Say what tells each from others of its name, in a few queries for each kind."""
    for kind in {kind_of(type(row.record)) for row in rows}:
        mine = [row for row in rows if kind_of(type(row.record)) == kind]
        records = KINDS[kind].records().in_bulk([row.record.pk for row in mine])
        for row in mine:
            row.about = KINDS[kind].about(records[row.record.pk])


def _fitting(mentions: Iterable[Mention], published: bool) -> list[Mention]:
    return [each for each in mentions if each.record.is_published == published]


def _may(user, action: str, record: Model) -> bool:
    codename = get_permission_codename(action, record._meta)
    return user.has_perm(f"{record._meta.app_label}.{codename}")
