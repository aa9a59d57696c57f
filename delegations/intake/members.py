"""Lists of members: of one delegation, or of all that come to an event."""

from collections.abc import Iterable, Mapping, Sequence

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.choices import MemberFunction
from delegations.findable import about_institution
from delegations.intake.finding import Asked, find
from delegations.intake.kinds_of_bodies import likely_kind
from delegations.intake.people import (
    BODY,
    CAPACITY_COLUMN,
    HONORIFIC,
    INSTITUTION,
    NAME,
    OFFICE,
    PERSON,
    RANK,
    Offices,
    bodies_meant,
    institutions_of,
    meant,
    people_of,
    split_name,
    who,
)
from delegations.models import Appointment, Delegation, Institution, Member
from forum.history import bulk
from forum.intake.comparing import apply, differences
from forum.intake.kinds import Column, Kind, Link, Place, Stand, register
from forum.intake.readers import Choice, Text, country
from forum.intake.rows import Candidate, Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.models import Event
from forum.records.countries import country_choices
from forum.records.slugs import own_slugs
from forum.records.texts import LANGUAGES
from forum.search.words import folded

FUNCTION = Choice(
    MemberFunction,
    {
        "head": "head",
        "глава": "head",
        "глава делегации": "head",
        "juht": "head",
        "deputy": "deputy_head",
        "участник": "member",
        "переводчик": "interpreter",
    },
)


def delegations_offered(place: Place) -> list[str]:
    """The delegations of the event, then all countries."""
    own = [str(each) for each in _delegations(place)]
    return [*dict.fromkeys([*own, *(name for _code, name in country_choices())])]


def _delegations(place: Place) -> Iterable[Delegation]:
    event = place["event"]
    rows = event.delegations if event else Delegation.objects.none()
    return rows.select_related("institution").order_by("position", "pk")


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


def find_sides(rows: Sequence[Row], place: Place) -> list[list[Candidate]]:
    """The institutions whose delegations rows name; those that name a country need none."""
    asked = [Asked(() if row.cells.get("has_side") else (row.says("delegation"),)) for row in rows]
    return find(Institution, asked)


SIDE = Link(
    name="delegation",
    model=Institution,
    find=find_sides,
    may_repeat=True,
    may_be_none=True,
    right="delegations.add_institution",
    records=lambda: Institution.objects.all(),
    about=about_institution,
    is_needed=lambda row: not row.cells.get("has_side"),
)


def follow(values: dict[str, str], above: dict[str, str], _place: Place) -> dict[str, str]:
    """A row without a delegation belongs to that of the row above, as where it stands once."""
    told = values.get("delegation") or above.get("delegation")
    return values | {"delegation": told} if values and told else values


def complete(rows: Sequence[Row], place: Place) -> None:
    """Tell the delegation of each row, where it is one that is there, or a country's."""
    offices, own = Offices(), place["delegation"]
    by_name = {} if own else _by_name(place)
    for row in rows:
        offices.complete(row, place)
        if not any(row.says(column) for column in ("name", "office", "institution")):
            row.problems["name"] = _("Say who it is: a name, an office or an institution.")
        _tell_delegation(row, own, by_name)


def _by_name(place: Place) -> Mapping[tuple[str, ...], Delegation]:
    """The delegations of an event, by all that they are called."""
    found = {}
    for each in _delegations(place):
        sides = [each.institution] if each.institution else []
        texts = [getattr(one, f"name_{code}") for one in (each, *sides) for code in LANGUAGES]
        found |= {tuple(folded(text)): each for text in (*texts, str(each)) if text}
        if each.country and not each.name:
            found[(each.country,)] = each
    return found


def _tell_delegation(row: Row, own: Delegation | None, known: Mapping) -> None:
    text = row.says("delegation")
    code = _country(text)
    found = own or known.get(tuple(folded(text))) or known.get((code,))
    if found is None and not text:
        row.problems["delegation"] = _("Say for which country or institution they come.")
    row.cells["delegation_record"] = found
    row.cells["side_country"] = "" if found else code
    row.cells["has_side"] = bool(found or code)
    row.cells["side"] = code or (found and (found.country or _seat(found.institution))) or ""


def _seat(body: Institution | None) -> str:
    return body.country if body else ""


def _country(text: str) -> str:
    try:
        return country(text) if text else ""
    except ValidationError:
        return ""


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
    delegations = _delegations_of(rows, saving)
    held = _held(people, saving.place)
    new = []
    for row in rows:
        if row.known is None:
            who = people.get(row.position)
            member = Member(
                delegation=delegations[row.position], official=who, **_values(row, bodies)
            )
            member.name_as_printed = "" if who else row.says("name")
            member.appointment = None if row.says("office") else held.get(who and who.pk)
            member.clean()
            new.append(member)
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


def _delegations_of(rows: Sequence[Row], saving: Saving) -> dict[int, Delegation]:
    """The delegation of each row; one that is not there is made once."""
    sides = saving.meant(
        [row for row in rows if not row.cells["has_side"]],
        SIDE,
        lambda row: _new_side(row, saving),
        once=lambda row: tuple(folded(row.says("delegation"))),
        write=_write_sides,
    )
    found, new = {}, []
    for row in rows:
        body = sides.get(row.position)
        mark = (
            "a delegation",
            row.cells["side_country"] or (body and body.pk) or row.says("delegation"),
        )
        record = row.cells["delegation_record"] or saving.made.get(mark)
        if record is None:
            record = saving.made[mark] = _new_delegation(row, body, saving)
            new.append(record)
        found[row.position] = record
    bulk.create(new)
    return found


def _new_delegation(row: Row, body: Institution | None, saving: Saving) -> Delegation:
    event, code = saving.place["event"], row.cells["side_country"]
    if body is None and not code:
        text = row.says("delegation")
        column = f"name_{column_language(text, saving.place.language)}"
        return Delegation(event=event, **{column: text})
    return Delegation(event=event, country=code, institution=body)


def _new_side(row: Row, saving: Saving) -> Institution:
    name = row.says("delegation")
    column = f"name_{column_language(name, saving.place.language)}"
    kind = likely_kind(name)
    return Institution(**{column: name}, kind=kind, is_published=saving.is_published)


def _write_sides(records: list[Institution]) -> None:
    own_slugs(records, "name")
    bulk.create(records)


def leads_to(place: Place) -> str:
    address = reverse("admin:delegations_member_changelist")
    return f"{address}?delegation__event__id__exact={place['event'].pk}"


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
        rights=(
            "delegations.add_member",
            "delegations.add_delegation",
            "delegations.view_official",
            "delegations.view_institution",
        ),
        change_right="delegations.change_member",
        can_publish=True,
        split=split_name,
        follow=follow,
        complete=complete,
        compare=compare,
        write=write,
        leads_to=leads_to,
    )
)
