from delegations.models.attendance import Attendance
from delegations.models.citation import DelegationCitation
from delegations.models.common_office import CommonOffice
from delegations.models.delegation import Delegation, Member
from delegations.models.double import Double, NotTheSame
from delegations.models.institution import FurtherKind, Institution
from delegations.models.meeting import Meeting
from delegations.models.names import InstitutionName, OfficialName
from delegations.models.office import Appointment, OfficeRank
from delegations.models.official import Official, OfficialContact
from delegations.models.representation import Representation
from delegations.models.speaker import Speaker
from delegations.models.tally import Tally

__all__ = [
    "Appointment",
    "Attendance",
    "CommonOffice",
    "Delegation",
    "DelegationCitation",
    "Double",
    "FurtherKind",
    "Institution",
    "InstitutionName",
    "Meeting",
    "Member",
    "NotTheSame",
    "OfficeRank",
    "Official",
    "OfficialContact",
    "OfficialName",
    "Representation",
    "Speaker",
    "Tally",
]
