"""Checks of delegations and those who come in them."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from config.desk.readiness.checks import found
from config.desk.readiness.facts import Facts
from delegations.accreditation.acts import ENTITLED
from delegations.choices import DelegationRole, MemberFunction
from delegations.models import Member
from delegations.offices import why_not_held
from forum.findings import Finding
from forum.records.translated import columns

# Who organises an event may send nobody.
SENDS_NOBODY = (DelegationRole.ORGANISER, DelegationRole.PARTNER)
# Who comes in an office; others come for somebody else, or for their work.
IN_OFFICE = (MemberFunction.HEAD, MemberFunction.DEPUTY_HEAD, MemberFunction.MEMBER)


def without_head(facts: Facts) -> Iterator[Finding]:
    """A delegation without any member stands among what is missing."""
    led = {each.delegation_id for each in facts.members if each.function == MemberFunction.HEAD}
    come = {each.delegation_id for each in facts.members}
    for delegation in facts.delegations:
        is_asked = delegation.pk in come and delegation.role not in SENDS_NOBODY
        if is_asked and delegation.pk not in led:
            head = {"delegation": delegation.pk, "function": MemberFunction.HEAD}
            form = f"{reverse('admin:delegations_member_add')}?{urlencode(head)}"
            yield found(delegation, address=form)


def head_not_accredited(facts: Facts) -> Iterator[Finding]:
    for member in facts.members:
        if member.function == MemberFunction.HEAD and member.accreditation not in ENTITLED:
            said = _("%(person)s: %(state)s")
            state = member.get_accreditation_display()
            yield found(
                member,
                said=said % {"person": member, "state": state},
                depends_on=[member.accreditation],
            )


def without_office(facts: Facts) -> Iterator[Finding]:
    for member in facts.members:
        is_said = member.appointment_id or any(getattr(member, name) for name in columns("office"))
        if member.function in IN_OFFICE and not is_said:
            yield found(member)


def office_not_held(facts: Facts) -> Iterator[Finding]:
    """The same rule that warns whoever records somebody in such an office."""
    for member in facts.members:
        held, days = member.appointment, facts.event.days
        if held and days and (why := why_not_held(held.tenure, *days)):
            said = _("%(person)s: %(why)s") % {"person": member, "why": why}
            yield found(member, said=said, depends_on=[held.pk, *map(str, days), repr(held.tenure)])


def doubles(facts: Facts) -> Iterator[Finding]:
    """Two who are probably one, and one who comes in two delegations or twice in one."""
    by_official = defaultdict(list)
    for member in facts.members:
        if member.official_id:
            by_official[member.official_id].append(member)
    for one, other in sorted(facts.doubles):
        yield _probably_one(by_official[one][0], by_official[other][0])
    pairs = (pair for members in by_official.values() for pair in combinations(members, 2))
    for one, other in pairs:
        if not _are_tied(one, other):
            yield _twice(one, other)


def _probably_one(one: Member, other: Member) -> Finding:
    said = _("%(one)s, and %(other)s: probably one person")
    names = {"one": one.official, "other": other.official}
    page = reverse("admin:delegations_official_doubles")
    return found(one, other, said=said % names, address=page)


def _are_tied(one: Member, other: Member) -> bool:
    """Whether one delegation is a part of the other: its people stand in both."""
    pairs = ((one.delegation, other.delegation), (other.delegation, one.delegation))
    return any(part.parent_id == whole.pk for part, whole in pairs)


def _twice(one: Member, other: Member) -> Finding:
    said = _("%(person)s: in “%(one)s” and in “%(other)s”")
    names = {"person": one.official, "one": one.delegation, "other": other.delegation}
    return found(one, other, said=said % names)
