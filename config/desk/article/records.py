"""The records that rows speak of: how they are called, what they are, which are like a new name."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from django.db.models import Model

from config.desk.article.reading.knowledge import Knowledge
from config.desk.article.reading.marks import Mark, State, What
from delegations.doubles.finding import doubles_of
from delegations.models import CommonOffice, Institution, Official
from forum.models import Topic
from forum.records.countries import names
from forum.records.texts import text_in
from forum.search.find import kind_of
from forum.search.index import KINDS

MODELS: dict[What, type[Model]] = {
    What.PERSON: Official,
    What.INSTITUTION: Institution,
    What.TOPIC: Topic,
    What.OFFICE: CommonOffice,
}
# New names are compared with all on record: so many of one text, and so many are offered.
COMPARED, OFFERED = 40, 4


class Called:
    """Names what marks mean in the language of the article, with one query for each kind."""

    def __init__(self, marks: Iterable[Mark], knowledge: Knowledge, language: str):
        self.knowledge, self.language = knowledge, language
        self.keys = {
            what: {key for mark in marks if mark.what == what for key in mark.keys}
            for what in MODELS
        }

    def __call__(self, what: What, key: str) -> str:
        if what == What.COUNTRY:
            return names(self.language).get(key, key)
        if what == What.CITY:
            known = self.knowledge.cities[key].names
            return known.get(self.language) or next(filter(None, known.values()), "")
        record = self._records[what].get(int(key))
        return text_in(record, self.language, "name")[0] if record else ""

    @cached_property
    def _records(self) -> dict[What, dict[int, Model]]:
        return {
            what: MODELS[what].objects.in_bulk([int(key) for key in keys])
            for what, keys in self.keys.items()
        }


def with_doubts(marks: Iterable[Mark], allowed: Iterable[What]) -> list[Mark]:
    """The marks, where a new name that is like one on record is doubtful instead of new.

    It stays what staff make of it: nothing is taken for another by itself.
    """
    allowed, found, compared = {*allowed}, [], {}
    for mark in marks:
        if mark.state == State.NEW and mark.what in allowed and not mark.keys:
            if mark.text not in compared and len(compared) < COMPARED:
                compared[mark.text] = _alike(mark)
            keys = compared.get(mark.text, ())
            mark = replace(mark, state=State.DOUBTFUL, keys=keys) if keys else mark
        found.append(mark)
    return found


def _alike(mark: Mark) -> tuple[str, ...]:
    model = MODELS[mark.what]
    doubles = doubles_of(model(name_en=mark.text))
    return tuple(str(record.pk) for record, _sign in doubles[:OFFERED])


def choices(what: What, keys: Iterable[int]) -> dict[str, str]:
    """Records by key, each with what tells it from others of its name."""
    kind = KINDS[kind_of(MODELS[what])]
    records = kind.records().in_bulk({*keys})
    described = {key: (record, kind.about(record)) for key, record in records.items()}
    return {
        str(key): f"{record} ({told})" if told else str(record)
        for key, (record, told) in described.items()
    }
