"""What staff do to agreements, each in one transaction and with a trace."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.choices import LinkKind, Stage, StepKind
from agreements.life.steps import (
    STAGE_OF_STEP,
    effect_of_notice,
    end_of_renewal,
    leaves_others,
    refusal,
)
from agreements.models import Agreement, AgreementLink, Step
from forum.audit.trail import note
from forum.choices import AuditKind, DatePrecision
from forum.history.author import name_of
from forum.history.keeping import revision
from forum.records.partial_dates import format_on, format_partial

# How the document that makes a step is linked to the agreement that takes it.
LINK_OF_STEP = {
    StepKind.EXTENDED: LinkKind.EXTENDS,
    StepKind.RENEWED: LinkKind.RENEWS,
    StepKind.AMENDED: LinkKind.AMENDS,
    StepKind.REPLACED: LinkKind.REPLACES,
}
# What a signature says of the agreement itself.
OF_SIGNATURE = ("mode", "country", "is_online")
# Steps that changed the record, whose history tells the reason.
EXPLAINED = (StepKind.CORRECTED, StepKind.UNSEALED)
NEEDS_DOCUMENT = (StepKind.AMENDED, StepKind.REPLACED)


@transaction.atomic
def take_step(agreement: Agreement, kind: StepKind, *, by=None, **details) -> Step:
    """Move an agreement on and record who did it: the step's fields are the details.

    A signature may say its OF_SIGNATURE too. Raises ValidationError with the sentence
    that says why the step is impossible, or with what is wrong in which detail; then nothing
    has changed.
    """
    agreement = Agreement.objects.select_for_update().get(pk=agreement.pk)
    agreement.is_seal_open = True
    also = {name: details.pop(name) for name in OF_SIGNATURE if name in details}
    step = Step(agreement=agreement, kind=kind, recorded_by=by, **details)
    step.recorded_by_name = name_of(by) if by else ""
    if kind in LINK_OF_STEP:
        _link(step)
    _refuse_impossible(step)
    EFFECTS.get(kind, _no_effect)(step, agreement)
    for name, value in also.items():
        setattr(agreement, name, value)
    with revision(by=by, comment=step.note if kind in EXPLAINED else str(step)):
        agreement.full_clean()
        agreement.save()
        step.full_clean()
        step.save()
        note(AuditKind.STEP, by=by, subject=agreement, step=kind, reason=step.note)
    return step


def record_as_concluded(agreement: Agreement, *, by=None) -> Step:
    """Seal the record: from now on what is filled in changes by steps and corrections alone.

    Raises ValidationError if the agreement is not concluded or sealed already.
    """
    return take_step(agreement, StepKind.SEALED, by=by, happened_on=timezone.localdate())


def take_conclusion_back(agreement: Agreement, reason: str, *, by) -> Step:
    """Open the record again that was sealed by mistake; ValidationError if it is not sealed."""
    return take_step(
        agreement, StepKind.UNSEALED, by=by, note=reason, happened_on=timezone.localdate()
    )


@transaction.atomic
def correct(record, reason: str, *, by) -> Step:
    """Save a sealed agreement or a part of one as it was corrected, with the reason on record."""
    agreement = getattr(record, "agreement", record)
    agreement.is_seal_open = True
    record.full_clean()
    record.save()
    return _record_correction(agreement, reason, by=by)


@transaction.atomic
def strike(part, reason: str, *, by) -> Step:
    """Take a part of a sealed agreement off its record that never belonged there."""
    agreement = part.agreement
    part.delete()
    return _record_correction(agreement, reason, by=by)


def _record_correction(agreement: Agreement, reason: str, *, by) -> Step:
    return take_step(
        agreement, StepKind.CORRECTED, by=by, note=reason, happened_on=timezone.localdate()
    )


def _refuse_impossible(step: Step) -> None:
    today = timezone.localdate()
    unknown = step.happened_on_precision == DatePrecision.UNKNOWN
    if step.happened_on is None and not unknown and step.kind not in NEEDS_DOCUMENT:
        raise ValidationError({"happened_on": _("Give the day.")})
    # As it was before the link that this step has just made.
    facts = step.agreement.facts(but=getattr(step, "link", None))
    if said := refusal(step.kind, facts, step.happened_on or today, today):
        raise ValidationError(said)


def _link(step: Step) -> None:
    """Link the document that makes the step; its day is the step's."""
    document = step.document
    if document is None:
        if step.kind in NEEDS_DOCUMENT:
            raise ValidationError({"document": _("Say by which document.")})
        return
    if document.stage != Stage.CONCLUDED:
        text = _("That document is not concluded yet: record its signature first.")
        raise ValidationError({"document": text})
    link = AgreementLink(agreement=document, kind=LINK_OF_STEP[step.kind], other=step.agreement)
    try:
        link.full_clean()
    except ValidationError as error:
        raise ValidationError({"document": error.messages}) from error
    link.save()
    step.link = link
    if step.kind in NEEDS_DOCUMENT:
        _take_day_of(document, step)


