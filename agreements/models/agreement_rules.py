"""What the database refuses of an agreement, each with the sentence that a form shows."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agreements.choices import EntryRule, Instrument, LegalNature, Mode, Renewal, Stage
from forum.choices import DatePrecision
from forum.records import partial_dates
from forum.records.constraints import (
    given_in_some_language,
    in_order,
    in_some_language,
    one_of,
    unknown_has_no_date,
)

DATES = ("concluded_on", "provisional_on", "in_force_on", "expires_on", "terminated_on")
# The columns that are facts as they stand.
OWN_FACTS = (
    *(name for date in DATES for name in (date, f"{date}_precision")),
    *("stage", "term_months", "renewal", "renewal_months"),
    *("notice_months", "notice_given_on", "review_months"),
)

CONSTRAINTS = [
    in_some_language("title"),
    one_of("instrument", Instrument),
    one_of("legal_nature", LegalNature),
    one_of("stage", Stage),
    one_of("mode", Mode),
    one_of("renewal", Renewal),
    one_of("entry_rule", EntryRule),
    *(one_of(f"{date}_precision", DatePrecision) for date in DATES),
    *(unknown_has_no_date(date) for date in DATES),
    in_order("concluded_on", "expires_on", _("The last day cannot be before the conclusion.")),
    in_order(
        "in_force_on",
        "expires_on",
        _("The last day cannot be before the entry into force."),
    ),
    in_order(
        "provisional_on",
        "expires_on",
        _("The last day cannot be before the provisional application."),
    ),
    in_order(
        "provisional_on",
        "terminated_on",
        _("The termination cannot be before the provisional application."),
    ),
    in_order(
        "concluded_on",
        "terminated_on",
        _("The termination cannot be before the conclusion."),
    ),
    models.CheckConstraint(
        condition=Q(notice_given_on__isnull=True)
        | Q(terminated_on__isnull=False, terminated_on__gt=F("notice_given_on")),
        name="agreements_agreement_notice_has_effect",
        violation_error_message=_(
            "A notice ends the agreement on a later day: give the day of termination."
        ),
    ),
    models.CheckConstraint(
        condition=Q(stage=Stage.CONCLUDED)
        | Q(
            concluded_on__isnull=True,
            provisional_on__isnull=True,
            in_force_on__isnull=True,
            terminated_on__isnull=True,
        )
        & ~Q(concluded_on_precision=DatePrecision.UNKNOWN)
        & ~Q(provisional_on_precision=DatePrecision.UNKNOWN)
        & ~Q(in_force_on_precision=DatePrecision.UNKNOWN)
        & ~Q(terminated_on_precision=DatePrecision.UNKNOWN),
        name="agreements_agreement_dates_need_conclusion",
        violation_error_message=_(
            "Only a concluded document has dates of conclusion, application, entry into force or"
            " termination: set its stage to “concluded” or remove the dates."
        ),
    ),
    models.CheckConstraint(
        condition=Q(stage=Stage.CONCLUDED) | Q(sealed_at__isnull=True),
        name="agreements_agreement_seal_needs_conclusion",
        violation_error_message=_(
            "It is recorded as concluded: take that back before you give it another stage."
        ),
    ),
    models.CheckConstraint(
        condition=~Q(renewal=Renewal.EVERGREEN)
        | Q(expires_on__isnull=True, term_months__isnull=True),
        name="agreements_agreement_evergreen_never_ends",
        violation_error_message=_("An open-ended agreement has neither term nor last day."),
    ),
    models.CheckConstraint(
        condition=Q(entry_consents__isnull=True)
        | Q(entry_rule=EntryRule.NUMBER, entry_consents__gt=0),
        name="agreements_agreement_consents_only_if_counted",
        violation_error_message=_(
            "A number of consents is at least 1, and only for an entry into force that"
            " needs a number of them."
        ),
    ),
    models.CheckConstraint(
        condition=Q(is_online=False) | ~given_in_some_language("city") & Q(country=""),
        name="agreements_agreement_online_is_no_place",
        violation_error_message=_(
            "What was signed online has no place: where only some signed online, say so there."
        ),
    ),
    models.CheckConstraint(
        condition=Q(session__isnull=True) | Q(event__isnull=False),
        name="agreements_agreement_ceremony_needs_event",
        violation_error_message=_("Give the event of the ceremony too."),
    ),
    models.CheckConstraint(
        condition=~Q(term_months=0)
        & ~Q(renewal_months=0)
        & ~Q(notice_months=0)
        & ~Q(review_months=0),
        name="agreements_agreement_months_positive",
        violation_error_message=_("A period has at least one month."),
    ),
]


def clean_provisional(agreement) -> None:
    """Raise ValidationError if it is applied provisionally only when it is in force already."""
    entry = partial_dates.days_within(agreement.in_force_on, agreement.in_force_on_precision)
    if agreement.provisional_on and entry and agreement.provisional_on > entry[1]:
        text = _("It is applied provisionally only until it enters into force.")
        raise ValidationError({"provisional_on": text})
