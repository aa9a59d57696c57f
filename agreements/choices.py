from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Instrument(TextChoices):
    TREATY = "treaty", _("treaty")
    INTERGOVERNMENTAL = "intergovernmental", _("intergovernmental agreement")
    INTERDEPARTMENTAL = "interdepartmental", _("interdepartmental agreement")
    FRAMEWORK = "framework", _("framework agreement")
    COOPERATION = "cooperation", _("cooperation agreement")
    MEMORANDUM = "memorandum", _("memorandum of understanding")
    LETTER_OF_INTENT = "letter_of_intent", _("letter of intent")
    DECLARATION_OF_INTENT = "declaration_of_intent", _("declaration of intent")
    PROTOCOL = "protocol", _("protocol")
    EXCHANGE_OF_NOTES = "exchange_of_notes", _("exchange of notes")
    CONTRACT = "contract", _("contract")
    PLAN = "plan", _("action plan or work plan")
    ROAD_MAP = "road_map", _("road map")
    PROGRAMME = "programme", _("programme of cooperation")
    JOINT_STATEMENT = "joint_statement", _("joint statement")
    DECLARATION = "declaration", _("declaration")
    COMMUNIQUE = "communique", _("communiqué")
    OUTCOMES = "outcomes", _("list of outcomes")
    CHARTER = "charter", _("charter")
    DECISION = "decision", _("decision")
    OTHER = "other", _("other document")


class InstrumentClass(TextChoices):
    AGREEMENT = "agreement", _("agreement")
    IMPLEMENTING = "implementing", _("implementing document")
    STATEMENT = "statement", _("statement")
    ADOPTED = "adopted", _("adopted act")


CLASS_OF_INSTRUMENT = {
    Instrument.PROTOCOL: InstrumentClass.IMPLEMENTING,
    Instrument.CONTRACT: InstrumentClass.IMPLEMENTING,
    Instrument.PLAN: InstrumentClass.IMPLEMENTING,
    Instrument.ROAD_MAP: InstrumentClass.IMPLEMENTING,
    Instrument.PROGRAMME: InstrumentClass.IMPLEMENTING,
    Instrument.LETTER_OF_INTENT: InstrumentClass.STATEMENT,
    Instrument.DECLARATION_OF_INTENT: InstrumentClass.STATEMENT,
    Instrument.JOINT_STATEMENT: InstrumentClass.STATEMENT,
    Instrument.DECLARATION: InstrumentClass.STATEMENT,
    Instrument.COMMUNIQUE: InstrumentClass.STATEMENT,
    Instrument.OUTCOMES: InstrumentClass.STATEMENT,
    Instrument.CHARTER: InstrumentClass.ADOPTED,
    Instrument.DECISION: InstrumentClass.ADOPTED,
}


class LegalNature(TextChoices):
    BINDING = "binding", _("legally binding")
    NON_BINDING = "non_binding", _("not legally binding")


class Stage(TextChoices):
    PROPOSED = "proposed", pgettext_lazy("document", "proposed")
    NEGOTIATION = "negotiation", pgettext_lazy("document", "under negotiation")
    AGREED = "agreed", pgettext_lazy("document", "text agreed")
    INITIALLED = "initialled", pgettext_lazy("document", "initialled")
    CONCLUDED = "concluded", pgettext_lazy("document", "concluded")
    ABANDONED = "abandoned", pgettext_lazy("document", "abandoned")


class Status(TextChoices):
    """What an agreement is on a given day: computed, never typed."""

    PROPOSED = "proposed", pgettext_lazy("document", "proposed")
    NEGOTIATION = "negotiation", pgettext_lazy("document", "under negotiation")
    AGREED = "agreed", pgettext_lazy("document", "text agreed")
    INITIALLED = "initialled", pgettext_lazy("document", "initialled")
    SIGNED = "signed", pgettext_lazy("document", "signed")
    PROVISIONAL = "provisional", pgettext_lazy("document", "applied provisionally")
    IN_FORCE = "in_force", pgettext_lazy("document", "in force")
    EXPIRING = "expiring", pgettext_lazy("document", "expiring soon")
    EXPIRED = "expired", pgettext_lazy("document", "expired")
    TERMINATED = "terminated", pgettext_lazy("document", "terminated")
    REPLACED = "replaced", pgettext_lazy("document", "replaced")
    ABANDONED = "abandoned", pgettext_lazy("document", "abandoned")


