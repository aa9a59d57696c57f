"""What an erasure makes of a text, and of what was kept of a record; writes nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.conf import settings
from django.db.models import (
    CharField,
    EmailField,
    Field,
    JSONField,
    Model,
    SlugField,
    TextField,
    URLField,
)
from django.utils.translation import gettext as _
from django.utils.translation import override

from forum.choices import ErasureMode
from forum.personal.held import ALL, HELD, OTHERS, TRACES, Held, Subject, place_of
from forum.personal.words import Words, rewritten
from forum.rights import guarded

# What stands where an e-mail address, a number or an identifier was.
NOTHING_TOLD = "[…]"


@lru_cache
def withheld(language: str) -> str:
    """What stands where a name was."""
    with override(language):
        return _("Name withheld")


def language_of(column: str) -> str:
    """The language of a column such as name_kk; the first of the site for any other."""
    code = column.rpartition("_")[2]
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


@dataclass(frozen=True)
class Eraser:
    """Who is erased, how far, and by which words they are found."""

    subject: Subject
    key: int
    mode: str
    spared: frozenset[str]
    words: Words
    # Its own key, and those of records that became a part of it.
    keys: frozenset[int]

    @property
    def is_anonymous(self) -> bool:
        return self.mode == ErasureMode.ANONYMOUS

    @cached_property
    def pattern(self) -> re.Pattern | None:
        """What is looked for in texts: names only if they are to go."""
        return self.words.pattern(names=self.is_anonymous)

    @cached_property
    def _rare(self) -> tuple[str, ...]:
        return self.words.rare(names=self.is_anonymous)

    def may_be_in(self, text: str) -> bool:
        """Whether it is worth looking for the person in a text: ten times faster than to look."""
        small = text.lower()
        return any(word in small for word in self._rare)

    @cached_property
    def naming(self) -> re.Pattern | None:
        """What tells that a text is about the person, whether the name is to go or not."""
        return self.words.pattern(names=True)

    @cached_property
    def _values(self) -> frozenset[str]:
        return frozenset(value.casefold() for value in self.words.values)

    def text(self, text: str, column: str = "") -> str:
        """A text without the person."""
        return self.pattern.sub(lambda found: self._instead(found[0], column), text)

    def _instead(self, found: str, column: str) -> str:
        is_value = found.casefold() in self._values
        return NOTHING_TOLD if is_value else withheld(language_of(column))

    def plain(self, value):
        """Plain data without the person."""
        return rewritten(value, self.text) if self.pattern else value

    def columns(self, model: type[Model], key: int, fields: dict) -> dict:
        """Fields of a row without the person, each as its column takes it."""
        new = self.plain(fields)
        return {
            name: _fitting(model._meta.get_field(name), key, value)
            if value != fields[name]
            else value
            for name, value in new.items()
        }

    def reaches(self, model: type[Model]) -> bool:
        """Whether the person is looked for in the texts of a model's rows."""
        is_left = place_of(model) in self.spared or OTHERS.get(model) == ALL
        return self.is_anonymous and not is_left

    def holding(self, model: type[Model]) -> Iterable[Held]:
        return (each for each in HELD[self.subject.model] if each.model is model)

    def is_self(self, model: type[Model], key: int) -> bool:
        return model is self.subject.model and key in self.keys

    def fields(self, model: type[Model], key: int, fields: dict) -> dict | None:
        """What was kept of a record, without the person; None if nothing of it stays."""
        if self.is_self(model, key):
            return fields | self.subject.fate(self.key, self.mode)
        for each in self.holding(model):
            if fields.get(each.via) not in self.keys:
                continue
            fate = each.fate(self.mode, self.spared)
            if fate is None:
                return None
            fields = fields | fate
        looked_at = self.looked_at(model)
        own = {name: value for name, value in fields.items() if name in looked_at}
        return fields | self.columns(model, key, own)

    def looked_at(self, model: type[Model]) -> frozenset[str]:
        """The fields of a model's rows in which the person is looked for: private ones always."""
        names = frozenset(column.name for column in text_columns(model))
        if self.pattern is None:
            return frozenset()
        return names if self.reaches(model) or model in TRACES else names & guarded(model)

    def called(self, model: type[Model], key: int, text: str) -> str:
        """How a record was called, without the person."""
        if self.is_self(model, key) and self.is_anonymous:
            return withheld(settings.LANGUAGE_CODE)
        is_found = self.pattern and self.reaches(model) and model not in OTHERS
        return self.text(text) if is_found else text


def text_columns(model: type[Model]) -> list[Field]:
    """The columns of a model in which anybody may be named."""
    others = OTHERS.get(model, frozenset())
    return [
        each
        for each in model._meta.concrete_fields
        if isinstance(each, (CharField, TextField, JSONField))
        and not (each.choices or isinstance(each, SlugField))
        and not {each.name, "*"} & others
    ]


def _fitting(column: Field, key: int, value):
    """A text that was rewritten, as its column takes it: an address must be one."""
    if isinstance(column, EmailField):
        return "" if column.blank else f"{key}@withheld.invalid"
    if isinstance(column, URLField):
        return f"https://withheld.invalid/{column.name}/{key}/"
    return value[: column.max_length] if isinstance(value, str) and column.max_length else value
