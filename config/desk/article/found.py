"""What was found in a text, each thing once, and how a row of it begins."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from config.desk.article.drafts import ON_RECORD
from config.desk.article.reading.inflection import is_form
from config.desk.article.reading.knowledge import Knowledge
from config.desk.article.reading.marks import Mark, Role, State, What
from config.desk.article.spans import Span, as_typed_spans
from forum.search.words import fold

# A row as the initial values of its form.
Row = dict[str, object]
# All marks of one thing, in the order of the text.
Same = list[Mark]
# How what is on record is called in the language of the article, by what it is and its key.
Called = Callable[[What, str], str]
NOTHING = ""
# So many rows of a kind: a form of all of them is still one that can be sent and read.
MOST = {What.INSTITUTION: 40, What.PERSON: 40, What.TOPIC: 30, What.DOCUMENT: 20}
MOST_OTHERS = 10
# With so many things of a text a new name is compared.
COMPARED = 40


class Found:
    """The marks of a text as what they are of; `called` names what is on record."""

    def __init__(
        self,
        text: str,
        marks: Iterable[Mark],
        knowledge: Knowledge,
        called: Called,
        *,
        on_record: bool,
    ):
        self.text, self.marks, self.knowledge = text, list(marks), knowledge
        self.called, self.on_record = called, on_record
        self.bodies = self.once(What.INSTITUTION)
        self.people = [same for same in self.once(What.PERSON) if same[0].keys or _is_told(same)]
        self.events = self.of(What.EVENT)

    def of(self, what: What) -> list[Mark]:
        found = (mark for mark in self.marks if mark.what == what)
        return list(islice(found, MOST.get(what, MOST_OTHERS)))

    def once(self, what: What) -> list[Same]:
        """The marks of each thing of a kind, in the order of the text."""
        found: dict[tuple[str, ...], Same] = {}
        for mark in self.marks:
            if mark.what == what:
                key = _identity(mark)
                known = key if key in found or mark.keys else _form_of(mark, found)
                found.setdefault(known or key, []).append(mark)
        return list(islice(found.values(), MOST.get(what, MOST_OTHERS)))

    @property
    def offices(self) -> list[Mark]:
        return [mark for mark in self.marks if mark.what == What.OFFICE]

    @property
    def main_event(self) -> str:
        """How rows refer to the event that the text is about: the last, for a visit comes first."""
        if self.on_record:
            return ON_RECORD
        return f"e{len(self.events) - 1}" if self.events else NOTHING

    def reference(self, letter: str, things: list[Same], mark: Mark | None) -> str:
        """How rows refer to the row of a mark; empty for no mark."""
        places = (number for number, same in enumerate(things) if is_among(mark, same))
        number = next(places, None)
        return NOTHING if number is None else f"{letter}{number}"

    def row(self, same: Same, **values: object) -> Row:
        """A row about a thing: ticked if it is no doubt, with all places where it stands."""
        first = same[0]
        return {
            "take": first.state != State.DOUBTFUL,
            "state": first.state.value,
            "spans": as_typed_spans(Span(mark.start, mark.end) for mark in same),
            "candidates": " ".join(first.keys),
            "which": _which(first),
        } | values

    def named(self, same: Same) -> Row:
        return self.row(same, what=same[0].what.value, name=self.name_of(same[0]))

    def name_of(self, mark: Mark) -> str:
        """What it is called on record, if it is known; else as the text has it."""
        return self.called(mark.what, mark.keys[0]) if _which(mark) in mark.keys else mark.text


def is_among(mark: Mark | None, same: Same) -> bool:
    """Whether a mark is one of these: what others link to may have been in less doubt."""
    return mark is not None and any(
        (each.start, each.what) == (mark.start, mark.what) for each in same
    )


def _is_told(same: Same) -> bool:
    """Whether the text says anything of somebody new."""
    return any(mark.linked(Role.OFFICE) for mark in same)


def _identity(mark: Mark) -> tuple[str, ...]:
    """What two marks of one thing have in common."""
    if mark.keys:
        return (mark.what, *sorted(mark.keys))
    return (mark.what, mark.value, *map(fold, mark.text.split()))


def _form_of(mark: Mark, found: Mapping[tuple[str, ...], Same]) -> tuple[str, ...] | None:
    """The thing that a new name is a form of: it is declined where it stands."""
    if mark.what not in (What.PERSON, What.INSTITUTION):
        return None
    words = mark.text.split()
    for key, same in islice(found.items(), COMPARED):
        others = same[0].text.split()
        if not same[0].keys and len(words) == len(others) and all(map(_are_forms, words, others)):
            return key
    return None


def _are_forms(one: str, other: str) -> bool:
    return is_form(one, other) or is_form(other, one)


def _which(mark: Mark) -> str:
    """What a row is taken for at first: a doubtful one for nothing."""
    if mark.state == State.KNOWN and mark.keys:
        return mark.keys[0]
    return "new" if mark.state == State.NEW else ""
