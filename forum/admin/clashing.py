"""Before something is saved that clashes, staff are asked: it is saved for a reason, or not at all.

What was typed is saved first, with all its rows, since only then it is known what clashes; then
all of it is taken back, and the form is shown again with what clashes. The reason is kept as what
was set aside on the board of the event. Lists that are taken in ask nothing: the board tells.
"""

from collections.abc import Iterable

from django.db.models import Model
from django.utils.translation import gettext as _

from forum.clashing import found_in
from forum.findings import Finding, kept_aside, set_aside
from forum.late import Asked
from forum.models import Event
from forum.models.slot import TimeSlot
from forum.occupied import taken_within
from forum.rights import may, sees_all

REASON, ALL_THE_SAME = "clash_reason", "all_the_same"
LONGEST = 500
# Items and meetings, and whom it concerns of those whom they take, if not all.
Concerned = tuple[Iterable[TimeSlot], Model | None]


class AsksOfClashes:
    """The admin of what takes people or rooms, or says whom something takes."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.notices = [*form.notices, *why_it_is_asked(request)]
        return form

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        ask(request, self.all_that_may_clash(form.instance, formsets))

    def all_that_may_clash(self, record, formsets) -> list[Concerned]:
        """What the record and its rows concern."""
        return [self.what_may_clash(record)]

    def what_may_clash(self, record) -> Concerned:
        """The items and meetings that it concerns, and whom of those whom they take, if not all."""
        return [record], None


def why_it_is_asked(request) -> list[str]:
    """What the form says above all when it is shown again."""
    found = getattr(request, "clashing", ())
    lacks_reason = found and ALL_THE_SAME in request.POST
    return [each.said for each in found] + ([_("Say why it may stay so.")] if lacks_reason else [])


def ask(request, concerned: Iterable[Concerned]) -> None:
    """Raise Asked if something clashes there of which nobody said why it may."""
    found = []
    for slots, who in concerned:
        found += [each for each in _open(request.user, list(slots), who) if each not in found]
    if not found:
        return
    reason = request.POST.get(REASON, "").strip()
    if ALL_THE_SAME in request.POST and 0 < len(reason) <= LONGEST:
        for finding in found:
            for event in _events_of(finding):
                set_aside(event, [finding], reason=reason, by=request.user)
        return
    request.clashing = found
    raise Asked


def _open(user, slots: list[TimeSlot], who: Model | None) -> list[Finding]:
    """What clashes there, is not set aside, and names only what the user may see."""
    days = {slot.day for slot in slots if slot.begins}
    if not days or not sees_all(user):
        return []
    aside = kept_aside({slot.event for slot in slots})
    return [
        finding
        for finding in found_in(taken_within(*((day, day) for day in days)))
        if not {*slots}.isdisjoint(finding.records)
        and (who is None or who in finding.records)
        and all(may(user, "view", type(each)) for each in finding.records)
        and not any(each.of(finding) for each in aside.values())
    ]


def _events_of(finding: Finding) -> set[Event]:
    return {each.event for each in finding.records if isinstance(each, TimeSlot)}