def _take_day_of(document: Agreement, step: Step) -> None:
    replaces = step.kind == StepKind.REPLACED
    field = "in_force_on" if replaces and document.in_force_on else "concluded_on"
    step.happened_on = getattr(document, field)
    step.happened_on_precision = getattr(document, f"{field}_precision")


def _no_effect(step: Step, agreement: Agreement) -> None:
    pass


def _move_stage(step, agreement):
    agreement.stage = STAGE_OF_STEP[step.kind]


def _sign(step, agreement):
    _move_stage(step, agreement)
    _take_date(step, agreement, "concluded_on")
    agreement.city = step.city or agreement.city


def _apply_provisionally(step, agreement):
    _take_date(step, agreement, "provisional_on")


def _enter_into_force(step, agreement):
    _take_date(step, agreement, "in_force_on")


def _terminate(step, agreement):
    _take_date(step, agreement, "terminated_on")


def _expire(step, agreement):
    _take_date(step, agreement, "expires_on")


def _seal(step, agreement):
    if agreement.stage != Stage.CONCLUDED:
        raise ValidationError(_("It is not concluded yet: record the signature first."))
    if agreement.sealed_at:
        raise ValidationError(_("It is recorded as concluded already."))
    agreement.sealed_at = timezone.now()


def _unseal(step, agreement):
    if agreement.sealed_at is None:
        raise ValidationError(_("It is not recorded as concluded."))
    agreement.sealed_at = None


def _take_date(step, agreement, field):
    setattr(agreement, field, step.happened_on)
    setattr(agreement, f"{field}_precision", step.happened_on_precision)


def _prolong(step, agreement):
    facts, precision = agreement.facts(), DatePrecision.DAY
    if step.effect_on is None and step.kind == StepKind.RENEWED:
        # Computed, it is no more exact than what it is computed from.
        step.effect_on, precision = end_of_renewal(facts), agreement.end_precision
    if step.effect_on is None or step.effect_on <= facts.last_day:
        text = _("Give a last day after %(day)s.") % {"day": format_partial(facts.last_day)}
        raise ValidationError({"effect_on": text})
    agreement.expires_on = step.effect_on
    agreement.expires_on_precision = precision


def _give_notice(step, agreement):
    if step.party and step.party.leaves():
        raise ValidationError({"party": _("It leaves or has left already.")})
    facts = agreement.facts()
    earliest = effect_of_notice(facts, step.happened_on)
    step.effect_on = step.effect_on or earliest
    if step.effect_on is None:
        text = _("Say from which day it has no effect: no time for notice is on record.")
        raise ValidationError({"effect_on": text})
    if step.effect_on < (earliest or step.happened_on + dt.timedelta(days=1)):
        text = _("A notice given %(given)s takes effect %(on)s at the earliest.")
        days = {"given": step.happened_on, "on": earliest or step.happened_on}
        said = {name: format_on(day) for name, day in days.items()}
        raise ValidationError({"effect_on": text % said})
    if leaves_others(facts, step.effect_on):
        _leave(step)
    else:
        agreement.notice_given_on, agreement.terminated_on = step.happened_on, step.effect_on
        agreement.terminated_on_precision = DatePrecision.DAY


def _leave(step):
    """One of more than two parties leaves: the agreement lives on for the others."""
    if step.party is None:
        text = _("Say which party leaves: the agreement lives on for the others.")
        raise ValidationError({"party": text})
    _set_leaving(step.party, step.effect_on)


def _set_leaving(party, day):
    party.left_on, party.left_on_precision = day, DatePrecision.DAY
    party.full_clean()
    party.save()


def _withdraw_notice(step, agreement):
    if agreement.notice_given_on:
        agreement.notice_given_on = agreement.terminated_on = None
    elif step.party and step.party.left_on and step.party.left_on > step.happened_on:
        _set_leaving(step.party, None)
    else:
        raise ValidationError({"party": _("Say which party stays: only its notice is on record.")})


EFFECTS = {
    **dict.fromkeys(STAGE_OF_STEP, _move_stage),
    StepKind.SIGNED: _sign,
    StepKind.PROVISIONAL: _apply_provisionally,
    StepKind.IN_FORCE: _enter_into_force,
    StepKind.EXTENDED: _prolong,
    StepKind.RENEWED: _prolong,
    StepKind.NOTICE: _give_notice,
    StepKind.NOTICE_WITHDRAWN: _withdraw_notice,
    StepKind.TERMINATED: _terminate,
    StepKind.EXPIRED: _expire,
    StepKind.SEALED: _seal,
    StepKind.UNSEALED: _unseal,
}
