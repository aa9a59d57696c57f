"""The rows of an article on a page: as they are proposed, or as staff send them back."""

from collections.abc import Mapping
from dataclasses import replace

from django.db.models import Model
from django.forms import BaseFormSet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from config.desk.article import rows
from config.desk.article.drafts import (
    ON_RECORD,
    Body,
    Document,
    Draft,
    Lecture,
    NewEvent,
    Person,
    Publication,
    Subject,
)
from config.desk.article.proposals import Proposals
from config.desk.article.reading.marks import What
from config.desk.article.records import choices
from config.desk.article.rights import may_add_new
from config.desk.article.spans import Marked, Span, spans_from
from forum.admin.autocompletes import is_key
from forum.records.countries import choices_among

# The kinds of rows in the order of the page, and the letter by which others refer to each.
KINDS: Mapping[str, tuple[type[rows.RowForm], str]] = {
    "events": (rows.EventRow, "e"),
    "people": (rows.PersonRow, "p"),
    "bodies": (rows.BodyRow, "b"),
    "documents": (rows.DocumentRow, "d"),
    "lectures": (rows.LectureRow, "l"),
    "topics": (rows.TopicRow, "t"),
    "places": (rows.PlaceRow, "x"),
}
RECORDS = {"people": What.PERSON, "bodies": What.INSTITUTION}
REFERENCES = ("event", "institution", "speaker")
MOST_CANDIDATES = 500


