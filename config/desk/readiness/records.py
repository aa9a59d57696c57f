"""Checks of the record as visitors read it: languages, what it stands in, what sources say."""

from collections.abc import Iterable, Iterator

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from config.desk.readiness.checks import found
from config.desk.readiness.facts import Facts
from forum.admin.alike import address_of
from forum.choices import Visibility
from forum.findings import Finding
from forum.records import claims, figures
from forum.records.texts import LANGUAGES

# What visitors read first of each kind of record.
READ = {
    "event": ("title", "summary", "description"),
    "session": ("title", "abstract"),
    "delegation": ("name",),
    "agreement": ("title", "summary"),
}


def untranslated(facts: Facts) -> Iterator[Finding]:
    """What is said in one language, and not in another."""
    public = [each for each in facts.sessions if each.visibility == Visibility.PUBLIC]
    for record in (facts.event, *public, *facts.delegations, *facts.agreements):
        for name in READ[record._meta.model_name]:
            if missing := _missing(record, name):
                yield _untranslated(record, name, missing)


def _missing(record: Model, name: str) -> list[str]:
    without = [each for each in LANGUAGES if not getattr(record, f"{name}_{each}")]
    return without if len(without) < len(LANGUAGES) else []


def _untranslated(record: Model, name: str, missing: list[str]) -> Finding:
    said = _("“%(record)s”: %(field)s, not in %(languages)s")
    label = getattr(type(record), name).short_description
    languages = ", ".join(str(get_language_info(each)["name_translated"]) for each in missing)
    words = {"record": _name(record), "field": label, "languages": languages}
    return found(record, said=said % words, part=name, depends_on=missing)


def _name(record: Model) -> str:
    return getattr(record, "name", "") or str(record)


def under_what_is_hidden(facts: Facts) -> Iterator[Finding]:
    """What is published, and stands in something that visitors cannot open."""
    event = facts.event
    if event.parent and event.is_published and not event.parent.is_published:
        yield _hidden(event, event.parent)
    for session in facts.sessions:
        whole = session.parent
        is_public = session.visibility == Visibility.PUBLIC
        if whole and is_public and whole.visibility != Visibility.PUBLIC:
            yield _hidden(session, whole)
    for agreement in facts.agreements:
        if agreement.is_published and not event.is_published:
            yield _hidden(agreement, event)


def _hidden(record: Model, whole: Model) -> Finding:
    said = _("“%(record)s” is public, and “%(whole)s”, in which it stands, is not")
    return found(record, whole, said=said % {"record": _name(record), "whole": _name(whole)})


def disputed(facts: Facts) -> Iterator[Finding]:
    """What sources or figures say differently, where nobody said which the record follows."""
    for said in claims.disputed(facts.citations):
        about = next(filter(None, (getattr(said.about, each) for each in said.about.SUBJECTS)))
        values = sorted(str(claim.value) for claim in said.claims)
        text = f"{_name(about)}: {said.fact}: {_joined(values)}"
        yield found(
            about,
            said=text,
            part=said.about.field,
            depends_on=values,
            address=address_of(said.about),
        )
    for group in figures.disputed(facts.figures):
        texts = [str(figure) for figure in group]
        stated = sorted(f"{each.value} {each.as_stated}" for each in group)
        yield found(*group, said=capfirst(_joined(texts)), depends_on=stated)


def _joined(values: Iterable[str]) -> str:
    return " / ".join(filter(None, values))
