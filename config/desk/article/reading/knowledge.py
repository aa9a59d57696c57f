"""What is on record, as plain values that a text is compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from config.desk.article.reading.matching import Name


@dataclass(frozen=True)
class Body:
    """An institution on record."""

    kind: str
    country: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Post:
    """An office that a person on record holds or held, in each language."""

    institution: str
    offices: tuple[str, ...]


@dataclass(frozen=True)
class City:
    country: str
    # By language.
    names: Mapping[str, str]


@dataclass(frozen=True)
class Knowledge:
    """All that a text is read by; keys are those of the names."""

    names: Sequence[Name] = ()
    topics: Sequence[Name] = ()
    bodies: Mapping[str, Body] = field(default_factory=dict)
    posts: Mapping[str, Sequence[Post]] = field(default_factory=dict)
    cities: Mapping[str, City] = field(default_factory=dict)
    # In which year a day without one is: that of the publication.
    year: int | None = None
