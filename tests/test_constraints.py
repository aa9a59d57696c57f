"""Every rule of the database: it holds there, and in the admin it is a sentence."""

import re
from html import unescape

import pytest
from django.db import IntegrityError, models, transaction

from tests import factories
from tests.admin_forms import admin_url, errors_of, form_data, open_form, send_form
from tests.every_model import MODELS, make
from tests.factories import MAY_1, MAY_2, NOON

LANGUAGES = ("en", "kk", "ru", "et")

CHOICE_RULES = [
    pytest.param(model, constraint, id=constraint.name)
    for model in MODELS
    for constraint in model._meta.constraints
    if constraint.name.endswith("_valid") and not constraint.name.endswith("coordinates_valid")
]


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "constraint"), CHOICE_RULES)
def test_the_database_knows_the_choices(model, constraint):
    record = make(model)
    prefix = f"{model._meta.app_label}_{model._meta.model_name}_"
    field = constraint.name.removeprefix(prefix).removesuffix("_valid")

    rows = model.objects.filter(pk=record.pk)
    change = getattr(rows, "erase", rows.update)  # The audit trail has no other door.

    # Which of two rules about one field speaks first is the database's choice.
    with pytest.raises(IntegrityError, match=f"{prefix}{field}"), transaction.atomic():
        change(**{field: "bogus"})


def untranslated(field):
    return {f"{field}_{language}": "" for language in LANGUAGES}


def unknown_date(field, precision=None):
    return {field: MAY_1, precision or f"{field}_precision": "unknown"}


NEEDS_TEXT = {
    "Series": "name",
    "Topic": "name",
    "Venue": "name",
    "Event": "title",
    "Attachment": "title",
    "Institution": "name",
    "Official": "name",
    "OfficeRank": "name",
    "Zone": "name",
    "CommonOffice": "name",
    "Appointment": "office",
    "Agreement": "title",
    "Outcome": "title",
    "Commitment": "text",
}
NOBODY = {"official": None, "institution": None, "name_as_printed": ""} | untranslated("office")

REPRESENTATIONS = (
    "delegations_member",
    "delegations_speaker",
    "agreements_signatory",
    "agreements_outcomerole",
)