class Sheet:
    """Formsets by kind, of proposals or of what was sent."""

    def __init__(
        self,
        offered: set[str],
        user,
        *,
        event: Model | None = None,
        proposals: Proposals | None = None,
        data: QueryDict | None = None,
    ):
        self.user, self.event = user, event
        self.proposals, self.data = proposals, data
        self.formsets = {
            kind: self._formset(kind) for kind in KINDS if kind in offered or kind == "places"
        }

    def _formset(self, kind: str) -> BaseFormSet:
        row = KINDS[kind][0]
        made = rows.formset(row)
        options = {"prefix": kind, "form_kwargs": self._options(kind)}
        if self.data is not None:
            return made(self.data, **options)
        return made(initial=getattr(self.proposals, kind), **options)

    def _options(self, kind: str) -> dict:
        options: dict = {}
        if kind not in ("events", "topics", "places"):
            options["refers"] = self._refers
        if kind in RECORDS:
            options |= {"named": self._named[kind], "may_add": may_add_new(self.user, kind)}
        return options

    @cached_property
    def _refers(self) -> dict[str, list[tuple[str, str]]]:
        """What rows can refer to: the names of the other rows by their letters and numbers."""
        events = [(ON_RECORD, str(self.event))] if self.event else self._labels("events", "title")
        return {
            "events": events,
            "bodies": self._labels("bodies", "name"),
            "countries": self._countries(),
            "people": self._labels("people", "name"),
        }

    def _countries(self) -> list[tuple[str, str]]:
        """The countries that the text names, which can be parties themselves."""
        named = zip(self._raw("places", "what"), self._raw("places", "which"), strict=True)
        codes = {code for what, code in named if what == What.COUNTRY}
        return [(f"c{code}", name) for code, name in choices_among(codes)]

    def _labels(self, kind: str, field: str) -> list[tuple[str, str]]:
        letter = KINDS[kind][1]
        return [(f"{letter}{n}", text[:80] or "?") for n, text in enumerate(self._raw(kind, field))]

    def _raw(self, kind: str, field: str) -> list[str]:
        """A field of all rows of a kind, before anything is checked."""
        if self.data is None:
            return [str(row.get(field, "")) for row in getattr(self.proposals, kind)]
        total = self.data.get(f"{kind}-TOTAL_FORMS", "")
        number = int(total) if total.isdecimal() and len(total) < 4 else 0
        numbers = range(min(number, rows.MOST_ROWS))
        return [self.data.get(f"{kind}-{each}-{field}", "") for each in numbers]

    @cached_property
    def _named(self) -> dict[str, dict[str, str]]:
        """The candidates of all rows by their keys: one query for people, one for institutions."""
        named = {}
        for kind, what in RECORDS.items():
            keys = [key for typed in self._raw(kind, "candidates") for key in typed.split()]
            keys = [int(key) for key in keys[:MOST_CANDIDATES] if is_key(key)]
            named[kind] = choices(what, keys)
        return named

    def is_valid(self) -> bool:
        # Each is asked: all errors are shown at once.
        wrong = [each for each in self.formsets.values() if not each.is_valid()]
        return not wrong and not self._refer_to_nothing()

    def _refer_to_nothing(self) -> bool:
        """Whether a ticked row refers to one that is not; then it says so."""
        taken = {
            ref for kind in ("events", "bodies", "people") for ref, _cleaned in self._taken(kind)
        }
        found = [
            (row, name)
            for formset in self.formsets.values()
            for row in formset
            for name in REFERENCES
            if row.cleaned_data.get("take")
            and (ref := row.cleaned_data.get(name))
            and ref not in {*taken, ON_RECORD}
        ]
        for row, name in found:
            row.add_error(name, _("Tick this too, or choose something else."))
        return bool(found)

    def marked(self, text: str, labels: Mapping[str, str]) -> list[tuple[Span, Marked]]:
        """Where in the text rows stand, with the anchor and the label of each."""
        found = []
        for kind, formset in self.formsets.items():
            for number, row in enumerate(formset):
                mark = Marked(f"{kind}-{number}", labels[kind], kind, row.state_now)
                spans = spans_from(str(row["spans"].value() or ""), len(text))
                first = min(spans, key=lambda span: span.start, default=None)
                found += [(span, replace(mark, is_first=span == first)) for span in spans]
        return found

    def draft(self, text: str, publication: Publication) -> Draft:
        """What staff ticked, as values; to be asked once it is valid."""
        printed = _Printed(text)
        return Draft(
            publication=publication,
            events=tuple(
                NewEvent(
                    ref=ref,
                    printed=printed(row),
                    **_only(row, "kind title visit_kind city country starts_on ends_on"),
                )
                for ref, row in self._taken("events")
            ),
            bodies=tuple(
                Body(
                    ref=ref,
                    printed=printed(row),
                    key=_key(row),
                    is_taken=row["take"],
                    **_only(row, "name kind country event office"),
                )
                for ref, row in self._rows("bodies")
            ),
            people=tuple(
                Person(
                    ref=ref,
                    printed=printed(row),
                    key=_key(row),
                    **_only(row, "name office institution country event"),
                )
                for ref, row in self._taken("people")
            ),
            documents=tuple(
                Document(
                    printed=printed(row),
                    parties=tuple(dict.fromkeys(row[each] for each in rows.PARTIES if row[each])),
                    **_only(row, "instrument title stage"),
                )
                for _number, row in self._taken("documents")
            ),
            lectures=tuple(
                Lecture(printed=printed(row), **_only(row, "title speaker event"))
                for _number, row in self._taken("lectures")
            ),
            topics=tuple(
                Subject(key=int(row["which"]), printed=printed(row))
                for _number, row in self._taken("topics")
            ),
        )

    def _rows(self, kind: str) -> list[tuple[str, dict]]:
        formset, letter = self.formsets.get(kind, ()), KINDS[kind][1]
        return [(f"{letter}{number}", row.cleaned_data) for number, row in enumerate(formset)]

    def _taken(self, kind: str) -> list[tuple[str, dict]]:
        return [(ref, row) for ref, row in self._rows(kind) if row.get("take")]


class _Printed:
    """What the text says where a row stands: its sentences, shortened by nobody."""

    def __init__(self, text: str):
        self.text = text

    def __call__(self, row: dict) -> str:
        spans = spans_from(row["spans"], len(self.text))
        return " … ".join(dict.fromkeys(self.text[each.start : each.end] for each in spans))


def _only(row: dict, names: str) -> dict:
    return {name: row[name] for name in names.split()}


def _key(row: dict) -> int | None:
    return int(row["which"]) if is_key(row["which"]) else None
