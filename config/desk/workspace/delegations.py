"""The delegations with their members: how many there are, and each by itself."""

from collections import defaultdict

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from config.desk.workspace.desk import Desk, yes
from config.desk.workspace.precedence import why_here
from config.desk.workspace.tables import Line, Table, line, titles, ways
from delegations.admin.nominating.asking import nominees_address
from delegations.admin.questions.pages import questions_address
from delegations.choices import Capacity
from delegations.models import Delegation, Meeting, Member, Transfer
from delegations.printing import may_print, page_to_print
from forum.querysets import BY_CLOCK
from forum.rights import hidden_from

WAY = ("origin", "destination", "vehicle", "driver")


def tables(desk: Desk) -> list[Table]:
    delegations = _delegations(desk)
    found = [_all(desk, delegations)]
    if desk.may("view", Member):
        members = _members(desk, delegations)
        found += [_one(desk, each, members[each.pk]) for each in delegations]
    if desk.may("view", Meeting):
        found.append(_meetings(desk))
    if desk.may("view", Transfer):
        found.append(_transfers(desk))
    return found


def _delegations(desk: Desk) -> list[Delegation]:
    """Those that come, in their order; behind them those that do not."""
    counted = None if desk.sees_all else desk.shown(Member.objects.order_by())
    rows = desk.shown(desk.event.delegations.with_member_count(counted))
    places = {each.pk: place for place, each in enumerate(desk.order.delegations)}
    found = rows.select_related("institution").order_by("position", "pk")
    return sorted(found, key=lambda each: places.get(each.pk, len(places)))


def _members(desk: Desk, delegations: list[Delegation]) -> dict[int, list[Member]]:
    """Those who come, in their order; behind them who was turned away, or is sent with nobody."""
    found = {each.pk: list(getattr(each, "ordered_members", ())) for each in desk.order.delegations}
    known = [member.pk for members in found.values() for member in members]
    rows = desk.shown(Member.objects.filter(delegation__in=delegations).with_names())
    for member in rows.exclude(pk__in=known).order_by("pk"):
        found.setdefault(member.delegation_id, []).append(member)
    return defaultdict(list, found)


def _all(desk: Desk, delegations: list[Delegation]) -> Table:
    # What tells two apart may be who leads them.
    explains = desk.may("view", Member)
    reasons = {each.pk: each.reason for each in desk.order.delegations} if explains else {}
    lines = [
        line(
            desk,
            each,
            [
                each.get_role_display(),
                each.get_status_display(),
                each.position,
                why_here(desk, each, reasons.get(each.pk)),
                format_html('<a href="#of-{}">{}</a>', each.pk, each.member_count),
            ],
        )
        for each in delegations
    ]
    return Table(
        capfirst(Delegation._meta.verbose_name_plural),
        [
            *titles(Delegation, "role", "status", "position"),
            _("Why here"),
            capfirst(Member._meta.verbose_name_plural),
        ],
        lines,
        ways(
            (_("Add a delegation"), desk.adding(Delegation, event=desk.event.pk)),
            (_("Questions to those who come"), questions_address(desk.request.user, desk.event)),
        ),
    )


def _one(desk: Desk, delegation: Delegation, members: list[Member]) -> Table:
    return Table(
        f"{delegation} ({len(members)})",
        [
            *titles(Member),
            _("Office"),
            *titles(Member, "function", "is_listed")[1:],
            _("Why here"),
        ],
        [_member(desk, member) for member in members],
        ways(
            (_("Add a member"), desk.adding(Member, delegation=delegation.pk)),
            (_("Whom they name"), nominees_address(desk.request.user, delegation)),
        ),
        anchor=f"of-{delegation.pk}",
        print_url=_printing(desk, delegation) if members else "",
    )


def _printing(desk: Desk, delegation: Delegation) -> str:
    is_open = may_print(desk.request.user)
    return page_to_print(desk.event.pk, {"delegation": delegation.pk}) if is_open else ""


def _member(desk: Desk, member: Member) -> Line:
    who = member.name_as_printed or member.official
    office = ", ".join(str(part) for part in (_held(member), member.institution) if part)
    cells = [
        office if who else "",
        capfirst(member.get_function_display()),
        yes(member.is_listed),
        # Who was turned away has no place.
        why_here(desk, member, getattr(member, "reason", "")),
    ]
    return line(desk, member, cells, name=str(who or office))


def _held(member: Member) -> str:
    """The office, with the capacity in which it is held unless that is the usual one."""
    if member.capacity in ("", Capacity.SUBSTANTIVE):
        return member.office
    return f"{member.office} ({member.get_capacity_display()})"


def _meetings(desk: Desk) -> Table:
    rows = desk.shown(Meeting.objects.filter(requested_by__event=desk.event))
    rows = rows.select_related("requested_by__institution", "counterpart__institution")
    rows = rows.order_by(*BY_CLOCK, "pk")
    lines = [line(desk, each, [each.topic, each.day, each.get_status_display()]) for each in rows]
    return Table(
        _("Bilateral meetings"),
        [*titles(Meeting), _("Topic"), *titles(Meeting, "day", "status")[1:]],
        lines,
        ways((_("Add a meeting"), desk.adding(Meeting))),
    )


def _transfers(desk: Desk) -> Table:
    """In time: what is private of them only to who may see it."""
    rows = desk.shown(Transfer.objects.filter(delegation__event=desk.event))
    rows = rows.select_related("delegation__institution").order_by(*BY_CLOCK, "pk")
    names = [n for n in WAY if n not in hidden_from(desk.request.user, Transfer)]
    lines = [
        line(desk, each, [each.delegation, *(getattr(each, name) for name in names)])
        for each in rows
    ]
    return Table(
        capfirst(Transfer._meta.verbose_name_plural),
        titles(Transfer, "delegation", *names),
        lines,
        ways((_("Add a transfer"), desk.adding(Transfer))),
    )
