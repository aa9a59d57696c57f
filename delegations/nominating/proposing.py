"""Whom and what a nominee probably means: proposed to staff, decided by nobody else."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.text import capfirst

from delegations.findable import about_institution, about_official
from delegations.intake.finding import Asked, find
from delegations.models import Institution, Nominee, Official
from forum.choices import Sign
from forum.intake.rows import NEW, Answer


@dataclass(frozen=True)
class Choice:
    """A record that may be meant, with what tells it from others, and why it is proposed."""

    key: str
    name: str
    about: str
    why: str


@dataclass(frozen=True)
class Proposal:
    """What is offered for one nominee; `official` and `institution` are chosen beforehand."""

    officials: list[Choice] = field(default_factory=list)
    official: str = NEW
    institutions: list[Choice] = field(default_factory=list)
    institution: str = NEW


def proposals(nominees: Sequence[Nominee]) -> list[Proposal]:
    """One for each, at the same cost for one and for a hundred."""
    people = [Asked(tuple(filter(None, (each.name, each.original_name)))) for each in nominees]
    bodies = [Asked((each.institution,), side=_side(each)) for each in nominees]
    officials = _choices(Official, people, about_official, "appointments__institution")
    institutions = _choices(Institution, bodies, about_institution)
    return [
        Proposal(*theirs, *bodies_of)
        for theirs, bodies_of in zip(officials, institutions, strict=True)
    ]


def _side(nominee: Nominee) -> str:
    delegation = nominee.invitation.delegation
    body = delegation.institution
    return delegation.country or (body.country if body else "")


def _choices(model, asked: Sequence[Asked], about, *related) -> list[tuple[list[Choice], str]]:
    found = find(model, [each if any(each.names) else Asked(()) for each in asked])
    keys = {candidate.key for candidates in found for candidate in candidates}
    records = model.objects.prefetch_related(*related).in_bulk(keys)
    return [(_offered(each, records, about), _chosen(each)) for each in found]


def _offered(candidates, records, about) -> list[Choice]:
    return [
        Choice(str(key), str(records[key]), about(records[key]), capfirst(str(Sign(sign).label)))
        for key, sign in candidates
        if key in records
    ]


def _chosen(candidates) -> str:
    """What is as good as sure; empty where staff must look."""
    answer = Answer([*candidates])
    answer.propose(None, NEW)
    return answer.chosen
