"""One record of any model."""

from django.apps import apps

from tests import factories

APPS = ("forum", "delegations", "agreements")
# What stands beside the records: written by the site itself, never typed.
BESIDE = (
    *("AuditDoor", "AsideFile", "AsideForm", "SentForm"),
    *("AccreditationStep", "Badge", "Passage"),
    *(
        "Attendance",
        "Author",
        "Cached",
        "Double",
        "Due",
        "EarlierFile",
        "Erasure",
        "FacetChoice",
        "FacetValue",
        "GoneAddress",
        "NotTheSame",
        "OldAddress",
        "PublicChange",
        "Removal",
    ),
    *("Answer", "Invitation", "Look", "Nominee", "Question", "Quota"),
    *("Intake", "IntakeHeadings", "IntakeRow", "IntakeSign"),
    *(
        "Round",
        "SearchKey",
        "SearchWord",
        "SetAside",
        "Side",
        "Stale",
        "Submission",
        "Tally",
        "TextWords",
        "Tie",
        "Touch",
    ),
)
MODELS = [
    model
    for app in APPS
    for model in apps.get_app_config(app).get_models()
    if model.__name__ not in BESIDE
]
MAKERS = {
    "AuditEntry": "audit_entry",
    "CalendarAddress": "calendar_address",
    "AgreementLink": "link",
    "AgreementReference": "reference",
    "CommonOffice": "common_office",
    "FurtherKind": "further_kind",
    "OfficeRank": "rank",
    "OfficialContact": "contact",
    "OutcomeRole": "outcome_role",
    "ProgressNote": "note",
    "ZoneException": "zone_exception",
}


def make(model):
    citation = {
        "EventCitation": ("event", factories.make_event),
        "DelegationCitation": ("institution", factories.make_institution),
        "AgreementCitation": ("agreement", factories.make_agreement),
        "InstitutionName": ("institution", factories.make_institution),
        "OfficialName": ("official", factories.make_official),
    }.get(model.__name__)
    if citation is None:
        name = MAKERS.get(model.__name__, model.__name__.lower())
        return getattr(factories, f"make_{name}")()
    subject, make_subject = citation
    extra = {} if model.__name__.endswith("Name") else {"source": factories.make_source()}
    return model.objects.create(**{subject: make_subject()} | extra)
