"""What an agreement says, leads to, and is told of it."""

import datetime as dt

from agreements.choices import (
    CommitmentState,
    LinkKind,
    OutcomeKind,
    OutcomeRoleKind,
    Registry,
    Stage,
    TextKind,
)
from agreements.models import (
    AgreementCitation,
    AgreementLink,
    AgreementReference,
    Commitment,
    Outcome,
    OutcomeRole,
    ProgressNote,
    Provision,
    Step,
    Text,
)
from config.archive import around, life, words
from config.archive.chance import Chance
from config.archive.sheet import Sheet
from forum.choices import Fact

LINKS = dict.fromkeys(LinkKind, 2) | {LinkKind.BASED_ON: 6, LinkKind.REPLACES: 3}


def add(sheet: Sheet, chance: Chance, agreement, parties: list, topics: list, today) -> None:
    """Add its provisions, texts, steps, references and sources."""
    for topic in chance.sample(topics, chance.randint(0, 3)):
        gives = chance.happens(0.2) and len(parties) > 1
        sheet.add(
            Provision(
                **chance.said("text", chance.choice(words.table("sentences")), 0.4),
                agreement=agreement,
                topic=topic,
                from_party=parties[0] if gives else None,
                to_party=parties[1] if gives else None,
                amount=chance.randint(1, 90) if gives else None,
                unit="students a year" if gives else "",
            )
        )
    _texts(sheet, chance, agreement)
    for step in life.steps(agreement):
        sheet.add(Step(agreement=agreement, recorded_by_name="Made up", **step))
    if chance.happens(0.1):
        _sources(sheet, chance, agreement)


def _texts(sheet: Sheet, chance: Chance, agreement) -> None:
    for language in agreement.languages.split(", ") if chance.happens(0.4) else ():
        sheet.add(
            Text(
                agreement=agreement,
                kind=TextKind.AUTHENTIC,
                language=language,
                url=f"https://files.example.org/{agreement.slug}/{language or 'text'}",
                is_public=chance.happens(0.8),
            )
        )


def _sources(sheet: Sheet, chance: Chance, agreement) -> None:
    day = agreement.recorded_on
    source = around.add_source(sheet, chance, agreement.slug, day, 0)
    said = {"field": Fact.DATE, "as_printed": f"{day.year}", "is_preferred": True}
    sheet.add(AgreementCitation(agreement=agreement, source=source, **said))
    number = agreement.slug.rsplit("-", 1)[1]
    registry, name = chance.choice([(Registry.UN, ""), (Registry.NATIONAL, "Made-up gazette")])
    sheet.add(
        AgreementReference(
            agreement=agreement, registry=registry, registry_name=name, number=f"I-{number}"
        )
    )


def add_links(sheet: Sheet, chance: Chance, agreement, before: list[int]) -> None:
    """Let some relate to one that was recorded before them."""
    if before and chance.happens(0.12):
        kind, other = chance.weighted(LINKS), chance.choice(before)
        sheet.add(AgreementLink(agreement=agreement, kind=kind, other_id=other))


def add_promises(sheet: Sheet, chance: Chance, agreement, sides: list, today: dt.date) -> None:
    """Add outcomes, and commitments of which some are overdue."""
    if agreement.stage != Stage.CONCLUDED:
        return
    bodies = list(dict.fromkeys(side.body.key for side in sides if side.body))
    if chance.happens(0.1):
        _outcome(sheet, chance, agreement, bodies)
    for _ in range(min(chance.about(0.3), 4)):
        _commitment(sheet, chance, agreement, bodies, today)


def _outcome(sheet: Sheet, chance: Chance, agreement, bodies: list[int]) -> None:
    kind = chance.choice([*OutcomeKind])
    title = words.joined("{} {}", words.label(kind), chance.randint(1, 999))
    happened = agreement.recorded_on + chance.days(0, 300)
    outcome = sheet.add(
        Outcome(
            **chance.said("title", title),
            **chance.dated("happened_on", happened),
            agreement=agreement,
            kind=kind,
        )
    )
    for body in bodies[:1]:
        role = chance.choice([*OutcomeRoleKind])
        sheet.add(OutcomeRole(outcome=outcome, institution_id=body, role=role))


def _commitment(sheet: Sheet, chance: Chance, agreement, bodies: list[int], today) -> None:
    due = agreement.recorded_on + chance.days(100, 1500)
    is_open = due > today or chance.happens(0.1)
    states = [CommitmentState.OPEN, CommitmentState.UNDER_WAY]
    commitment = sheet.add(
        Commitment(
            **chance.said("text", chance.choice(words.table("commitments"))),
            agreement=agreement,
            paragraph=f"{chance.randint(1, 20)}",
            due_on=due if chance.happens(0.9) else None,
            state=chance.choice(
                states if is_open else [CommitmentState.FULFILLED, CommitmentState.LAPSED]
            ),
            is_public=chance.happens(0.8),
        )
    )
    sheet.tie(commitment, "responsible", bodies[:2])
    if chance.happens(0.3):
        text = chance.choice(words.table("sentences"))[0]
        noted = min(due, today)
        sheet.add(ProgressNote(commitment=commitment, text=text, noted_on=noted, is_public=True))
