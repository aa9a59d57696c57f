"""Lists of members: of one delegation, or of all that come to an event."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.choices import MemberFunction
from delegations.intake.heads import refuse_second_heads
from delegations.intake.people import (
    BODY,
    PERSON,
    Offices,
    bodies_meant,
    institutions_of,
    meant,
    people_of,
    who,
)
from delegations.intake.people_columns import (
    CAPACITY_COLUMN,
    HONORIFIC,
    INSTITUTION,
    NAME,
    OFFICE,
    RANK,
)
from delegations.intake.splitting import split_name
from delegations.intake.whose import (
    SIDE,
    by_names,
    delegations_at,
    delegations_of,
    follow,
    tell_delegation,
)
from delegations.models import Appointment, Delegation, Institution, Member
from forum.history import bulk
from forum.intake.comparing import apply, differences
from forum.intake.kinds import Column, Kind, Place, Stand, register, to_tab
from forum.intake.readers import Choice, Text
from forum.intake.rows import Row
from forum.intake.saving import Saving
from forum.models import Event
from forum.records.countries import country_choices

# Other words for a function, as lists of delegations have them.
CALLED = {
    "head": (
        "head",
        "глава",
        "глава делегации",
        "руководитель делегации",
        "басшы",
        "juht",
        "delegatsioonijuht",
    ),
    "deputy_head": ("deputy", "заместитель главы", "заместитель главы делегации", "juhi asetäitja"),
    "member": (
        "delegate",
        "participant",
        "делегат",
        "участник",
        "член",
        "қатысушы",
        "мүше",
        "delegaat",
        "osaleja",
        "liige",
    ),
    "adviser": ("advisor", "консультант"),
    "interpreter": ("translator", "переводчик"),
    "spouse": (
        "spouse",
        "accompanying",
        "супруга",
        "супруг",
        "сопровождающий",
        "сопровождающая",
        "abikaasa",
    ),
    "media": ("press", "journalist", "журналист", "пресса", "сми", "ajakirjanik"),
    "security": ("bodyguard", "охрана", "охранник", "turvamees"),
    "protocol": ("protocol", "протокол", "protokoll"),
    "driver": ("водитель", "autojuht"),
}
FUNCTION = Choice(
    MemberFunction, {word: value for value, words in CALLED.items() for word in words}
)


def delegations_offered(place: Place) -> list[str]:
    """The delegations of the event, then all countries."""
    own = [str(each) for each in delegations_at(place)]
    return [*dict.fromkeys([*own, *(name for _code, name in country_choices())])]


COLUMNS = (
    Column(
        name="delegation",
        label=gettext_lazy("Delegation"),
        read=Text(300),
        synonyms=(
            *("country", "side", "party", "делегация", "страна", "сторона"),
            *("ел", "тарап", "delegatsioon", "riik"),
        ),
        offers=delegations_offered,
        is_shown=lambda place: place["delegation"] is None,
    ),
    NAME,
    OFFICE,
    INSTITUTION,
    Column(
        name="function",
        label=gettext_lazy("Function"),
        read=FUNCTION,
        synonyms=("role in the delegation", "функция", "роль", "рөлі", "roll"),
        offers=FUNCTION.labels,
        size=12,
    ),
    HONORIFIC,
    CAPACITY_COLUMN,
    RANK,
)
FIELDS = ("function", "capacity")


def complete(rows: Sequence[Row], place: Place) -> None:
    """Tell the delegation of each row, where it is one that is there, or a country's."""
    offices, own = Offices(), place["delegation"]
    by_name = {} if own else by_names(place)
    for row in rows:
        offices.complete(row, place)
        if not any(row.says(column) for column in ("name", "office", "institution")):
            row.problems["name"] = _("Say who it is: a name, an office or an institution.")
        tell_delegation(row, own, by_name)


def compare(rows: Sequence[Row], place: Place) -> None:
    """Find who is a member of the delegation already, and what would change."""
    there = {each.pk for row in rows if (each := row.cells.get("delegation_record"))}
    members = Member.objects.with_names().filter(delegation__in=there)
    by_who = {(each.delegation_id, sign): each for each in members for sign in who(each)}
    bodies = bodies_meant(rows)
    for row in rows:
        delegation = row.cells.get("delegation_record")
        if delegation and (member := by_who.get((delegation.pk, meant(row)))):
            row.known = member
            row.differences = differences(member, _values(row, bodies))
    refuse_second_heads(rows, there)


def _values(row: Row, bodies: Mapping[int, Institution]) -> dict[str, object]:
    """What a row says, by the columns of a member."""
    found = {name: row.cells[name] for name in FIELDS if row.cells.get(name)}
    found |= {name: text for name, text in row.cells["office_texts"].items() if text}
    found["rank"] = row.cells.get("rank_record")
    found["institution"] = bodies.get(row.position)
    return {name: value for name, value in found.items() if value}


def write(rows: Sequence[Row], saving: Saving) -> None:
    bodies = institutions_of(rows, saving)
    people = people_of(rows, saving)
    delegations = delegations_of(rows, saving)
    held = _held(people, saving.place)
    new = []
    for row in rows:
        who, delegation = people.get(row.position), delegations[row.position]
        # Whoever a list names twice in one office is a member once.
        mark = ("a member", (delegation, who, row.says("office"), bodies.get(row.position)))
        if row.known is None and not (who and mark in saving.made):
            member = Member(delegation=delegation, official=who, **_values(row, bodies))
            member.name_as_printed = "" if who else row.says("name")
            member.appointment = None if row.says("office") else held.get(who and who.pk)
            member.clean()
            new.append(member)
            saving.made[mark] = member
    bulk.create(new)
    _change(rows, bodies, saving)


def _change(rows: Sequence[Row], bodies: Mapping[int, Institution], saving: Saving) -> None:
    changed, columns = [], set()
    for row in rows:
        if row.known is not None:
            found = differences(row.known, _values(row, bodies))
            if taken := [*filter(saving.takes, found)]:
                columns |= {*apply(row.known, taken)}
                changed.append(row.known)
    bulk.change(changed, columns)


def _held(people: Mapping, place: Place) -> dict[int, Appointment]:
    """The one office that each person held on the days of the event."""
    event = place["event"]
    days = event.days
    if days is None:
        return {}
    found: dict[int, list[Appointment]] = {}
    held = Appointment.objects.held(days[0]).filter(official__in=people.values())
    for each in held.select_related("official", "institution", "rank"):
        found.setdefault(each.official_id, []).append(each)
    return {key: own[0] for key, own in found.items() if len(own) == 1}


register(
    Kind(
        name="members",
        label=gettext_lazy("Members of delegations"),
        columns=COLUMNS,
        stands_in=(
            Stand(name="event", model=Event),
            Stand(name="delegation", model=Delegation, is_required=False),
        ),
        links=(SIDE, PERSON, BODY),
        compared_with=(Member,),
        rights=(
            "delegations.add_member",
            "delegations.add_delegation",
        ),
        change_right="delegations.change_member",
        can_publish=True,
        split=split_name,
        follow=follow,
        complete=complete,
        compare=compare,
        write=write,
        leads_to=to_tab("delegations"),
    )
)
