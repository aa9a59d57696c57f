"""How many members of which category are in which state: a table of numbers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from delegations.choices import Accreditation, MemberFunction


@dataclass(frozen=True)
class Counts:
    """`rows` has a line for each category that occurs, `columns` the states that occur."""

    columns: list[tuple[Accreditation, int]]
    rows: list[tuple[MemberFunction, list[tuple[Accreditation, int]], int]]
    total: int


def arranged(numbers: Iterable[tuple[str, str, int]]) -> Counts:
    """From triples of category, state and number, each pair once."""
    known, of_state, of_category = {}, Counter(), Counter()
    for category, state, number in numbers:
        known[category, state] = number
        of_state[state] += number
        of_category[category] += number
    states = [each for each in Accreditation if each in of_state]
    return Counts(
        columns=[(state, of_state[state]) for state in states],
        rows=[
            (each, [(state, known.get((each, state), 0)) for state in states], of_category[each])
            for each in MemberFunction
            if each in of_category
        ],
        total=of_state.total(),
    )
