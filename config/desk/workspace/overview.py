"""The first tab: the event's facts, its parts, numbers and files."""

from django.utils.translation import gettext as _

from config.desk.workspace.desk import Desk, yes
from config.desk.workspace.tables import Table, line, titles, ways
from forum.admin.pages import workspace_of
from forum.models import Attachment, Event, Figure
from forum.records.countries import country_name
from forum.records.partial_dates import format_partial, format_range


def tables(desk: Desk) -> list[Table]:
    found = []
    if desk.may("view", Event):
        found.append(_parts(desk))
    if desk.may("view", Figure):
        found.append(_figures(desk))
    if desk.may("view", Attachment):
        found.append(_attachments(desk))
    return found


def facts(event: Event) -> list[tuple[str, str]]:
    """What is on record of the event in short: (what, value)."""
    place = ", ".join(filter(None, (event.city, country_name(event.country))))
    return [
        (_("Dates"), _dates(event)),
        (_("Place"), place),
        (_("Time zone"), event.time_zone),
        (_("Status"), event.get_status_display()),
        (_("Published"), yes(event.is_published)),
        (_("Part of"), str(event.parent or "")),
        (_("Series"), str(event.series or "")),
        (_("Summary"), event.summary or ""),
    ]


def _dates(event: Event) -> str:
    return format_range(event.starts_on, event.ends_on, event.date_precision)


def _parts(desk: Desk) -> Table:
    lines = [
        line(
            desk,
            part,
            [_dates(part), part.get_status_display(), yes(part.is_published)],
            url=workspace_of(part),
        )
        for part in desk.shown(desk.event.children.in_time())
    ]
    return Table(
        _("Part of this event"),
        [*titles(Event), _("Dates"), *titles(Event, "status", "is_published")[1:]],
        lines,
        ways((_("Add a part"), desk.adding(Event, parent=desk.event.pk))),
    )


def _figures(desk: Desk) -> Table:
    lines = [
        line(
            desk,
            figure,
            [figure.source, format_partial(figure.as_of, figure.as_of_precision)],
        )
        for figure in desk.shown(desk.event.figures.for_reading())
    ]
    return Table(
        _("Numbers that were stated"),
        titles(Figure, "source", "as_of"),
        lines,
        ways((_("Add a number"), desk.adding(Figure, event=desk.event.pk))),
    )


def _attachments(desk: Desk) -> Table:
    lines = [
        line(desk, each, [each.get_kind_display(), each.session, yes(each.is_public)])
        for each in desk.shown(desk.event.attachments.select_related("session", "event"))
    ]
    return Table(
        _("Files and links"),
        titles(Attachment, "kind", "session", "is_public"),
        lines,
        ways((_("Add a file or link"), desk.adding(Attachment, event=desk.event.pk))),
    )
