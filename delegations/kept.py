"""Of which records a history is kept, and what is a part of what."""

from delegations.models import (
    Absence,
    Appointment,
    CommonOffice,
    Delegation,
    DelegationCitation,
    FurtherKind,
    Institution,
    InstitutionName,
    Meeting,
    Member,
    OfficeRank,
    Official,
    OfficialContact,
    OfficialName,
    Speaker,
    Transfer,
    Zone,
    ZoneException,
)
from delegations.models.citation import SUBJECTS
from forum.history.keeping import keep_history

keep_history(Institution, Official, OfficeRank, CommonOffice)
keep_history(InstitutionName, FurtherKind, part_of=["institution"])
keep_history(OfficialName, OfficialContact, Appointment, Absence, part_of=["official"])
keep_history(Delegation, Zone, part_of=["event"])
keep_history(Member, Transfer, part_of=["delegation"])
keep_history(ZoneException, part_of=["member"])
keep_history(Meeting, part_of=["requested_by", "counterpart"])
keep_history(Speaker, part_of=["session"], touches=["session"])
keep_history(DelegationCitation, part_of=SUBJECTS)
