"""What each revision did, kind by kind, in as many queries for any number of revisions.

A revision may hold an import of thousands of rows: the database counts them.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, F, Max, Min, Model, OuterRef, Q
from django.urls import reverse
from reversion.models import Revision, Version

from config.desk.changes.asking import removals_of, versions_of
from config.desk.changes.words import Happening
from forum.history.keeping import KEPT
from forum.models import Removal, Touch

# What the name of a record is made of, beside its own columns.
NAMED_BY = ("official", "institution")


@dataclass
class Entry:
    """A revision as the list of changes tells it; `url` is its page, `is_old` if it was seen."""

    at: dt.datetime
    by: str
    happenings: list[Happening] = field(default_factory=list)
    url: str = ""
    begins_old: bool = False


@dataclass(frozen=True)
class _Whole:
    """A record that all changes of a kind concern: itself, or what they are parts of."""

    model: type[Model]
    key: int
    is_only_one: bool
    touched: int


def entries_of(revisions: Iterable[Revision], models: list[type[Model]]) -> list[Entry]:
    """What the revisions did to records of these kinds."""
    revisions = list(revisions)
    wholes = _wholes(revisions, models)
    names = _names({(each.model, each.key) for rows in wholes.values() for each in rows})
    happened = defaultdict(list)
    for revision, happening in _happenings(revisions, models, wholes, names):
        happened[revision].append(happening)
    return [
        Entry(
            at=each.date_created,
            by=each.author.name if hasattr(each, "author") else "",
            happenings=happened[each.pk],
            url=_page_of(each.pk, wholes, names),
        )
        for each in revisions
    ]


def _happenings(revisions, models, wholes, names):
    # “+ 0” keeps SQLite from looking through all versions before this one instead of its own.
    earlier = Version.objects.alias(number=F("pk") + 0).filter(
        db=OuterRef("db"),
        content_type=OuterRef("content_type"),
        object_id=OuterRef("object_id"),
        number__lt=OuterRef("pk"),
    )
    counted = {"number": Count("pk"), "text": Min("object_repr"), "first": Min("pk")}
    written = versions_of(models).filter(revision__in=revisions).annotate(was=Exists(earlier))
    for row in (
        written.values("revision", "content_type", "was").annotate(**counted).order_by("first")
    ):
        model = ContentType.objects.get_for_id(row["content_type"]).model_class()
        whole = _stands_in(model, wholes[row["revision"], row["content_type"]], names)
        action = "changed" if row["was"] else "added"
        yield row["revision"], Happening(action, model, row["number"], row["text"], whole)
    removal = ContentType.objects.get_for_model(Removal).pk
    gone = removals_of(models).filter(revision__in=revisions)
    for row in gone.values("revision", "kind").annotate(**counted).order_by("first"):
        model = apps.get_model(row["kind"])
        whole = _stands_in(model, wholes[row["revision"], removal], names)
        yield row["revision"], Happening("removed", model, row["number"], row["text"], whole)


def _wholes(revisions, models) -> dict[tuple[int, int], list[_Whole]]:
    """By revision and kind of record: the records that its changes concern."""
    removal = ContentType.objects.get_for_model(Removal).pk
    types = [each.pk for each in ContentType.objects.get_for_models(*models).values()]
    rows = (
        Touch.objects.filter(version__revision__in=revisions)
        .filter(Q(version__content_type__in=[*types, removal]))
        .values("version__revision", "version__content_type", "model")
        .annotate(low=Min("key"), high=Max("key"), touched=Count("pk"))
        .order_by("model")
    )
    known = {model._meta.label_lower: model for model in models}
    found = defaultdict(list)
    for row in rows:
        if row["model"] in known:
            whole = _Whole(
                known[row["model"]], row["low"], row["low"] == row["high"], row["touched"]
            )
            found[row["version__revision"], row["version__content_type"]].append(whole)
    return found


def _stands_in(model, wholes: list[_Whole], names: dict) -> str:
    """The nearest record of which all that changed is a part; empty if there is no such one."""
    nearest = [model._meta.get_field(name).related_model for name in KEPT[model].part_of]
    number = max((each.touched for each in wholes if each.model is model), default=0)
    parts_of = [
        each
        for each in wholes
        if each.is_only_one and each.touched >= number and each.model is not model
    ]
    parts_of.sort(key=lambda each: each.model not in nearest)
    return next(
        (names[each.model, each.key] for each in parts_of if (each.model, each.key) in names), ""
    )


def _names(records: set[tuple[type[Model], int]]) -> dict:
    """What is still there of these records, by name."""
    keys = defaultdict(set)
    for model, key in records:
        keys[model].add(key)
    found = {}
    for model, wanted in keys.items():
        related = [each.name for each in model._meta.fields if each.name in NAMED_BY]
        rows = model._base_manager.select_related(*related).in_bulk(wanted)
        found |= {(model, key): str(record) for key, record in rows.items()}
    return found


def _page_of(revision: int, wholes: dict, names: dict) -> str:
    """Its page in the history of the record that it concerns most; empty if all that is gone."""
    concerned = [
        each
        for (of, _kind), rows in wholes.items()
        if of == revision
        for each in rows
        if (each.model, each.key) in names and admin.site.is_registered(each.model)
    ]
    if not concerned:
        return ""
    most = max(concerned, key=lambda each: (not KEPT[each.model].part_of, each.touched))
    meta = most.model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_revision", args=[most.key, revision])
