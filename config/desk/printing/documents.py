"""The documents that can be printed: what each is called, who is on it, and how it is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from config.desk.printing import badges, cards, columns, lists, seats
from config.desk.printing.columns import Column
from config.desk.printing.gathering import Gathering, Guest
from delegations.rights import ACCREDIT

# A hundred badges with photographs take two or three seconds to read, draw and set.
PART = 200


def _everybody_stays(guest: Guest) -> str:
    return ""


@dataclass(frozen=True)
class Document:
    """`columns` and `rows` are its table, for spreadsheets; without columns there is none.

    `refusal` says why somebody is left out of it; `part` is how many people one file has, of what
    is printed a page each; `paper` is what its template needs, given the columns that may be seen.
    """

    label: str | Promise
    about: str | Promise
    template: str
    paper: Callable[[Gathering, Sequence[Column]], dict]
    columns: tuple[Column, ...] = ()
    rows: Callable[[Gathering], Sequence] = lists.everybody
    refusal: Callable[[Guest], str] = _everybody_stays
    part: int = 0
    right: str = ""
    # Columns that each event has of its own: too many for paper.
    further: Callable[[Gathering], Sequence[Column]] | None = None

    @property
    def is_of_delegations(self) -> bool:
        return self.rows is lists.delegations

    @property
    def forms(self) -> tuple[str, ...]:
        if self.further:
            return ("csv", "xlsx")
        return ("pdf", "csv", "xlsx") if self.columns else ("pdf",)

    def on_it(self, gathering: Gathering) -> Gathering:
        """Those whom nothing keeps from it."""
        kept = tuple(guest for guest in gathering.guests if not self.refusal(guest))
        return replace(gathering, guests=kept)

    def left_out(self, gathering: Gathering) -> list[tuple[Guest, str]]:
        """Those who are missing, each with the reason."""
        refused = ((guest, self.refusal(guest)) for guest in gathering.guests)
        return [(guest, reason) for guest, reason in refused if reason]

    def parts(self, gathering: Gathering) -> list[slice]:
        """The places of those who stand in each of its files, from 0; a single part is none."""
        number = len(gathering.guests)
        if not self.part or number <= self.part:
            return []
        return [slice(at, min(at + self.part, number)) for at in range(0, number, self.part)]

    def is_open_to(self, user) -> bool:
        """To who may print at all."""
        return not self.right or user.has_perm(self.right)

    def columns_for(self, user, gathering: Gathering) -> list[Column]:
        columns = [*self.columns, *(self.further(gathering) if self.further else ())]
        return [column for column in columns if column.is_open_to(user)]


def _plain(content: Callable[[Gathering], dict]) -> Callable[[Gathering, Sequence[Column]], dict]:
    return lambda gathering, columns: content(gathering)


def _participants(gathering: Gathering, shown: Sequence[Column]) -> dict:
    return lists.by_side(shown, gathering)


def _sheets(gathering: Gathering, shown: Sequence[Column]) -> dict:
    return lists.by_side(shown, gathering, breaks=True)


def _arrivals(gathering: Gathering, shown: Sequence[Column]) -> dict:
    return lists.in_one(shown, lists.delegations(gathering))


def _travel(gathering: Gathering, shown: Sequence[Column]) -> dict:
    return lists.in_one(shown, gathering.guests)


def _door(gathering: Gathering, shown: Sequence[Column]) -> dict:
    return lists.in_one(shown, lists.by_name(gathering), tick=gettext("Came in"))


# Their codes open doors.
BADGES = {"template": "badge.typ", "refusal": badges.refused, "part": PART, "right": ACCREDIT}
WHO = (columns.PLACE, columns.NAME, columns.OTHER_NAME, columns.ROLE, columns.FUNCTION)
NEEDS = (columns.DIETARY_NEEDS, columns.ACCESS_NEEDS, columns.PHONE)
COMING = (columns.ARRIVAL, columns.DEPARTURE, columns.LIAISON, columns.FOCAL_POINT)
SIDES = (columns.COMES, columns.HEAD, columns.SIZE, *COMING)
AT_THE_DOOR = (
    *(columns.NAME, columns.OTHER_NAME, columns.SIDE, columns.CATEGORY),
    *(columns.STATE, columns.NUMBER, columns.ZONES),
)

DOCUMENTS = {
    "badges-a6": Document(
        _("Badges, A6"),
        _("Who is approved: a page each of 105 × 148 mm."),
        paper=_plain(badges.badges("a6")),
        **BADGES,
    ),
    "badges-a7": Document(
        _("Badges, A7"),
        _("The same of 74 × 105 mm."),
        paper=_plain(badges.badges("a7")),
        **BADGES,
    ),
    "place-cards": Document(
        _("Place cards"),
        _("To be cut and folded, with the name in another script on the back."),
        "cards.typ",
        _plain(cards.place_cards),
    ),
    "table": Document(
        _("Seats at a long table"),
        _("Guests and hosts on two sides, their heads opposite each other."),
        "table.typ",
        _plain(seats.table_plan),
        seats.COLUMNS,
        seats.table_seats,
    ),
    "round-table": Document(
        _("Seats at a round table"),
        _("From the host by turns to the right and left."),
        "round.typ",
        _plain(seats.round_plan),
        seats.COLUMNS,
        seats.round_seats,
    ),
    "hall": Document(
        _("Seats in rows"),
        _("Before a stage, from the middle of the front row on."),
        "hall.typ",
        _plain(seats.hall_plan),
        seats.COLUMNS,
        seats.hall_seats,
    ),
    "participants": Document(
        _("List of participants"),
        _("By precedence, to hand out: without those who are not to be listed."),
        "list.typ",
        _participants,
        (*WHO, columns.SIDE),
        refusal=lists.unlisted,
    ),
    "delegations": Document(
        _("Delegation sheets"),
        _("A page for each delegation, with what it needs if you may see that."),
        "list.typ",
        _sheets,
        (*WHO, columns.STATE, *NEEDS, columns.SIDE, *columns.OF_SIDE),
    ),
    "arrivals": Document(
        _("Arrivals and departures"),
        _("Who meets which delegation, and when, if you may see that."),
        "list.typ",
        _arrivals,
        SIDES,
        lists.delegations,
    ),
    "travel": Document(
        _("Travel of members"),
        _("When and where each arrives, leaves and stays, if you may see that."),
        "list.typ",
        _travel,
        (columns.SIDE, columns.PLACE, columns.NAME, *columns.TRAVEL),
    ),
    "answers": Document(
        _("Answers to questions"),
        _("What delegations answer for each member, a column for each question of the event."),
        "list.typ",
        _travel,
        (columns.SIDE, columns.PLACE, columns.NAME, columns.FUNCTION),
        lists.asked,
        right="delegations.view_private_delegation",
        further=columns.answers,
    ),
    "door": Document(
        _("Door list"),
        _("By name, with a box to tick."),
        "list.typ",
        _door,
        AT_THE_DOOR,
        lists.by_name,
    ),
}
