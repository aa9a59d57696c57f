"""What is derived from records, and which records each derivation reads."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db import models
from django.db.models import Value

# How the records are found from a row that is read: the lookup from the record to the row; or
# that lookup and the attribute of the row that it is compared with, if that is not its key.
Path = str | tuple[str, str]
Reads = Mapping[type[models.Model], Path | list[Path]]


@dataclass(frozen=True, eq=False, kw_only=True)
class Derivation:
    """Rows that follow from each record of a model, and from other records beside it."""

    name: str
    of: type[models.Model]
    # Write the rows of the records with these keys anew; of a record that is gone, remove them.
    write: Callable[[list[int]], None]
    # What else is read, each with its path or several; of the same model other records may be.
    read_from: Reads = field(default_factory=dict)
    # These keys and those of all records whose rows follow from them too.
    spread: Callable[[set[int]], set[int]] = lambda keys: keys
    # Whether the rows are only written when somebody asks for them, since that takes long.
    is_lazy: bool = False
    # Whether rows of other derivations are read, which are written before.
    is_last: bool = False
    # Remove rows that belong to no record, before all are written anew.
    sweep: Callable[[], None] = lambda: None

    def readers(self) -> Iterator[tuple[type[models.Model], "Reader"]]:
        yield self.of, Reader(self, "pk", "pk")
        yield from self.readers_of(self.read_from)

    def readers_of(self, read_from: Reads) -> Iterator[tuple[type[models.Model], "Reader"]]:
        for model, paths in read_from.items():
            for path in paths if isinstance(paths, list) else [paths]:
                lookup, attribute = (path, "pk") if isinstance(path, str) else path
                yield model, Reader(self, lookup, attribute)


@dataclass(frozen=True)
class Reader:
    """That a derivation reads rows of a model, and how its records are found from a row."""

    derivation: Derivation
    lookup: str
    attribute: str

    @property
    def is_found_by_ties(self) -> bool:
        """Whether the records name the row: a row that is new is named by none yet."""
        return self.lookup != "pk" and self.attribute == "pk"

    def marks(self, values: Collection) -> models.QuerySet:
        """The derivation and each record concerned by rows with these values of the attribute."""
        records = self.derivation.of._base_manager.filter(**{f"{self.lookup}__in": values})
        name = Value(self.derivation.name, models.CharField())
        return records.order_by().values_list(name, "pk")


def concerned(asked: Iterable[tuple[Reader, Collection]]) -> set[tuple[str, int]]:
    """What readers find by values of their attributes: derivations, with keys of their records.

    All is asked at once: a body is read in twenty ways, and nineteen of them find nothing.
    """
    found, queries, size = set(), [], 0
    for reader, values in asked:
        if reader.lookup == "pk":
            found |= {(reader.derivation.name, value) for value in values}
        elif values:
            queries.append(reader.marks(values))
            size += len(values)
    if size > MOST_VALUES:
        return found.union(*queries)
    return found.union(queries[0].union(*queries[1:])) if queries else found


# No database takes any number of values in one query.
MOST_VALUES = 5000
DERIVATIONS: dict[str, Derivation] = {}


def in_turn() -> list[Derivation]:
    """All derivations, in the order to write their rows."""
    return sorted(DERIVATIONS.values(), key=lambda each: each.is_last)


READERS: dict[type[models.Model], list[Reader]] = defaultdict(list)
