"""For which country or institution members come: the delegation that a row names."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from delegations.choices import usual_role
from delegations.findable import about_institution
from delegations.intake.finding import Asked, find
from delegations.intake.kinds_of_bodies import likely_kind
from delegations.models import Delegation, Institution
from forum.history import bulk
from forum.intake.kinds import Link, Place
from forum.intake.readers import country
from forum.intake.rows import Candidate, Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.records.countries import usual_names
from forum.records.slugs import own_slugs
from forum.records.texts import LANGUAGES
from forum.search.words import folded

# How like the name of a country what stands there is at least, and so many are offered.
LIKE_A_COUNTRY, MOST_COUNTRIES = 80, 3


def delegations_at(place: Place) -> Iterable[Delegation]:
    event = place["event"]
    rows = event.delegations if event else Delegation.objects.none()
    return rows.select_related("institution").order_by("position", "pk")


def find_sides(rows: Sequence[Row], place: Place) -> list[list[Candidate]]:
    """The institutions whose delegations rows name; those that name a country need none."""
    asked = [Asked(() if row.cells.get("has_side") else (row.says("delegation"),)) for row in rows]
    return find(Institution, asked)


@lru_cache(maxsize=1_000)
def countries_like(text: str) -> tuple[str, ...]:
    """The countries that are spelled nearly so, in any of our languages, the likest first."""
    scores: dict[str, float] = {}
    asked = "".join(folded(text))
    for name, plain in _countries_spelled():
        if (score := fuzz.ratio(asked, plain)) >= LIKE_A_COUNTRY:
            scores[name] = max(score, scores.get(name, 0.0))
    return tuple(sorted(scores, key=lambda name: (-scores[name], name))[:MOST_COUNTRIES])


@lru_cache(maxsize=1)
def _countries_spelled() -> list[tuple[str, str]]:
    names = {name for language in LANGUAGES for name in usual_names(language).values()}
    return [(name, "".join(folded(name))) for name in sorted(names)]


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
    is_doubted=True,
    instead=countries_like,
)


def follow(values: dict[str, str], above: dict[str, str], _place: Place) -> dict[str, str]:
    """A row without a delegation belongs to that of the row above, as where it stands once."""
    told = values.get("delegation") or above.get("delegation")
    return values | {"delegation": told} if values and told else values


def by_names(place: Place) -> Mapping[tuple[str, ...], Delegation]:
    """The delegations of an event, by all that they are called."""
    found = {}
    for each in delegations_at(place):
        sides = [each.institution] if each.institution else []
        texts = [getattr(one, f"name_{code}") for one in (each, *sides) for code in LANGUAGES]
        found |= {tuple(folded(text)): each for text in (*texts, str(each)) if text}
        if each.country and not each.name:
            found[(each.country,)] = each
    return found


def tell_delegation(row: Row, own: Delegation | None, known: Mapping) -> None:
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


def delegations_of(rows: Sequence[Row], saving: Saving) -> dict[int, Delegation]:
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
    return Delegation(event=event, country=code, institution=body, role=usual_role(event, code))


def _new_side(row: Row, saving: Saving) -> Institution:
    name = row.says("delegation")
    column = f"name_{column_language(name, saving.place.language)}"
    kind = likely_kind(name)
    return Institution(**{column: name}, kind=kind, is_published=saving.is_published)


def _write_sides(records: list[Institution]) -> None:
    own_slugs(records, "name")
    bulk.create(records)
