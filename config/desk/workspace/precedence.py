"""Who comes before whom at an event, for staff: in which order, why, and drawn by which lot."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from config.desk.workspace.desk import Desk, event_at
from delegations.models import Delegation, Member
from delegations.protocol.draws import Draw, draws_of
from delegations.protocol.order import Precedence
from delegations.services import draw_lots
from forum.choices import PrecedenceRule
from forum.history.author import name_of
from forum.models import Event
from forum.records.partial_dates import format_partial
from forum.rights import may


@dataclass(frozen=True)
class Asked:
    """Which two were asked about, and why the one stands before the other."""

    first: str = ""
    second: str = ""
    answer: str = ""


@dataclass(frozen=True)
class PrecedencePanel:
    """`choices` are groups of those who can be asked about; `drawing` is where lots are drawn."""

    rules: list[tuple[str, str]]
    headless: list[Delegation]
    choices: list[tuple[str, list[tuple[str, str]]]]
    asked: Asked
    draws: list[Draw]
    drawing: str = ""
    is_to_draw: bool = False


def panel(desk: Desk) -> PrecedencePanel | None:
    """What the tab of delegations tells of the order; nothing to whoever may not see members."""
    if not desk.may("view", Member) or not desk.order.records:
        return None
    draws = draws_of(desk.event, desk.order.among)
    is_drawn = desk.event.precedence_rule == PrecedenceRule.DRAWN
    may_draw = is_drawn and desk.sees_all and desk.may("change", Delegation)
    return PrecedencePanel(
        rules=_rules(desk.event),
        headless=[each for each in desk.order.delegations if _lacks_head(desk.order, each)],
        choices=_choices(desk.order),
        asked=_asked(desk),
        draws=draws,
        drawing=reverse("admin:draw_lots", args=[desk.event.pk]) if may_draw else "",
        is_to_draw=any(each.lot is None for each in desk.order.delegations),
    )


def why_here(desk: Desk, record: Model, reason) -> str:
    """Why a record stands behind the one before it; of a place by hand, who gave it and why."""
    said = [str(reason or "")]
    if record.place is not None and desk.sees_all:
        day = record.placed_at and record.placed_at.astimezone(desk.event.tz).date()
        parts = [record.placed_by, format_partial(day)]
        said.append(
            _("Place %(place)s by hand: %(reason)s")
            % {"place": record.place, "reason": record.place_reason}
        )
        said += [f"({', '.join(filter(None, parts))})"] if any(parts) else []
    return " ".join(filter(None, said))


def _lacks_head(order: Precedence, delegation: Delegation) -> bool:
    return delegation.sends_people and order.among.by_key[delegation.pk].head is None


def _rules(event: Event) -> list[tuple[str, str]]:
    fields = ("precedence_rule", "host_place", "member_rule")
    labels = (capfirst(event._meta.get_field(name).verbose_name) for name in fields)
    return [
        (label, getattr(event, f"get_{name}_display")())
        for label, name in zip(labels, fields, strict=True)
    ]


def _choices(order: Precedence) -> list[tuple[str, list[tuple[str, str]]]]:
    """All delegations, and the members of each, by the names that sentences give them."""
    sides = [(f"d{key}", order.among.by_key[key].label) for key in order.among.keys]
    groups = [(capfirst(Delegation._meta.verbose_name_plural), sides)]
    for key in order.among.keys:
        within = order.within[key]
        people = [(f"m{each}", within.by_key[each].label) for each in within.keys]
        groups += [(order.among.by_key[key].label, people)] if people else []
    return groups


def _asked(desk: Desk) -> Asked:
    first, second = (desk.request.GET.get(name, "") for name in ("first", "second"))
    if not (first and second):
        return Asked(first, second)
    return Asked(first, second, why(desk.order, first, second))


def why(order: Precedence, first: str, second: str) -> str:
    """Why one of two delegations (d7) or members (m7) comes before the other, in a sentence."""
    sides = {f"d{key}": key for key in order.among.keys}
    homes = {f"m{key}": side for side, within in order.within.items() for key in within.keys}
    if first == second:
        return _("Choose two that are not the same.")
    if first in sides and second in sides:
        return str(order.among.why(sides[first], sides[second]))
    if not (first in homes and second in homes):
        return _("Choose two delegations, or two members.")
    one, other = int(first[1:]), int(second[1:])
    if homes[first] == homes[second]:
        return str(order.within[homes[first]].why(one, other))
    sentence = order.among.why(homes[first], homes[second])
    return _("They stand with their delegations: %(why)s") % {"why": sentence}


@require_POST
def draw(request, key):
    """Draw lots for the order of an event's delegations; the page of its delegations says how."""
    event = event_at(request, key)
    desk = Desk(request, event, "delegations")
    if not (desk.sees_all and may(request.user, "change", Delegation)):
        raise PermissionDenied
    again, reason = "again" in request.POST, request.POST.get("reason", "")
    try:
        drawing = draw_lots(event=event, by=name_of(request.user), again=again, reason=reason)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        told = {"seed": drawing.seed, "names": _in_order(drawing.result)}
        text = _("Lots were drawn from the seed %(seed)s: %(names)s.") % told
        messages.success(request, text)
    return HttpResponseRedirect(f"{desk.address}#precedence")


def _in_order(result: Iterable[dict]) -> str:
    return ", ".join(each["name"] for each in result)
