"""Seat plans: places by precedence, drawn as seen from above and told in a list."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from config.desk.printing import pictures
from config.desk.printing.columns import NAME, PLACE, ROLE, SIDE, Column
from config.desk.printing.gathering import Gathering, Guest, heads_first
from config.desk.printing.lists import cells
from delegations.protocol import seating


@dataclass(frozen=True)
class Seat:
    """A place that is taken: where it is, and by whom."""

    where: str
    guest: Guest


def _of_guest(column: Column) -> Column:
    return Column(column.label, lambda seat: column.value(seat.guest), column.share)


SEAT = Column(gettext_lazy("seat"), lambda seat: seat.where, 0.7)
COLUMNS = (SEAT, *map(_of_guest, (PLACE, NAME, ROLE, SIDE)))


def table(gathering: Gathering) -> list[tuple[Guest | None, Guest | None]]:
    """The guests at the left and the hosts at the right of a long table, from top to bottom."""
    ordered = heads_first(gathering.guests)
    guests = [each for each in ordered if not each.side.is_host]
    return seating.across(guests, [each for each in ordered if each.side.is_host])


def table_seats(gathering: Gathering) -> list[Seat]:
    rows = list(enumerate(table(gathering), 1))
    left = [Seat(_("guests, %(seat)d") % {"seat": n}, g) for n, (g, _host) in rows if g]
    right = [Seat(_("hosts, %(seat)d") % {"seat": n}, h) for n, (_guest, h) in rows if h]
    return left + right


def table_plan(gathering: Gathering) -> dict:
    rows = [[_plate(left), _plate(right)] for left, right in table(gathering)]
    return {
        "labels": {
            "guests": _("Guests"),
            "hosts": _("Hosts"),
            "seat": _("Seat"),
        },
        "note": _(
            "The heads sit opposite each other; at their right hand the second of each side."
        ),
        "rows": rows,
        "flags": _flags(gathering),
    }


def around(gathering: Gathering) -> list[Guest]:
    """A round table, clockwise from the first host, or else from the first of all."""
    ordered = heads_first(gathering.guests)
    hosts = [each for each in ordered if each.side.is_host][:1]
    return seating.round_table(hosts + [each for each in ordered if each not in hosts])


def round_seats(gathering: Gathering) -> list[Seat]:
    return [Seat(str(number), guest) for number, guest in enumerate(around(gathering), 1)]


def round_plan(gathering: Gathering) -> dict:
    return {
        "note": _("Seats are counted clockwise, from the host or else from the first."),
        "seats": [_plate(guest) for guest in around(gathering)],
        "columns": [column.title for column in COLUMNS],
        "shares": [column.share for column in COLUMNS],
        "list": cells(COLUMNS, round_seats(gathering)),
        "flags": _flags(gathering),
    }


def hall(gathering: Gathering) -> list[list[Guest | None]]:
    return seating.rows(heads_first(gathering.guests), gathering.width)


def hall_seats(gathering: Gathering) -> list[Seat]:
    return [
        Seat(_("row %(row)d, seat %(seat)d") % {"row": row, "seat": seat}, guest)
        for row, guests in enumerate(hall(gathering), 1)
        for seat, guest in enumerate(guests, 1)
        if guest
    ]


def hall_plan(gathering: Gathering) -> dict:
    return {
        "labels": {"stage": pgettext("hall", "Stage"), "row": pgettext("hall", "Row")},
        "note": _("The first sits in the middle of the front row, the next at the right and left."),
        "width": gathering.width,
        "rows": [[_plate(guest) for guest in row] for row in hall(gathering)],
        "flags": _flags(gathering),
    }


def _plate(guest: Guest | None) -> dict | None:
    if guest is None:
        return None
    return {
        "place": guest.place,
        "name": guest.called,
        "role": guest.role,
        "side": guest.side.name,
        "flag": guest.side.country,
    }


def _flags(gathering: Gathering) -> dict[str, str]:
    return pictures.flags(guest.side.country for guest in gathering.guests)