# Constraint → what breaks it.
BROKEN = {
    **{
        f"{model._meta.app_label}_{model._meta.model_name}_{NEEDS_TEXT[model.__name__]}"
        "_in_some_language": untranslated(NEEDS_TEXT[model.__name__])
        for model in MODELS
        if model.__name__ in NEEDS_TEXT
    },
    "forum_venue_coordinates_valid": {"latitude": 51, "longitude": None},
    "forum_event_ends_on_not_before_starts_on": {"starts_on": MAY_2, "ends_on": MAY_1},
    "forum_event_starts_on_not_if_unknown": unknown_date("starts_on", "date_precision"),
    "forum_event_end_needs_start": {"starts_on": None, "ends_on": MAY_1},
    "forum_event_visit_kind_only_for_visits": {"kind": "forum", "visit_kind": "state"},
    "forum_event_edition_needs_series": {"edition": 2, "series": None},
    "forum_session_end_needs_start": {"day": MAY_1, "starts_at": None, "ends_at": "10:00"},
    "forum_session_time_needs_day": {"day": None, "starts_at": "10:00"},
    **{
        f"{times}_has_an_end": {"starts_at": None, "ends_at": None}
        for times in ("forum_closure", "delegations_absence")
    },
    **{
        f"{times}_ends_after_start": {"starts_at": NOON, "ends_at": NOON}
        for times in ("forum_closure", "delegations_absence")
    },
    "forum_figure_as_of_not_if_unknown": unknown_date("as_of"),
    "forum_figure_one_subject": {"country": "KZ", "other_country": "EE"},
    "forum_figure_countries_differ": {"event": None, "country": "KZ", "other_country": "KZ"},
    "forum_figure_says_something": {"value": None} | untranslated("as_stated"),
    "forum_attachment_file_or_link": {"file": "", "url": ""},
    "forum_source_title_given": {"title": ""},
    "forum_eventcitation_one_subject": {"event": None, "session": None},
    "delegations_institution_represents_another": {"country": "KZ", "represents": "KZ"},
    "delegations_institution_founded_on_not_if_unknown": unknown_date("founded_on"),
    "delegations_institution_closed_on_not_if_unknown": unknown_date("closed_on"),
    "delegations_institution_closed_on_not_before_founded_on": {
        "founded_on": MAY_2,
        "closed_on": MAY_1,
    },
    "delegations_official_until_needs_wish": {"listing": "", "listing_until": MAY_1},
    "delegations_official_died_on_not_if_unknown": unknown_date("died_on"),
    "delegations_institutionname_valid_until_not_before_valid_from": {
        "valid_from": MAY_2,
        "valid_until": MAY_1,
    },
    "delegations_officialname_valid_until_not_before_valid_from": {
        "valid_from": MAY_2,
        "valid_until": MAY_1,
    },
    "delegations_appointment_starts_on_not_if_unknown": unknown_date("starts_on"),
    "delegations_appointment_ends_on_not_if_unknown": unknown_date("ends_on"),
    "delegations_appointment_ends_on_not_before_starts_on": {
        "starts_on": MAY_2,
        "ends_on": MAY_1,
    },
    "delegations_delegation_one_side": "an institution beside the country",
    "delegations_delegation_has_side": {"country": ""},
    "delegations_delegation_place_has_reason": {"place": 1},
    "delegations_member_place_has_reason": {"place": None, "place_reason": "Asked for it"},
    "delegations_drawing_again_needs_reason": {"is_again": True, "reason": ""},
    "delegations_member_is_somebody": NOBODY,
    "delegations_speaker_is_somebody": NOBODY,
    "delegations_meeting_end_needs_start": {"day": MAY_1, "starts_at": None, "ends_at": "10:00"},
    "delegations_meeting_time_needs_day": {"day": None, "starts_at": "10:00"},
    "delegations_transfer_end_needs_start": {"day": MAY_1, "starts_at": None, "ends_at": "10:00"},
    "delegations_transfer_time_needs_day": {"day": None, "starts_at": "10:00"},
    "delegations_meeting_two_delegations": "the same delegation twice",
    "delegations_delegationcitation_one_subject": {"institution": None},
    "agreements_agreement_concluded_on_not_if_unknown": unknown_date("concluded_on"),
    "agreements_agreement_provisional_on_not_if_unknown": unknown_date("provisional_on"),
    "agreements_agreement_in_force_on_not_if_unknown": unknown_date("in_force_on"),
    "agreements_agreement_expires_on_not_if_unknown": unknown_date("expires_on"),
    "agreements_agreement_terminated_on_not_if_unknown": unknown_date("terminated_on"),
    "agreements_agreement_expires_on_not_before_concluded_on": {
        "concluded_on": MAY_2,
        "expires_on": MAY_1,
    },
    "agreements_agreement_expires_on_not_before_in_force_on": {
        "in_force_on": MAY_2,
        "expires_on": MAY_1,
    },
    **{
        f"agreements_agreement_{end}_not_before_provisional_on": {
            "provisional_on": MAY_2,
            end: MAY_1,
        }
        for end in ("expires_on", "terminated_on")
    },
    "agreements_agreement_terminated_on_not_before_concluded_on": {
        "concluded_on": MAY_2,
        "terminated_on": MAY_1,
    },
    "agreements_agreement_dates_need_conclusion": {"stage": "proposed", "concluded_on": MAY_1},
    "agreements_agreement_seal_needs_conclusion": {"stage": "proposed", "sealed_at": NOON},
    "agreements_agreement_evergreen_never_ends": {"renewal": "evergreen", "term_months": 60},
    "agreements_agreement_notice_has_effect": {"notice_given_on": MAY_1, "terminated_on": MAY_1},
    "agreements_agreement_ceremony_needs_event": "a ceremony without its event",
    "agreements_agreement_months_positive": {"term_months": 0},
    "agreements_agreement_online_is_no_place": {"is_online": True, "country": "KZ"},
    "agreements_signatory_online_is_no_place": {"is_online": True, "city_en": "London"},
    "agreements_party_is_somebody": {"institution": None, "name_as_printed": "", "country": ""},
    "agreements_provision_ends_on_not_before_starts_on": {"starts_on": MAY_2, "ends_on": MAY_1},
    "agreements_provision_says_something": {"topic": None} | untranslated("text"),
    "agreements_signatory_is_somebody": NOBODY,
    "agreements_signatory_signed_on_not_if_unknown": unknown_date("signed_on"),
    "agreements_signatory_witness_for_nobody": "a witness for a party",
    "agreements_agreementlink_not_to_itself": "the agreement itself",
    "agreements_agreementreference_named_if_one_of_many": {"registry": "national"},
    "agreements_agreementreference_number_given": {"number": ""},
    **{
        f"agreements_party_{date}_not_if_unknown": unknown_date(date)
        for date in ("signed_on", "consent_on", "in_force_on", "left_on")
    },
    **{
        f"agreements_party_left_on_not_before_{date}": {date: MAY_2, "left_on": MAY_1}
        for date in ("signed_on", "consent_on", "in_force_on")
    },
    "agreements_agreement_consents_only_if_counted": {"entry_consents": 3},
    "agreements_period_last_on_not_before_first_on": {"first_on": MAY_2, "last_on": MAY_1},
    "agreements_text_is_somewhere": {"file": "", "url": "", "original_location": ""},
    "agreements_outcome_happened_on_not_if_unknown": unknown_date("happened_on"),
    "agreements_outcome_has_cause": {"event": None, "agreement": None},
    "agreements_outcomerole_is_somebody": NOBODY,
    **{
        f"{kind}_capacity_needs_office": untranslated("office")
        | {"capacity": "acting", "name_as_printed": "A. Name"}
        for kind in REPRESENTATIONS
    },
    **{
        f"{kind}_second_needs_first": untranslated("office")
        | {"also_office_en": "President", "name_as_printed": "A. Name"}
        for kind in REPRESENTATIONS
    },
    "agreements_commitment_one_subject": {"agreement": None, "event": None},
    "agreements_commitment_fulfilled_once": "a document and an outcome",
    "agreements_commitment_proof_only_if_fulfilled": "a document for an open promise",
    "agreements_agreementcitation_one_subject": {"agreement": None},
    "agreements_reminder_one_subject": {"agreement": None},
    "agreements_step_happened_on_not_if_unknown": unknown_date("happened_on"),
}
# Uniqueness is tested by name below.
UNIQUE = {
    constraint.name
    for model in MODELS
    for constraint in model._meta.constraints
    if isinstance(constraint, models.UniqueConstraint)
}


