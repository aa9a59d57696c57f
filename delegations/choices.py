from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


# What stands for the country it is in; an international organisation stands for none.
OF_A_COUNTRY = [kind for kind in InstitutionKind if kind != InstitutionKind.INTERNATIONAL]


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
    OFFICIAL = "official", pgettext_lazy("delegation", "official")
    ACADEMIC = "academic", pgettext_lazy("delegation", "academic")
    BUSINESS = "business", pgettext_lazy("delegation", "business")
    CULTURAL = "cultural", pgettext_lazy("delegation", "cultural")
    PARLIAMENTARY = "parliamentary", pgettext_lazy("delegation", "parliamentary")


class DelegationRole(TextChoices):
    HOST = "host", _("host")
    GUEST = "guest", _("guest")
    OBSERVER = "observer", _("observer")
    ORGANISER = "organiser", _("organiser")
    PARTNER = "partner", _("partner")


def usual_role(event, country: str) -> DelegationRole:
    """The side of the country where an event is comes as its host, unless somebody says more."""
    is_host = bool(country) and country == event.country
    return DelegationRole.HOST if is_host else DelegationRole.GUEST


class DelegationStatus(TextChoices):
    INVITED = "invited", pgettext_lazy("delegation", "invited")
    CONFIRMED = "confirmed", pgettext_lazy("delegation", "confirmed")
    ATTENDED = "attended", pgettext_lazy("delegation", "attended")
    DECLINED = "declined", pgettext_lazy("delegation", "declined")
    CANCELLED = "cancelled", pgettext_lazy("delegation", "cancelled")


class MemberFunction(TextChoices):
    """What somebody is in a delegation: the category of the accreditation too."""

    HEAD = "head", _("head of delegation")
    DEPUTY_HEAD = "deputy_head", _("deputy head of delegation")
    MEMBER = "member", _("member")
    ADVISER = "adviser", _("adviser")
    EXPERT = "expert", _("expert")
    INTERPRETER = "interpreter", _("interpreter")
    SPOUSE = "spouse", _("accompanying person")
    STAFF = "staff", _("staff")
    MEDIA = "media", _("media representative")
    SECURITY = "security", _("security officer")
    PROTOCOL = "protocol", _("protocol officer")
    DRIVER = "driver", _("driver")


class Accreditation(TextChoices):
    PENDING = "pending", pgettext_lazy("accreditation", "pending")
    APPROVED = "approved", pgettext_lazy("accreditation", "approved")
    REJECTED = "rejected", pgettext_lazy("accreditation", "rejected")
    WITHDRAWN = "withdrawn", pgettext_lazy("accreditation", "withdrawn")
    BADGE_ISSUED = "badge_issued", pgettext_lazy("accreditation", "badge issued")
    CHECKED_IN = "checked_in", pgettext_lazy("accreditation", "checked in")


class AccreditationAct(TextChoices):
    """What staff did to somebody's accreditation."""

    APPROVED = "approved", pgettext_lazy("accreditation", "approved")
    REJECTED = "rejected", pgettext_lazy("accreditation", "rejected")
    WITHDRAWN = "withdrawn", pgettext_lazy("accreditation", "withdrawn")
    REOPENED = "reopened", pgettext_lazy("accreditation", "put back to pending")
    BADGE_ISSUED = "badge_issued", pgettext_lazy("accreditation", "badge issued")
    BADGE_REPLACED = "badge_replaced", pgettext_lazy("accreditation", "badge replaced")
    CHECKED_IN = "checked_in", pgettext_lazy("accreditation", "checked in")
    CHECK_IN_UNDONE = "check_in_undone", pgettext_lazy("accreditation", "check-in undone")


class PassageKind(TextChoices):
    ARRIVED = "arrived", pgettext_lazy("door", "arrived")
    LEFT = "left", pgettext_lazy("door", "left")


class SpeakerRole(TextChoices):
    CHAIR = "chair", _("chair")
    MODERATOR = "moderator", _("moderator")
    KEYNOTE = "keynote", _("keynote speaker")
    SPEAKER = "speaker", _("speaker")
    PANELLIST = "panellist", _("panellist")
    INTERPRETER = "interpreter", _("interpreter")


class SpeakerStatus(TextChoices):
    INVITED = "invited", pgettext_lazy("speaker", "invited")
    TO_BE_CONFIRMED = "to_be_confirmed", pgettext_lazy("speaker", "to be confirmed")
    CONFIRMED = "confirmed", pgettext_lazy("speaker", "confirmed")
    REPLACED = "replaced", pgettext_lazy("speaker", "replaced")
    ABSENT = "absent", pgettext_lazy("speaker", "absent")


class SpeakerMode(TextChoices):
    IN_PERSON = "in_person", _("in person")
    VIDEO = "video", _("by video link")
    VIDEO_MESSAGE = "video_message", _("video message")
    MESSAGE_READ = "message_read", _("message read out")


class MeetingStatus(TextChoices):
    REQUESTED = "requested", pgettext_lazy("meeting", "requested")
    ACCEPTED = "accepted", pgettext_lazy("meeting", "accepted")
    SCHEDULED = "scheduled", pgettext_lazy("meeting", "scheduled")
    HELD = "held", pgettext_lazy("meeting", "held")
    DECLINED = "declined", pgettext_lazy("meeting", "declined")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "cancelled")


class Listing(TextChoices):
    """What a person wishes about being listed as somebody who took part."""

    LISTED = "listed", _("agreed to be listed")
    UNLISTED = "unlisted", _("does not wish to be listed")


class InvitationState(TextChoices):
    OPEN = "open", pgettext_lazy("invitation", "open")
    SUBMITTED = "submitted", pgettext_lazy("invitation", "submitted")
    RETURNED = "returned", pgettext_lazy("invitation", "returned")
    CLOSED = "closed", pgettext_lazy("invitation", "closed")


class QuestionKind(TextChoices):
    """What an answer to a question of the host is."""

    TEXT = "text", pgettext_lazy("answer", "a text")
    YES_NO = "yes_no", pgettext_lazy("answer", "yes or no")
    CHOICE = "choice", pgettext_lazy("answer", "one of given choices")


class NomineeState(TextChoices):
    DRAFT = "draft", pgettext_lazy("nominee", "draft")
    SUBMITTED = "submitted", pgettext_lazy("nominee", "submitted")
    ACCEPTED = "accepted", pgettext_lazy("nominee", "accepted")
    RETURNED = "returned", pgettext_lazy("nominee", "returned")
    WITHDRAWN = "withdrawn", pgettext_lazy("nominee", "withdrawn")
