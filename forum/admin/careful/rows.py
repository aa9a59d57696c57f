"""Rows of a record's parts, in its own form: merged with what others changed, and in pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from forum.admin.autocompletes import LabelledFormSet, is_key
from forum.admin.careful.basis import BASED_ON, Basis, said_of, who_and_when
from forum.admin.careful.merging import differs
from forum.admin.careful.numbering import renumbered
from forum.admin.careful.paging import ROWS, Page, empty_rows, page_of
from forum.admin.careful.sending import as_filled_in
from forum.history.differences import name_of_gone

GONE = gettext_lazy("“%(row)s” was removed meanwhile (%(change)s).")
AGAIN = gettext_lazy(
    "“%(row)s” was removed meanwhile (%(change)s), and you changed it: it stands below as a new"
    " row. Save it to record it again, or empty it."
)
CHANGED = gettext_lazy(
    "“%(row)s” was changed meanwhile (%(change)s). Save again to remove it all the same."
)


@dataclass(frozen=True)
class GoneRow:
    """A row that somebody took away while the form was open."""

    number: int
    key: int
    is_mine: bool  # Whether it was changed here, and so is offered to be recorded again.

    def said(self, label: str) -> str:
        name = {"row": name_of_gone((label, self.key)), "change": said_of((label, self.key))}
        return (AGAIN if self.is_mine else GONE) % name


class RowsFormSet(LabelledFormSet):
    """Rows of which each knows what it is based on; of many, those of one page.

    `asked` is what the address says of pages and searches.
    """

    def __init__(self, *args, asked=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.gone: list[GoneRow] = []
        self.page: Page | None = None
        if self.is_bound:
            self._keep_to(self._posted_keys())
            self._part_with_gone()
        else:
            self.extra = max(self.extra, empty_rows(self.prefix, asked or {}))
            if self.instance.pk:
                self.turn_to(asked or {})

    def total_form_count(self):
        """How many rows were sent, whatever the form claims: a thousand empty ones take minutes."""
        claimed = super().total_form_count()
        return min(claimed, self._sent) if self.is_bound else claimed

    @cached_property
    def _sent(self) -> int:
        """One more than the highest number of a row of which anything was sent."""
        row = re.compile(rf"{re.escape(self.prefix)}-(\d{{1,6}})-")
        found = (row.match(name) for name in (*self.data, *self.files))
        return 1 + max((int(each[1]) for each in found if each), default=-1)

    def clean(self):
        super().clean()
        label = self.model._meta.label_lower
        said = [row.said(label) for row in self.gone if row.is_mine]
        said += [
            CHANGED % {"row": form.instance, "change": who_and_when(form.instance)}
            for form in self.initial_forms
            if self.can_delete and self._should_delete_form(form) and form.is_outdated()
        ]
        if said:
            raise ValidationError([ValidationError(text, code="conflict") for text in said])

    def notices(self) -> list[str]:
        """What else changed meanwhile, that needs no choice."""
        label = self.model._meta.label_lower
        return [row.said(label) for row in self.gone if not row.is_mine]

    def turn_to(self, asked: Mapping[str, str]) -> None:
        """Keep to the page that an address asks for, if there are more rows than on one."""
        rows = self.get_queryset()
        self._queryset = list(rows[: ROWS + 1])
        if len(self._queryset) > ROWS:
            self.page = page_of(rows, self.prefix, asked)
            self._queryset = list(rows.filter(pk__in=list(self.page.keys)))

    def _posted_keys(self) -> dict[int, int]:
        """The number of each row that was on record, with its key."""
        name = self.model._meta.pk.name
        sent = (
            (number, self.data.get(f"{self.add_prefix(number)}-{name}", ""))
            for number in range(min(self.initial_form_count(), self.total_form_count()))
        )
        return {number: int(key) for number, key in sent if is_key(key)}

    def _keep_to(self, keys: dict[int, int]) -> None:
        self.queryset = self.queryset.filter(pk__in=keys.values())

    def _part_with_gone(self) -> None:
        """Let rows that are no longer there leave the form, or stand in it as new ones."""
        there = {row.pk for row in self.get_queryset()}
        self.gone = [
            GoneRow(number, key, self._is_mine(number, basis))
            for number, key in self._posted_keys().items()
            if key not in there and (basis := self._basis_of(number, key)) is not None
        ]
        if not self.gone:
            return
        again = [row.number for row in self.gone if row.is_mine]
        out = {row.number for row in self.gone}
        rows, on_record = range(self.total_form_count()), self.initial_form_count()
        initial = [number for number in rows[:on_record] if number not in out]
        order = [*initial, *again, *rows[on_record:]]
        name = self.model._meta.pk.name
        self.data = renumbered(self.data, self.prefix, order)
        if self.files:
            self.files = renumbered(self.files, self.prefix, order)
        for number in range(len(initial), len(initial) + len(again)):
            for beside in (name, BASED_ON):
                self.data.pop(f"{self.add_prefix(number)}-{beside}", None)
        self.data[f"{self.prefix}-INITIAL_FORMS"] = str(len(initial))
        self.data[f"{self.prefix}-TOTAL_FORMS"] = str(len(order))
        self.__dict__.pop("management_form", None)
        self.__dict__.pop("_sent", None)

    def _basis_of(self, number: int, key: int) -> Basis | None:
        text = self.data.get(f"{self.add_prefix(number)}-{BASED_ON}")
        return Basis.read(text, f"basis:{self.model._meta.label_lower}:{key}")

    def _is_mine(self, number: int, basis: Basis) -> bool:
        """Whether a row that is gone was changed here, and is not to be removed here too."""
        if f"{self.add_prefix(number)}-DELETE" in self.data:
            return False
        form = self.form(self.data, self.files, prefix=self.add_prefix(number))
        mine = as_filled_in(form)
        return differs({name: basis.was.get(name, ()) for name in mine}, mine)
