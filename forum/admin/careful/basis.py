"""Forms that know what they are based on, so that nobody overwrites what another one changed.

A form of a record carries, signed, what the record said when it was opened. When it comes back,
what only somebody else changed meanwhile is kept, and what both changed is asked about.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy

from forum.admin.careful.merging import Conflict, Sent, Values, alike, differs, merge
from forum.admin.careful.sending import as_filled_in, as_shown, fill_in, in_words
from forum.history.differences import last_change, made_by

BASED_ON = "based_on"
MEANWHILE = gettext_lazy("Somebody else changed this meanwhile: choose what it is to say.")


@dataclass(frozen=True)
class Basis:
    """What a record said when its form was opened, and what was asked about before."""

    was: dict[str, Values]
    asked: dict[str, Values]

    @classmethod
    def read(cls, text: str | None, salt: str) -> "Basis | None":
        """From what a form carried; None if it is not what we gave it."""
        try:
            return cls(**signing.Signer(salt=salt).unsign_object(text or ""))
        except (signing.BadSignature, TypeError, ValueError):
            return None

    def signed(self, salt: str) -> str:
        was = {name: values for name, values in self.was.items() if values}
        said = {"was": was, "asked": self.asked}
        return signing.Signer(salt=salt).sign_object(said, compress=True)


@dataclass(frozen=True)
class Choice:
    """A field that two people changed, in words; `name` is that of the choice between them."""

    name: str
    label: str
    was: str
    theirs: str
    mine: str
    change: str


class BasisField(forms.CharField):
    """Carries the basis of its form, always that of now, and is never changed by anybody."""

    is_beside = True
    widget = forms.HiddenInput

    def __init__(self, **options):
        super().__init__(required=False, **options)

    def bound_data(self, data, initial):
        return initial

    def clean(self, value):
        return ""

    def has_changed(self, initial, data):
        return False


class BasedForm(forms.ModelForm):
    """A form of a record that merges itself with what was changed since it was opened.

    With `notices` it is not saved: they say why it is only shown.
    """

    notices: Iterable[str] = ()
    # Formsets that stand inside the form, in its row.
    parts: Iterable = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.conflicts: list[Conflict] = []
        if self.instance.pk:
            self.fields[BASED_ON] = BasisField(initial=self._basis_now)

    @property
    def choices_to_make(self) -> list[Choice]:
        """What to choose between, in words."""
        change = who_and_when(self.instance) if self.conflicts else ""
        return [self._in_words(each, change) for each in self.conflicts]

    def basis(self) -> Basis | None:
        """What the form that was sent is based on; None if it does not say."""
        text = self.data.get(self.add_prefix(BASED_ON))
        return Basis.read(text, self._salt) if self.instance.pk else None

    def is_outdated(self) -> bool:
        """Whether somebody changed anything since the form was opened."""
        basis = self.basis()
        return basis is not None and differs(basis.was, as_shown(self))

    def full_clean(self):
        if self.is_bound and (basis := self.basis()):
            self._meet(basis)
        super().full_clean()
        getattr(self, "cleaned_data", {}).pop(BASED_ON, None)
        for each in self.conflicts:
            self.add_error(each.name, ValidationError(MEANWHILE, code="conflict"))
        for text in self.notices if self.is_bound else ():
            self.add_error(None, ValidationError(text, code="notice"))

    @property
    def _salt(self) -> str:
        return f"basis:{self.instance._meta.label_lower}:{self.instance.pk}"

    def _basis_now(self) -> str:
        asked = {each.name: each.was for each in self.conflicts}
        return Basis(dict(as_shown(self)), asked).signed(self._salt)

    def _meet(self, basis: Basis) -> None:
        """Take over what others changed; what both changed waits for a choice."""
        now, mine = as_shown(self), as_filled_in(self)
        unanswered = list(self._unanswered(basis, now, mine))
        theirs = {
            name: now[name]
            for name in basis.asked
            if name in now and self._chosen(name) == "theirs"
        }
        merged = merge(basis.was, now, {**mine, **theirs})
        self._take({**merged.taken, **theirs})
        again = {each.name for each in unanswered}
        self.conflicts = [*unanswered, *(c for c in merged.conflicts if c.name not in again)]

    def _unanswered(self, basis: Basis, now: Sent, mine: Sent) -> Iterable[Conflict]:
        for name, was in basis.asked.items():
            is_open = name in now and not alike(now[name], mine[name])
            if is_open and self._chosen(name) not in ("theirs", "mine"):
                yield Conflict(name, was, now[name], mine[name])

    def _chosen(self, name: str) -> str:
        return self.data.get(choice_of(self.add_prefix(name)), "")

    def _take(self, taken: dict[str, Values]) -> None:
        if taken and not getattr(self.data, "_mutable", True):
            self.data = self.data.copy()
        for name, values in taken.items():
            fill_in(self, name, values)

    def _in_words(self, conflict: Conflict, change: str) -> Choice:
        field = self.fields[conflict.name]
        sides = [getattr(conflict, side) for side in ("was", "theirs", "mine")]
        label = capfirst(self[conflict.name].label)
        name = choice_of(self.add_prefix(conflict.name))
        return Choice(name, label, *(in_words(field, side) for side in sides), change)


def choice_of(key: str) -> str:
    """The name of the choice between two values of the field with that name."""
    return f"take-{key}"


def who_and_when(record: models.Model) -> str:
    """Who changed a record last, and when, in words."""
    return said_of((record._meta.label_lower, record.pk))


def said_of(ident) -> str:
    """The same of a record that may be gone."""
    revision = last_change(ident)
    if revision is None:
        return ""
    at = date_format(localtime(revision.date_created), "DATETIME_FORMAT")
    return ", ".join(filter(None, (made_by(revision), at)))


def of_row(choice: Choice, row: str) -> Choice:
    """The choice, with the row that it is about."""
    return replace(choice, label=f"{row}: {choice.label}")
