from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InstitutionKind(TextChoices):
    UNIVERSITY = "university", _("university")
    MINISTRY = "ministry", _("ministry")
    REGULATOR = "regulator", _("regulator")
    AGENCY = "agency", _("agency")
    ASSOCIATION = "association", _("association")
    RECTORS_COUNCIL = "rectors_council", _("council of rectors")
    ACADEMY = "academy", _("academy of sciences")
    FACULTY = "faculty", _("faculty or unit")
    BRANCH = "branch", _("branch")
    STUDENT_BODY = "student_body", _("student body")
    FOUNDATION = "foundation", _("foundation")
    ALLIANCE = "alliance", _("alliance")
    COMPANY = "company", _("company")
    EMBASSY = "embassy", _("embassy")
    PRESIDENTIAL_OFFICE = "presidential_office", _("presidential office")
    PARLIAMENT = "parliament", _("parliament")
    GOVERNMENT = "government", _("government")
    CITY = "city", _("city or region")
    JOINT_COMMISSION = "joint_commission", _("joint commission")
    INTERNATIONAL = "international", _("international organisation")
    INSTITUTE = "institute", _("research institute")
    CULTURE = "culture", _("library, museum or other place of culture")
    OTHER = "other", _("other institution")


class NameKind(TextChoices):
    ALIAS = "alias", _("other name")
    FORMER = "former", _("former name")
    ACRONYM = "acronym", _("acronym")
    TRANSLITERATION = "transliteration", _("in another script")
    AS_PRINTED = "as_printed", _("as printed somewhere")


class Capacity(TextChoices):
    SUBSTANTIVE = "substantive", _("substantive")
    ACTING = "acting", _("acting")
    ELECT = "elect", _("elect")
    HONORARY = "honorary", _("honorary")


class DelegationKind(TextChoices):
    OFFICIAL = "official", _("official")
    ACADEMIC = "academic", _("academic")
    BUSINESS = "business", _("business")
    CULTURAL = "cultural", _("cultural")
    PARLIAMENTARY = "parliamentary", _("parliamentary")


class DelegationRole(TextChoices):
    HOST = "host", _("host")
    GUEST = "guest", _("guest")
    OBSERVER = "observer", _("observer")
    ORGANISER = "organiser", _("organiser")
    PARTNER = "partner", _("partner")


class DelegationStatus(TextChoices):
    INVITED = "invited", _("invited")
    CONFIRMED = "confirmed", _("confirmed")
    ATTENDED = "attended", _("attended")
    DECLINED = "declined", _("declined")
    CANCELLED = "cancelled", _("cancelled")


class MemberFunction(TextChoices):
    HEAD = "head", _("head of delegation")
    DEPUTY_HEAD = "deputy_head", _("deputy head of delegation")
    MEMBER = "member", _("member")
    ADVISER = "adviser", _("adviser")
    EXPERT = "expert", _("expert")
    INTERPRETER = "interpreter", _("interpreter")
    SPOUSE = "spouse", _("spouse")
    STAFF = "staff", _("staff")


class Accreditation(TextChoices):
    PENDING = "pending", _("pending")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")
    BADGE_ISSUED = "badge_issued", _("badge issued")
    CHECKED_IN = "checked_in", _("checked in")


class SpeakerRole(TextChoices):
    CHAIR = "chair", _("chair")
    MODERATOR = "moderator", _("moderator")
    KEYNOTE = "keynote", _("keynote speaker")
    SPEAKER = "speaker", _("speaker")
    PANELLIST = "panellist", _("panellist")
    INTERPRETER = "interpreter", _("interpreter")


class SpeakerStatus(TextChoices):
    INVITED = "invited", _("invited")
    TO_BE_CONFIRMED = "to_be_confirmed", _("to be confirmed")
    CONFIRMED = "confirmed", _("confirmed")
    REPLACED = "replaced", _("replaced")
    ABSENT = "absent", _("absent")


class SpeakerMode(TextChoices):
    IN_PERSON = "in_person", _("in person")
    VIDEO = "video", _("by video link")
    VIDEO_MESSAGE = "video_message", _("video message")
    MESSAGE_READ = "message_read", _("message read out")


class MeetingStatus(TextChoices):
    REQUESTED = "requested", _("requested")
    ACCEPTED = "accepted", _("accepted")
    SCHEDULED = "scheduled", _("scheduled")
    HELD = "held", _("held")
    DECLINED = "declined", _("declined")
    CANCELLED = "cancelled", _("cancelled")
