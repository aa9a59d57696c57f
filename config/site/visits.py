"""A delegation's visit as PDF and as a calendar to follow, at the address of its own page."""

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from config.site.calendars import (
    STATUS,
    calendar_response,
    day_after,
    paragraphs,
    uid_of,
)
from config.site.entries import Entry
from config.typesetting import pdf
from delegations.nominating.pages import own_page
from delegations.visiting.reads import found_for
from delegations.visiting.telling import visit_of
from delegations.visiting.visit import Kind, Line, Visit
from forum import wording
from forum.records.texts import one_line


@require_safe
@own_page
def visit_calendar(request, invitation):
    """What of the visit has a day; under the same UIDs each time, whatever the link is.

    A part without any time is left to its whole.
    """
    found = found_for(invitation)
    visit = visit_of(found)
    lines = [line for day in visit.days for line in day.lines if line.day and line.has_entry]
    status = STATUS.get(found.event.status, "CONFIRMED")
    entries = [_entry(request, visit, line, status) for line in lines]
    name = f"{visit.event}: {visit.side}"
    identity = uid_of("visit", found.delegation.pk)
    return calendar_response(entries, name, request, identity, is_private=True)


def _entry(request, visit: Visit, line: Line, status: str) -> Entry:
    start, end = line.begins or line.within, line.finishes
    if start is None:
        start, end = line.day, day_after(line.day)
    # No link to the page itself: who is sent one entry is not let in to all.
    url = request.build_absolute_uri(line.url) if line.url else ""
    notes = [line.state_name, *line.remarks, line.phone, visit.event, url]
    return Entry(
        uid=uid_of(line.kind.value, line.number),
        summary=one_line(line.title),
        description=paragraphs(*notes),
        start=start,
        end=end if end != start else None,
        location=one_line(line.address),
        status="TENTATIVE" if status == "CONFIRMED" and not line.is_sure else status,
        is_free=line.kind == Kind.PROGRAMME and not line.begins,
        url=url,
        changed=line.changed,
    )


@require_safe
@own_page
def visit_pdf(_request, invitation):
    """The visit on paper."""
    found = found_for(invitation)
    visit = visit_of(found)
    content = {
        "title": visit.side,
        "kind": f"{_('Your visit')}: {visit.event}",
        "facts": visit.when_and_where,
        "told": [[each.label, _with_address(each)] for each in visit.told],
        "days": [
            {
                "title": wording.day_of_programme(found.event, day.date),
                "lines": [_line(line) for line in day.lines],
            }
            for day in visit.days
        ],
        "note": _("All times are those of %(zone)s.") % {"zone": visit.zone} if visit.zone else "",
        "people": _("Your delegation"),
        "members": [
            [each.name, " · ".join(filter(None, [each.function, each.office])), each.state_name]
            for each in visit.members
        ],
        "nothing": _("Nothing is planned yet.") if visit.is_empty else "",
        # The address of the page opens it: it does not stand on paper.
        "address": "",
    }
    name = f"{found.event.slug}-{slugify(visit.side) or found.delegation.pk}"
    return pdf("visit.typ", content, file_name=name)


def _with_address(said) -> str:
    return ", ".join(dict.fromkeys(filter(None, [said.text, said.email])))


def _line(line: Line) -> dict:
    state = line.state_name if line.state_name and not line.is_sure else ""
    return {
        "time": line.time,
        "title": f"{line.title} ({state})" if state else line.title,
        "place": line.place,
        "notes": [*line.remarks, *filter(None, [line.phone])],
        "ours": line.is_ours,
    }
