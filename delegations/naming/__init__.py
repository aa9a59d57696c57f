"""How a person, an institution, a delegation or a party is named to a reader on a day.

The one place that knows: what a visitor may be told, what counts as the name of that day, and
what stands in for a name that nobody may be told. It gives frozen values in the language that is
active; pages, files and calendars only write them.
"""

from delegations.naming.acts import appointment, in_stead, party, person, role, side
from delegations.naming.records import institution, known, offices, official
from delegations.naming.values import (
    Named,
    NamedInstitution,
    NamedOffice,
    NamedOfficial,
    NamedParty,
    NamedPerson,
    NamedRole,
    NamedSide,
    NamedStead,
    Reader,
    Wording,
)

__all__ = [
    "Named",
    "NamedInstitution",
    "NamedOffice",
    "NamedOfficial",
    "NamedParty",
    "NamedPerson",
    "NamedRole",
    "NamedSide",
    "NamedStead",
    "Reader",
    "Wording",
    "appointment",
    "in_stead",
    "institution",
    "known",
    "offices",
    "official",
    "party",
    "person",
    "role",
    "side",
]
