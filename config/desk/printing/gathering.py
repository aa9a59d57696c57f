"""Who comes to an event, as plain values: what documents are made of, and how they are narrowed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from delegations.naming.values import NOTHING, Wording, joined
from delegations.protocol.within import FUNCTION_ORDER


@dataclass(frozen=True)
class Side:
    """A delegation. `private` has only what the one who prints may see."""

    key: int
    name: str
    country: str = ""
    role: str = ""
    status: str = ""
    is_host: bool = False
    head: str = ""
    size: int = 0
    private: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pass:
    """What a person may enter with: as much of it as there is yet.

    `refusal` says why there is no badge; it is empty for who is approved. `code` is what the door
    reads, drawn on the badge alone.
    """

    category: str = ""
    category_name: str = ""
    state: str = ""
    state_name: str = ""
    refusal: str = ""
    number: str = ""
    zones: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True)
class Guest:
    """A member of a delegation; `place` counts from the first of all in the order of precedence."""

    key: int
    place: int
    side: Side
    name: str
    honorific: str = ""
    sort_name: str = ""
    office: str = ""
    body: str = ""
    other_name: Wording = NOTHING
    function: str = ""
    function_name: str = ""
    is_listed: bool = True
    photo: str = ""
    entry: Pass = field(default_factory=Pass)
    private: Mapping[str, str] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """The name; of somebody who is known by nothing else, the office and for whom it is."""
        return f"{self.honorific} {self.name}".strip() if self.name else self._post

    @property
    def role(self) -> str:
        """Office and institution, unless they stand for the name."""
        return self._post if self.name else ""

    @property
    def _post(self) -> str:
        return joined(self.office, self.body)


@dataclass(frozen=True)
class Choice:
    """For whom something is printed; what nobody chose narrows nothing."""

    sides: Collection[int] = ()
    guests: Collection[int] = ()
    functions: Collection[str] = ()
    states: Collection[str] = ()

    def takes(self, guest: Guest) -> bool:
        wanted = (
            (self.sides, guest.side.key),
            (self.guests, guest.key),
            (self.functions, guest.function),
            (self.states, guest.entry.state),
        )
        return all(not chosen or value in chosen for chosen, value in wanted)


@dataclass(frozen=True)
class Gathering:
    """An event with those who come, both in the order of precedence."""

    title: str
    facts: str
    slug: str
    sides: tuple[Side, ...]
    guests: tuple[Guest, ...]
    # What the event asks those who come, as (where the answer stands among what is private, text).
    questions: tuple[tuple[str, str], ...] = ()
    # How many come in a row of a hall.
    width: int = 10

    def narrowed(self, choice: Choice) -> "Gathering":
        """Those who are chosen, in their places; delegations of which nobody is chosen go."""
        guests = tuple(filter(choice.takes, self.guests))
        is_whole = not (choice.guests or choice.functions or choice.states)
        with_guests = {guest.side.key for guest in guests}
        if is_whole:
            with_guests = {each.key for each in self.sides if not choice.sides} | set(choice.sides)
        sides = tuple(each for each in self.sides if each.key in with_guests)
        return replace(self, sides=sides, guests=guests)

    def of(self, side: Side) -> list[Guest]:
        return [guest for guest in self.guests if guest.side.key == side.key]


def heads_first(guests: Collection[Guest]) -> list[Guest]:
    """One order for all delegations: their heads, then the deputies, then all others."""
    return sorted(guests, key=lambda guest: (_turn(guest.function), guest.place))


def _turn(function: str) -> int:
    return FUNCTION_ORDER.index(function) if function in FUNCTION_ORDER else len(FUNCTION_ORDER)
