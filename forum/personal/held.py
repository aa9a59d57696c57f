"""What an app says of persons and of what is held on them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Field, Model

from forum.choices import ErasureMode, NamePlace
from forum.rights import guarded

# A field that holds a name, or several that make one.
Part = str | tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Held:
    """Rows of a model that tell of a person."""

    of: type[Model]
    model: type[Model]
    # The lookup that leads from a row to the person.
    via: str
    title: object
    # What a row says of the person's name, and of e-mail, phone or identifiers.
    named_by: tuple[Part, ...] = ()
    known_by: tuple[str, ...] = ()
    # The row is private as a whole, or goes when the name is withheld.
    is_private: bool = False
    goes: bool = False
    # What is emptied when the name is withheld; private fields are emptied in any case.
    cleared: tuple[str, ...] = ()
    # Where staff may let the name stay.
    place: NamePlace | None = None
    # Why the row stays.
    why: object = ""

    def fate(self, mode: str, spared: Iterable[str]) -> dict | None:
        """What becomes of the fields of such a row; None if the row goes."""
        is_anonymous = mode == ErasureMode.ANONYMOUS
        if self.is_private or (is_anonymous and self.goes):
            return None
        names = {*guarded(self.model)}
        if is_anonymous and self.place not in spared:
            names |= {*self.cleared}
        return {name: blank(self.model._meta.get_field(name)) for name in sorted(names)}

    def rows(self, key: int):
        return self.model._base_manager.filter(**{self.via: key})


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A kind of person: whose own record it is, and what is written where the name was."""

    model: type[Model]
    title: object
    named_by: tuple[Part, ...]
    known_by: tuple[str, ...]
    # What the fields of a person become whose name is withheld, told the key.
    withheld: Callable[[int], dict]
    # What must be settled while the name is still on record, told the person and what is spared.
    before: list[Callable[[Model, frozenset[str]], None]] = field(default_factory=list)

    def fate(self, key: int, mode: str) -> dict:
        values = {name: blank(self.model._meta.get_field(name)) for name in guarded(self.model)}
        return values | (self.withheld(key) if mode == ErasureMode.ANONYMOUS else {})


SUBJECTS: dict[type[Model], Subject] = {}
HELD: dict[type[Model], list[Held]] = defaultdict(list)
# Fields that name others than who is erased, and what follows from records.
OTHERS: dict[type[Model], frozenset[str]] = {}
ALL = frozenset({"*"})
# Traces of work, in which nobody is named any more whatever becomes of the record.
TRACES: set[type[Model]] = set()


def subject(model: type[Model], **said) -> None:
    """Say that the records of a model are persons."""
    SUBJECTS[model] = Subject(model=model, **said)


def held(of: type[Model], model: type[Model], *vias: str, **said) -> None:
    """Say that rows of a model tell of the person that they lead to."""
    HELD[of] += [Held(of=of, model=model, via=via, **said) for via in vias]


def trace(*models: type[Model]) -> None:
    """Say that rows of these models are traces of work: private data goes from them at once."""
    TRACES.update(models)


def leave(model: type[Model], fields: Iterable[str] = ALL) -> None:
    """Look for nobody in these fields of a model: they name others, or follow from records."""
    OTHERS[model] = frozenset(fields)


def place_of(model: type[Model]) -> NamePlace:
    """Of which kind the rows of a model are as a place where a name may stand."""
    places = {each.place for rows in HELD.values() for each in rows if each.model is model}
    return next(iter(places - {None}), NamePlace.TEXTS)


def blank(column: Field):
    """What a field holds when it holds nothing."""
    return None if column.null else column.get_default()


def said_by(fields: Mapping, parts: Iterable[Part]) -> list[str]:
    """What fields of a record say, each or several as one."""
    wanted = [part if isinstance(part, tuple) else (part,) for part in parts]
    return [" ".join(str(fields.get(name) or "") for name in each) for each in wanted]