class Mode(TextChoices):
    SIGNED = "signed", pgettext_lazy("document", "signed")
    EXCHANGED = "exchanged", pgettext_lazy("document", "exchanged")
    ADOPTED = "adopted", pgettext_lazy("document", "adopted")
    ANNOUNCED = "announced", pgettext_lazy("document", "announced")


# How documents are concluded that people sign.
WITH_SIGNATURES = (Mode.SIGNED, Mode.EXCHANGED)

# What is said of a document on a day: its status, but of what was concluded how that was done.
Badge = TextChoices(
    "Badge",
    [
        (each.name, (each.value, each.label))
        for status in Status
        for each in (Mode if status == Status.SIGNED else [status])
    ],
)


class Renewal(TextChoices):
    FIXED = "fixed", _("fixed term")
    AUTOMATIC = "automatic", _("renews itself")
    CONSENT = "consent", _("renewed by consent")
    EVERGREEN = "evergreen", _("open-ended")


class PartyRole(TextChoices):
    PARTY = "party", _("party")
    BENEFICIARY = "beneficiary", _("beneficiary")
    DEPOSITARY = "depositary", _("depositary")
    TERRITORY = "territory", pgettext_lazy("role of a party", "territory to which it extends")
    REPRESENTED = (
        "represented",
        pgettext_lazy("role of a party", "on whose behalf it was concluded"),
    )


# Whom it concerns without their being a side beside the one that acts for them.
ACTED_FOR = (PartyRole.TERRITORY, PartyRole.REPRESENTED)


class ConsentKind(TextChoices):
    """How a party says that it is bound: Vienna Convention on the Law of Treaties, article 11."""

    SIGNATURE = "signature", pgettext_lazy("consent to be bound", "signature")
    EXCHANGE = "exchange", pgettext_lazy("consent to be bound", "exchange of instruments")
    RATIFICATION = "ratification", pgettext_lazy("consent to be bound", "ratification")
    ACCEPTANCE = "acceptance", pgettext_lazy("consent to be bound", "acceptance")
    APPROVAL = "approval", pgettext_lazy("consent to be bound", "approval")
    ACCESSION = "accession", pgettext_lazy("consent to be bound", "accession")
    OTHER = "other", pgettext_lazy("consent to be bound", "other means")


class EntryRule(TextChoices):
    """What an agreement says of its entry into force."""

    ALL = "all", _("when every party has consented")
    NUMBER = "number", _("when a number of parties have consented")
    DAY = "day", _("on a day stated")


class SignatoryRole(TextChoices):
    SIGNS = "signs", pgettext_lazy("role of a signatory", "signed")
    EXCHANGES = "exchanges", pgettext_lazy("role of a signatory", "exchanged")
    APPROVES = "approves", pgettext_lazy("role of a signatory", "approved")
    WITNESSES = "witnesses", pgettext_lazy("role of a signatory", "witnessed")
    PRESENT = "present", pgettext_lazy("role of a signatory", "was present")


ONLOOKERS = (SignatoryRole.WITNESSES, SignatoryRole.PRESENT)


class Authority(TextChoices):
    OFFICE = (
        "office",
        _("by virtue of the office (Vienna Convention on the Law of Treaties, art. 7)"),
    )
    FULL_POWERS = "full_powers", _("full powers")
    DELEGATED = "delegated", _("by delegation or power of attorney")


class LinkKind(TextChoices):
    AMENDS = "amends", _("amends")
    EXTENDS = "extends", _("extends")
    RENEWS = "renews", _("renews")
    REPLACES = "replaces", _("replaces")
    IMPLEMENTS = "implements", _("implements")
    ANNEX_TO = "annex_to", _("is an annex to")
    BASED_ON = "based_on", _("is based on")
    CITES = "cites", _("cites")
    FORESEES = "foresees", _("foresees")


class Registry(TextChoices):
    """Where agreements of others are registered or published, too."""

    UN = "un", _("registration with the United Nations")
    UN_TREATY_SERIES = "un_treaty_series", _("United Nations Treaty Series")
    COUNCIL_OF_EUROPE = "council_of_europe", _("Council of Europe Treaty Series")
    NATIONAL = "national", _("national register or gazette")
    OTHER = "other", _("other register")


class TextKind(TextChoices):
    AUTHENTIC = "authentic", _("authentic text")
    TRANSLATION = "translation", _("translation")
    CERTIFIED_COPY = "certified_copy", _("certified copy")
    ANNEX = "annex", _("annex")
    DRAFT = "draft", _("draft")