def test_every_rule_has_a_test():
    rules = {c.name for model in MODELS for c in model._meta.constraints}

    assert rules - {rule.id for rule in CHOICE_RULES} - UNIQUE == set(BROKEN)


def breaking(record, rule):
    """The column values that break the rule for this record."""
    broken = BROKEN[rule]
    if isinstance(broken, dict):
        return broken
    return {
        "delegations_delegation_one_side": lambda: {"institution": factories.make_institution()},
        "delegations_meeting_two_delegations": lambda: {"counterpart": record.requested_by},
        "agreements_agreement_ceremony_needs_event": lambda: {
            "session": factories.make_session(),
            "event": None,
        },
        "agreements_signatory_witness_for_nobody": lambda: {
            "party": factories.make_party(agreement=record.agreement),
            "role": "witnesses",
        },
        "agreements_agreementlink_not_to_itself": lambda: {"other": record.agreement},
        "agreements_commitment_fulfilled_once": lambda: {
            "state": "fulfilled",
            "fulfilled_by_agreement": factories.make_agreement(),
            "fulfilled_by_outcome": factories.make_outcome(),
        },
        "agreements_commitment_proof_only_if_fulfilled": lambda: {
            "fulfilled_by_agreement": factories.make_agreement()
        },
    }[rule]()


RULES = [
    pytest.param(model, constraint, id=constraint.name)
    for model in MODELS
    for constraint in model._meta.constraints
    if constraint.name in BROKEN
]


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "constraint"), RULES)
def test_the_database_holds_the_rule(model, constraint):
    record = make(model)

    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=record.pk).update(**breaking(record, constraint.name))


# Where staff meet a rule only through other words, since the form says it first.
SAID_BY_THE_FIELD = {
    "agreements_agreementreference_number_given": "This field is required.",
    "forum_source_title_given": "This field is required.",
    "agreements_agreement_ceremony_needs_event": "Select a valid choice.",
    "agreements_agreement_months_positive": "greater than or equal to 1",
}


# Models without a form of their own: the form that they stand in, and their rows' prefix there.
ROWS_OF = {
    "Absence": ("official", "absences"),
    "Closure": ("venue", "closures"),
    "InstitutionName": ("institution", "names"),
    "OfficialName": ("official", "names"),
    "OutcomeRole": ("outcome", "roles"),
    "Transfer": ("delegation", "transfers"),
}


# What the software records by itself has no form, and the stage of what is sealed no field.
WITHOUT_FORM = ("Drawing", "Period", "Reminder", "Step")
WITHOUT_FIELD = ("agreements_agreement_seal_needs_conclusion",)
SAID = [
    rule
    for rule in RULES
    if rule.values[0].__name__ not in WITHOUT_FORM and rule.values[1].name not in WITHOUT_FIELD
]


@pytest.mark.slow
@pytest.mark.parametrize(("model", "constraint"), SAID)
def test_the_admin_says_the_rule_in_a_sentence(staff_client, model, constraint):
    record = make(model)
    owner, prefix = ROWS_OF.get(model.__name__, (None, ""))
    url = admin_url(getattr(record, owner) if owner else record, "change")
    changes = {
        f"{prefix}-0-{name}" if owner else name: as_sent(value)
        for name, value in breaking(record, constraint.name).items()
    }

    response = send_form(staff_client, url, form_data(open_form(staff_client, url)) | changes)

    assert response.status_code == 200
    said = SAID_BY_THE_FIELD.get(constraint.name, str(constraint.violation_error_message))
    assert said in unescape(errors_of(response))


def as_sent(value):
    return "" if value is None else getattr(value, "pk", value)


def test_names_of_rules_say_app_and_model():
    for model in MODELS:
        for constraint in model._meta.constraints:
            prefix = f"{model._meta.app_label}_{model._meta.model_name}_"
            assert re.match(prefix, constraint.name)
