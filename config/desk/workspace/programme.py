"""The programme by day, each item with who speaks in it."""

from collections import defaultdict
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from config.desk.workspace.desk import Desk
from config.desk.workspace.tables import Line, Table, line, titles, ways
from delegations.models import Speaker
from forum.models import Session
from forum.records.partial_dates import format_day


def tables(desk: Desk) -> list[Table]:
    sessions = list(desk.shown(desk.event.sessions.in_order()).select_related("venue"))
    speakers = _speakers(desk, sessions) if desk.may("view", Speaker) else {}
    days = [(day, list(items)) for day, items in groupby(sessions, lambda each: each.day)]
    days = days or [(desk.event.starts_on, [])]
    return [_day(desk, day, items, speakers) for day, items in days]


def _speakers(desk: Desk, sessions: list[Session]) -> dict[int, list[Speaker]]:
    found = defaultdict(list)
    rows = desk.shown(Speaker.objects.filter(session__in=sessions))
    rows = rows.with_names().order_by("position", "pk")
    for speaker in rows:
        found[speaker.session_id].append(speaker)
    return found


def _day(desk: Desk, day, items: list[Session], speakers: dict) -> Table:
    return Table(
        format_day(day) if day else _("No day yet"),
        [
            *titles(Session),
            _("Time"),
            capfirst(Speaker._meta.verbose_name_plural),
            *titles(Session, "venue", "visibility")[1:],
        ],
        [_line(desk, item, speakers.get(item.pk, ())) for item in items],
        ways(
            (_("Add an item"), desk.adding(Session, event=desk.event.pk, day=day)),
        ),
    )


def _line(desk: Desk, item: Session, speakers) -> Line:
    ends = f"–{item.ends_at:%H:%M}" if item.ends_at else ""
    people = [desk.link(each) for each in speakers]
    if address := desk.adding(Speaker, session=item.pk):
        people.append(format_html('<a href="{}">{}</a>', address, _("Add a speaker")))
    cells = [
        f"{item.starts_at:%H:%M}{ends}" if item.starts_at else "",
        format_html_join(mark_safe("<br>"), "{}", zip(people)),
        item.venue,
        item.get_visibility_display(),
    ]
    return line(desk, item, cells, name=item.name)
