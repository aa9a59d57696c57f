"""The dates of an agreement and the steps that led there."""

import datetime as dt

from agreements.choices import LegalNature, Mode, Renewal, Stage, StepKind
from agreements.life.months import add_months
from config.archive.chance import Chance

STAGES = dict.fromkeys(Stage, 2) | {Stage.CONCLUDED: 92}
TO_COME = dict.fromkeys(set(Stage) - {Stage.CONCLUDED}, 1)
TERMS = (12, 24, 36, 48, 60, 120)
RENEWALS = {
    "": 25,
    Renewal.FIXED: 35,
    Renewal.AUTOMATIC: 20,
    Renewal.CONSENT: 5,
    Renewal.EVERGREEN: 15,
}
STEPS = {
    "concluded_on": StepKind.SIGNED,
    "in_force_on": StepKind.IN_FORCE,
    "notice_given_on": StepKind.NOTICE,
    "terminated_on": StepKind.TERMINATED,
}
SOON = 170


def facts(chance: Chance, day: dt.date, today: dt.date) -> dict:
    """What is recorded of the life of an agreement that was signed on a day."""
    stage = chance.weighted(STAGES) if day <= today else chance.choice(sorted(TO_COME))
    if stage != Stage.CONCLUDED:
        return {"stage": stage, "recorded_on": min(day, today)}
    begins = day + chance.days(0, 200)
    return {
        "stage": stage,
        "mode": chance.weighted(dict.fromkeys(Mode, 1) | {Mode.SIGNED: 30}),
        "legal_nature": chance.choice(["", *LegalNature]),
        "recorded_on": min(day + chance.days(0, 60), today),
        **chance.dated("concluded_on", day),
        **(chance.dated("in_force_on", begins) if chance.happens(0.75) else {}),
        **_end(chance, begins, today),
    }


def _end(chance: Chance, begins: dt.date, today: dt.date) -> dict:
    """How long it lasts; some end soon, and some were ended early."""
    if begins < today and chance.happens(0.03):
        return {"renewal": Renewal.FIXED, "expires_on": today + chance.days(1, SOON)}
    if begins + dt.timedelta(500) < today and chance.happens(0.04):
        ended = begins + chance.days(300, 500)
        return {"terminated_on": ended, "notice_given_on": ended - dt.timedelta(90)}
    renewal = chance.weighted(RENEWALS)
    if renewal in ("", Renewal.EVERGREEN):
        return {"renewal": renewal}
    term = chance.choice(TERMS)
    notice = chance.choice([None, 3, 6])
    ends = {"expires_on": add_months(begins, term)} if chance.happens(0.3) else {}
    return {"renewal": renewal, "term_months": term, "notice_months": notice, **ends}


def steps(agreement) -> list[dict]:
    """What was recorded of it step by step."""
    return [
        {"kind": kind, "happened_on": day}
        for field, kind in STEPS.items()
        if (day := getattr(agreement, field))
    ]
