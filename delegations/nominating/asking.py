"""The host's questions: who is asked which, what is still to answer, and whether an answer fits.

Pure: over plain values, so that the delegation's page, staff's pages and lists say the same.

An answer is kept as the text of the choice in whichever language it was read: staff may put their
choices in another order, or translate them, and no answer comes to mean another.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from delegations.choices import QuestionKind

MOST = 1000
YES, NO = "yes", "no"
# The choices of a question in each language in which they are given.
Options = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Asked:
    """A question as rules know it; without categories it is everybody's."""

    key: int
    kind: str = QuestionKind.TEXT
    categories: Sequence[str] = ()
    is_required: bool = False
    options: Options = field(default_factory=dict)

    def is_for(self, category: str) -> bool:
        return not self.categories or category in self.categories


def lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def to_answer(questions: Iterable[Asked], category: str, answers: Mapping[int, str]) -> list[Asked]:
    """What somebody of this category has not answered, given the answers by question.

    What may stay empty counts as answered once it was left empty; an answer that does not fit,
    as it was given while its choice was taken away, counts for none.
    """
    return [
        each
        for each in questions
        if each.is_for(category) and _is_open(each, answers.get(each.key))
    ]


def _is_open(question: Asked, value: str | None) -> bool:
    if value:
        return bool(refusal(question, value))
    return question.is_required or value is None


def may_answer(*, is_closed: bool, last_day: dt.date | None, on: dt.date) -> bool:
    """Whether answers can be given and changed on a day: until the event is over."""
    return not is_closed and (last_day is None or on <= last_day)


def refusal(question: Asked, value: str) -> str:
    """Why an answer does not fit its question; empty if it does, as an empty one always does."""
    if question.kind == QuestionKind.TEXT:
        too_long = _("At most %(most)d characters.") % {"most": MOST}
        return too_long if len(value) > MOST else ""
    fits = value in (YES, NO)
    if question.kind == QuestionKind.CHOICE:
        fits = place_of(value, question.options) is not None
    return _("Choose one of the listed values.") if value and not fits else ""


def place_of(value: str, options: Options) -> int | None:
    """Which of the choices an answer is, in whatever language; None if it is none of them."""
    found = (said.index(value) for said in options.values() if value in said)
    return next(found, None)


def wrong_options(kind: str, options: Options) -> str:
    """What is wrong with the choices that staff give, as a sentence; empty if nothing is."""
    if kind != QuestionKind.CHOICE:
        return _("Take the choices away, or let one of them be chosen.") if options else ""
    if any(len(said) < 2 for said in options.values()) or not options:
        return _("Give at least two choices, each on a line of its own.")
    if len({len(said) for said in options.values()}) > 1:
        return _("Give as many choices in each language, in the same order.")
    if any(len({*said}) < len(said) for said in options.values()):
        return _("Two choices are the same.")
    return ""


def carried_over(value: str, before: Options, after: Options) -> str | None:
    """What an answer is once staff have reworded the choices; None if its choice is gone.

    What stands in its place now is the choice reworded, unless another choice was moved there.
    """
    if place_of(value, after) is not None:
        return value
    place = place_of(value, before)
    said = next(iter(after.values()), ())
    if place is None or len(said) != len(next(iter(before.values()), ())):
        return None
    return said[place] if place_of(said[place], before) in (None, place) else None