class OutcomeKind(TextChoices):
    APPROVED = "approved", _("approval")
    RATIFIED = "ratified", _("ratification")
    DENOUNCED = "denounced", _("denunciation")
    FOUNDED = "founded", _("institution founded")
    BRANCH_OPENED = "branch_opened", _("branch opened")
    FOUNDATION_STONE = "foundation_stone", _("foundation stone laid")
    AWARD = "award", _("award or honour")
    SCHOLARSHIP = "scholarship", _("scholarship")
    GIFT = "gift", _("gift")
    WORKING_GROUP = "working_group", _("working group")
    NEXT_MEETING = "next_meeting", _("next meeting")
    MOBILITY = "mobility", _("mobility")
    VISIT = "visit", _("visit")
    PUBLICATION = "publication", _("publication")
    PROGRAMME_INTAKE = "programme_intake", _("programme intake")
    DEALS = "deals", _("business deals")
    CULTURE = "culture", _("exhibition, concert or other cultural result")
    OTHER = "other", _("other outcome")


class OutcomeRoleKind(TextChoices):
    RECIPIENT = "recipient", pgettext_lazy("role in an outcome", "recipient")
    CONFERRED_BY = "conferred_by", pgettext_lazy("role in an outcome", "conferred by")
    OPENED_BY = "opened_by", pgettext_lazy("role in an outcome", "opened by")
    FOUNDED = "founded", pgettext_lazy("role in an outcome", "founded")
    DECIDED_BY = "decided_by", pgettext_lazy("role in an outcome", "decided by")
    MEMBER = "member", pgettext_lazy("role in an outcome", "member")


class CommitmentState(TextChoices):
    OPEN = "open", pgettext_lazy("promise", "open")
    UNDER_WAY = "under_way", pgettext_lazy("promise", "under way")
    FULFILLED = "fulfilled", pgettext_lazy("promise", "fulfilled")
    LAPSED = "lapsed", pgettext_lazy("promise", "lapsed")


class StepKind(TextChoices):
    """What moves an agreement on in its life, or is recorded of it."""

    NEGOTIATION = "negotiation", pgettext_lazy("step", "negotiation began")
    AGREED = "agreed", pgettext_lazy("step", "text agreed")
    INITIALLED = "initialled", pgettext_lazy("step", "initialled")
    SIGNED = "signed", pgettext_lazy("step", "signed")
    PROVISIONAL = "provisional", pgettext_lazy("step", "applied provisionally")
    IN_FORCE = "in_force", pgettext_lazy("step", "entered into force")
    EXTENDED = "extended", pgettext_lazy("step", "extended")
    RENEWED = "renewed", pgettext_lazy("step", "renewed")
    AMENDED = "amended", pgettext_lazy("step", "amended")
    REPLACED = "replaced", pgettext_lazy("step", "replaced")
    NOTICE = "notice", pgettext_lazy("step", "notice given")
    NOTICE_WITHDRAWN = "notice_withdrawn", pgettext_lazy("step", "notice withdrawn")
    TERMINATED = "terminated", pgettext_lazy("step", "terminated")
    EXPIRED = "expired", pgettext_lazy("step", "expired")
    REVIEWED = "reviewed", pgettext_lazy("step", "reviewed")
    ABANDONED = "abandoned", pgettext_lazy("step", "abandoned")
    REOPENED = "reopened", pgettext_lazy("step", "taken up again")
    CORRECTED = "corrected", pgettext_lazy("step", "record corrected")
    SEALED = "sealed", pgettext_lazy("step", "recorded as concluded")
    UNSEALED = "unsealed", pgettext_lazy("step", "record of the conclusion taken back")


# Steps of the record, not of the life of the agreement.
OF_RECORD = (StepKind.CORRECTED, StepKind.SEALED, StepKind.UNSEALED)


class ReminderKind(TextChoices):
    """Why somebody is reminded of an agreement or a commitment."""

    EXPIRING = "expiring", pgettext_lazy("reminder", "ends")
    NOTICE = "notice", pgettext_lazy("reminder", "last day to give notice")
    REVIEW = "review", pgettext_lazy("reminder", "review")
    DUE = "due", pgettext_lazy("reminder", "commitment due")
    OVERDUE = "overdue", pgettext_lazy("reminder", "commitment overdue")
    DORMANT = "dormant", pgettext_lazy("reminder", "nothing recorded")
