"""What a reader is told of somebody: values that know neither records nor privacy."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext_lazy

from delegations.choices import Capacity
from forum.choices import DatePrecision
from forum.records.countries import country_name


class Reader(Enum):
    """To whom something is named: visitors see only what is published."""

    VISITOR = "visitor"
    STAFF = "staff"


@dataclass(frozen=True)
class Wording:
    """A text and the language that it is in; empty where nobody said which."""

    text: str = ""
    language: str = ""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Wording()
# How an office is said that is not held for good; the language of the office decides the order.
IN_CAPACITY: Mapping[str, object] = {
    Capacity.ACTING: pgettext_lazy("capacity in an office", "acting %(office)s"),
    Capacity.ELECT: pgettext_lazy("capacity in an office", "%(office)s-elect"),
    Capacity.HONORARY: pgettext_lazy("capacity in an office", "honorary %(office)s"),
}


def in_capacity(office: Wording, capacity: str) -> Wording:
    """An office with the capacity in which it is held, both in the language of the office."""
    pattern = IN_CAPACITY.get(capacity)
    if not (office and pattern):
        return office
    with override(office.language):
        return replace(office, text=str(pattern) % {"office": office})


def joined(*parts: object) -> str:
    """What there is of these, with commas between."""
    return ", ".join(str(part) for part in parts if part)


@dataclass(frozen=True)
class Named:
    """A name of its day, with the printed form and today's where they differ from it."""

    name: Wording = NOTHING
    printed: str = ""
    today: Wording = NOTHING
    # Its page, if visitors may open it.
    url: str = ""

    def in_words(self) -> str:
        return str(self.name)


@dataclass(frozen=True)
class NamedInstitution(Named):
    # The country that it stands for.
    country: str = ""


@dataclass(frozen=True)
class NamedOfficial(Named):
    honorific: Wording = NOTHING


@dataclass(frozen=True)
class NamedRole:
    """An office for an institution, as far as they may be told."""

    office: Wording = NOTHING
    institution: NamedInstitution | None = None

    def __bool__(self) -> bool:
        return bool(self.office or self.institution)

    def in_words(self) -> str:
        return joined(self.office, self.institution and self.institution.name)


NO_ROLE = NamedRole()


@dataclass(frozen=True)
class NamedStead:
    """In whose stead somebody acts, or whose message somebody reads; of nobody, if in no one's."""

    on_behalf_of: Wording = NOTHING
    message_of: Wording = NOTHING


NOBODY = NamedStead()


@dataclass(frozen=True)
class NamedPerson(NamedOfficial):
    """Somebody, in the office of that day, for an institution; each as far as it may be told."""

    office: Wording = NOTHING
    institution: NamedInstitution | None = None
    # The second office in which the person came, and for whom.
    also: NamedRole = NO_ROLE
    # In whose stead the person acts, or whose message the person reads.
    on_behalf_of: Wording = NOTHING
    message_of: Wording = NOTHING

    @property
    def is_nameless(self) -> bool:
        """Whether nothing may be told but that there was somebody."""
        return not (self.name or self.office or self.institution or self.also)

    @property
    def country(self) -> str:
        return self.institution.country if self.institution else ""

    @property
    def name_and_office(self) -> str:
        return joined(self.name, self.office)

    def in_words(self) -> str:
        body = self.institution and self.institution.name
        roles = (joined(self.name, self.office, body), self.also.in_words())
        return "; ".join(filter(None, roles)) or _("name not published")


@dataclass(frozen=True)
class NamedSide(Named):
    """A delegation: by its own name, its country or its institution."""

    country: str = ""
    institution: NamedInstitution | None = None
    is_institution: bool = False


@dataclass(frozen=True)
class NamedParty(Named):
    """A party of an agreement, with the country that it represents."""

    unit: Wording = NOTHING
    country: str = ""
    institution: NamedInstitution | None = None
    is_country: bool = False

    @property
    def beside(self) -> str:
        """The country to be told beside the name, unless it is the name or nobody is named."""
        return "" if self.is_country else self.country

    def in_words(self) -> str:
        return joined(self.name, self.unit)

    @property
    def with_country(self) -> str:
        return joined(self.name, self.unit, self.beside and country_name(self.beside))


@dataclass(frozen=True)
class NamedOffice:
    """An office that somebody held for a time, ended also with the body or the person."""

    office: Wording
    official: NamedOfficial | None = None
    institution: NamedInstitution | None = None
    starts_on: dt.date | None = None
    starts_on_precision: str = DatePrecision.DAY
    ends_on: dt.date | None = None
    ends_on_precision: str = DatePrecision.DAY

    @property
    def country(self) -> str:
        return self.institution.country if self.institution else ""

    @property
    def is_over(self) -> bool:
        """Whether it is known to end, whenever that is or was."""
        return self.ends_on is not None or self.ends_on_precision == DatePrecision.UNKNOWN
