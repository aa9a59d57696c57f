"""What is derived from records, and which records each derivation reads."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db import models

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

    def keys(self, values: Iterable) -> set[int]:
        """The records concerned by rows with these values of the attribute."""
        values = {*values} - {None}
        if self.lookup == "pk" or not values:
            return values
        records = self.derivation.of._base_manager.filter(**{f"{self.lookup}__in": values})
        return {*records.order_by().values_list("pk", flat=True)}


DERIVATIONS: dict[str, Derivation] = {}
READERS: dict[type[models.Model], list[Reader]] = defaultdict(list)
