from delegations.models.absence import Absence
from delegations.models.accreditation import AccreditationStep, Badge, Zone, ZoneException
from delegations.models.attendance import Attendance
from delegations.models.citation import DelegationCitation
from delegations.models.common_office import CommonOffice
from delegations.models.delegation import Delegation, Member
from delegations.models.double import Double, NotTheSame
from delegations.models.drawing import Drawing
from delegations.models.institution import FurtherKind, Institution
from delegations.models.look import Look
from delegations.models.meeting import Meeting
from delegations.models.names import InstitutionName, OfficialName
from delegations.models.nomination import Invitation, Nominee, Quota
from delegations.models.office import Appointment, OfficeRank
from delegations.models.official import Official, OfficialContact
from delegations.models.passage import Passage
from delegations.models.question import Answer, Question
from delegations.models.representation import Representation
from delegations.models.speaker import Speaker
from delegations.models.tally import Tally
from delegations.models.transfer import Transfer

__all__ = [
    "Absence",
    "AccreditationStep",
    "Answer",
    "Appointment",
    "Attendance",
    "Badge",
    "CommonOffice",
    "Delegation",
    "DelegationCitation",
    "Double",
    "Drawing",
    "FurtherKind",
    "Institution",
    "InstitutionName",
    "Invitation",
    "Look",
    "Meeting",
    "Member",
    "Nominee",
    "NotTheSame",
    "OfficeRank",
    "Official",
    "OfficialContact",
    "OfficialName",
    "Passage",
    "Question",
    "Quota",
    "Representation",
    "Speaker",
    "Tally",
    "Transfer",
    "Zone",
    "ZoneException",
]
