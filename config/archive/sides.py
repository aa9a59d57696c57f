"""Those who come to an event: delegations, their members, and whom they meet there."""

import datetime as dt

from config.archive import words
from config.archive.bodies import People, Person
from config.archive.chance import Chance
from config.archive.sheet import Sheet
from config.archive.size import shares
from delegations.choices import (
    Accreditation,
    DelegationKind,
    DelegationRole,
    DelegationStatus,
    MeetingStatus,
    MemberFunction,
    usual_role,
)
from delegations.models import Delegation, Meeting, Member

STATUSES = dict.fromkeys(DelegationStatus, 1) | {
    DelegationStatus.CONFIRMED: 40,
    DelegationStatus.ATTENDED: 40,
}
ACCREDITATIONS = dict.fromkeys(Accreditation, 1) | {Accreditation.APPROVED: 30}
FIRST = (MemberFunction.HEAD, MemberFunction.DEPUTY_HEAD)
FUNCTIONS = {function: 1 for function in MemberFunction if function not in FIRST} | {
    MemberFunction.MEMBER: 40
}


def add(
    sheet: Sheet, chance: Chance, event, plan, people: People, members: int, number: int
) -> list[Person]:
    """Add delegations of an event with so many members; returns who is known of these."""
    delegations = [
        _delegation(sheet, chance, event, code, position)
        for position, code in enumerate(plan.countries[:number])
    ]
    nations = [*zip(plan.countries, delegations, strict=False)]
    for position in range(len(delegations), number):
        code, whole = chance.choice(nations)
        body = chance.early_in(people.bodies_of[code] or people.bodies)
        part = _part(sheet, chance, event, whole, body, position)
        nations.append((code, part))
    came = []
    for (code, delegation), size in zip(
        nations, shares(members, [chance.random() + 0.2 for _ in nations]), strict=True
    ):
        came += _members(sheet, chance, delegation, people.persons_of[code], size)
    _meet(sheet, chance, event, plan, [delegation for _code, delegation in nations])
    return came


def _delegation(sheet: Sheet, chance: Chance, event, code: str, position: int) -> Delegation:
    stated = words.joined("{} {}", ("more than", "", "более", "üle"), chance.randint(5, 60))
    return sheet.add(
        Delegation(
            **(chance.said("stated_size", stated) if chance.happens(0.2) else {}),
            event=event,
            country=code,
            kind=chance.choice([*DelegationKind]),
            role=usual_role(event, code),
            status=chance.weighted(STATUSES),
            position=position,
            focal_point="Made-up contact" if chance.happens(0.3) else "",
        )
    )


def _part(sheet: Sheet, chance: Chance, event, whole, body, position: int) -> Delegation:
    role = DelegationRole.GUEST if chance.happens(0.8) else chance.choice([*DelegationRole])
    return sheet.add(
        Delegation(
            event=event,
            institution_id=body.key,
            parent=whole if whole.country and chance.happens(0.5) else None,
            kind=DelegationKind.ACADEMIC,
            role=role,
            status=chance.weighted(STATUSES),
            position=position,
        )
    )


def _members(sheet: Sheet, chance: Chance, delegation, known: list[Person], size: int):
    """Add so many members; the first of a country's persons travel most."""
    reach = max(size, int(len(known) * chance.random() ** 2))
    persons = chance.sample(known[:reach], min(size, len(known[:reach])))
    for place in range(size):
        # Of some only the office is known, or it is all that is left.
        person = persons[place] if place < len(persons) else None
        sheet.add(
            Member(
                **_somebody(chance, person),
                delegation=delegation,
                function=FIRST[place] if place < len(FIRST) else chance.weighted(FUNCTIONS),
                accreditation=chance.weighted(ACCREDITATIONS),
                is_listed=chance.happens(0.93),
            )
        )
    return persons


def _somebody(chance: Chance, person: Person | None) -> dict:
    if person is None:
        return {"name_as_printed": f"Guest {chance.randint(1, 999)}", "office_en": "Expert"}
    said = person.in_office
    if chance.happens(0.1):
        return said | {"official_id": None, "appointment_id": None}
    return said


def _meet(sheet: Sheet, chance: Chance, event, plan, delegations: list[Delegation]) -> None:
    for _ in range(min(chance.about(1), 20) if len(delegations) > 1 else 0):
        one, other = chance.sample(delegations, 2)
        meeting = sheet.add(
            Meeting(
                **chance.said("topic", chance.choice(words.table("sentences")), 0.3),
                requested_by=one,
                counterpart=other,
                status=chance.choice([*MeetingStatus]),
                day=chance.choice(plan.days),
                starts_at=dt.time(chance.randint(9, 17)),
            )
        )
        sides = [row for row in sheet.rows[Member] if row.delegation in (one, other)]
        sheet.tie(meeting, "attendees", sides[:4])
