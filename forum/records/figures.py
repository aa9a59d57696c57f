"""Numbers that several sources stated: what is said once, and what is followed.

Works on figures as they are, and asks no database.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from forum.choices import FigureKind
from forum.records.texts import LANGUAGES


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
    answers = defaultdict(list)
    for figure in told(figures):
        answers[_question(figure)].append(figure)
    return [figure for group in answers.values() for figure in _followed(group)]


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
