"""How pages write agreements, their state and their parties."""

import re
from collections import Counter, defaultdict
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from agreements.choices import Status
from agreements.wording import status_label
from delegations import naming
from delegations.naming import NamedParty, Reader
from delegations.templatetags.people import called, wording
from forum.records.markup import inline
from forum.templatetags.records import icon

register = template.Library()

# A status is told by its shape as well as by its colour.
ICONS = {
    Status.IN_FORCE: "in_force",
    Status.PROVISIONAL: "in_force",
    Status.EXPIRING: "expiring",
    Status.SIGNED: "pen",
    Status.INITIALLED: "pen",
    Status.EXPIRED: "ended",
    Status.TERMINATED: "ended",
    Status.REPLACED: "ended",
    Status.ABANDONED: "ended",
}


@register.simple_tag
def status_badge(agreement) -> SafeString | str:
    """The computed status, in words and by a drawing; the agreement comes from with_status()."""
    status = agreement.status
    if not status:
        return ""
    drawing, label = icon(ICONS.get(status, "draft")), status_label(agreement)
    return format_html('<span class="status status-{}">{}{}</span>', status, drawing, label)


# A bare number: 12, 12.3, II.3.
NUMBER = re.compile(r"[\dIVXLC]+(\.\d+)*\.?")


@register.filter
def paragraph(reference: str) -> str:
    """Where in a document something stands: “paragraph 12”, or as it calls itself (art. 3, § 4)."""
    if NUMBER.fullmatch(reference):
        return _("paragraph %(number)s") % {"number": reference}
    return reference


@register.simple_tag
def party(record, on) -> SafeString:
    """Name a party as visitors may know it, as on the day of the agreement."""
    return party_named(party_of(record, on))


@register.simple_tag
def party_named(named: NamedParty) -> SafeString:
    """Write a party that party_of has named."""
    if named.printed or named.today:
        return inline("agreements/_party.html", party=named)
    unit = format_html(", {}", wording(named.unit)) if named.unit else ""
    return format_html('<span class="party">{}{}</span>', called(named), unit)


@register.simple_tag
def party_of(record, on) -> NamedParty:
    """What visitors may know of a party on that day."""
    return naming.party(record, Reader.VISITOR, on)


@register.simple_tag
def outcomes_by_kind(outcomes) -> list[tuple[str, int, list[tuple[Decimal, str]]]]:
    """Outcomes as (kind, count, sums), the most first; each sum is an amount with its unit."""
    counts, sums = Counter(), defaultdict(Counter)
    for outcome in outcomes:
        kind = outcome.get_kind_display()
        counts[kind] += 1
        if outcome.amount is not None:
            sums[kind][outcome.unit] += outcome.amount
    return [
        (kind, count, [(amount, unit) for unit, amount in sums[kind].items()])
        for kind, count in counts.most_common()
    ]
