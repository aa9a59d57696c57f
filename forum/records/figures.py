"""Numbers that several sources stated: what is said once, and what is followed.

Works on figures as they are, and asks no database.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable

from forum.choices import FigureKind
from forum.records.texts import LANGUAGES

NUMBER = re.compile(r"\d[\d\s.,]*")


def told(figures: Iterable) -> list:
    """The figures, those that say the same once, with all the `sources` that say so.

    Of several that say the same the preferred one stands for all.
    """
    found = defaultdict(list)
    for figure in figures:
        found[_question(figure), _answer(figure)].append(figure)
    return [_as_one(group) for group in found.values()]


def followed(figures: Iterable) -> list:
    """What the record follows: what is preferred, or else what nothing contradicts."""
    return [figure for group in _answered(figures) for figure in _followed(group)]


def disputed(figures: Iterable) -> list[list]:
    """Figures that state different numbers of the same, none of which is preferred.

    What is counted, their words say: “40 rectors” and “35 rectors” differ, “13 universities of
    Uzbekistan” and “18 universities of Poland” are numbers of something else.
    """
    found = defaultdict(list)
    for group in _answered(figures):
        if not any(figure.is_preferred for figure in group):
            for figure in group:
                found[_question(figure), _counted(figure)].append(figure)
    return [group for group in found.values() if len({each.value for each in group}) > 1]


def _counted(figure) -> Hashable:
    """The words without the number in them, in each language."""
    words = (getattr(figure, f"as_stated_{language}") or "" for language in LANGUAGES)
    return tuple(" ".join(NUMBER.sub(" ", each).split()).casefold() for each in words)


def _answered(figures: Iterable) -> Iterable[list]:
    answers = defaultdict(list)
    for figure in told(figures):
        answers[_question(figure)].append(figure)
    return answers.values()


def _as_one(group: list):
    first = next((figure for figure in group if figure.is_preferred), group[0])
    # In the order in which they stand, each once.
    first.sources = [*dict.fromkeys(figure.source for figure in group if figure.source)]
    return first


def _followed(answers: list) -> list:
    return [each for each in answers if each.is_preferred] or (answers if len(answers) == 1 else [])


def _question(figure) -> Hashable:
    """What it is about: figures of one question can contradict each other."""
    countries = frozenset((figure.country, figure.other_country))
    # Other figures are of anything, and no two of the same.
    alone = figure.pk if figure.kind == FigureKind.OTHER else None
    day = figure.as_of, figure.as_of_precision
    return figure.event_id, countries, figure.kind, figure.unit, day, alone


def _answer(figure) -> Hashable:
    words = [getattr(figure, f"as_stated_{language}") for language in LANGUAGES]
    return figure.value, *words
