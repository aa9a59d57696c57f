"""What rows bring along: the lookups of prefetch_related(), each as a prepared query.

The rows then have lists where Django would put querysets: `agreement.parties.all()` gives the
list, and whoever would narrow it further is stopped by an AttributeError.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F, Model, Prefetch, QuerySet

# The key of the record for which a row of a many-to-many relation was found.
OF = "brought_for"


@dataclass(frozen=True)
class ToOne:
    """The record that each row names; what the query joined is there already."""

    field: object
    ask: Callable[[list[int]], list]

    def bring(self, rows: list[Model]) -> list[Model]:
        lacking = [row for row in rows if not self.field.is_cached(row)]
        keys = {getattr(row, self.field.attname) for row in lacking} - {None}
        found = {each.pk: each for each in self.ask(sorted(keys))} if keys else {}
        for row in lacking:
            self.field.set_cached_value(row, found.get(getattr(row, self.field.attname)))
        named = (self.field.get_cached_value(row) for row in rows)
        return [each for each in named if each is not None]


@dataclass(frozen=True)
class ToMany:
    """The list of others that each row has, under the name by which Django's managers find it."""

    ask: Callable[[list[int]], list]
    # The attribute of what is found that tells for which row; a foreign key knows the row, too.
    key: str
    back: object | None
    cache_name: str
    to_attr: str

    def bring(self, rows: list[Model]) -> list[Model]:
        by_key = {row.pk: row for row in rows}
        found = self.ask(sorted(by_key))
        lists = defaultdict(list)
        for each in found:
            key = getattr(each, self.key)
            lists[key].append(each)
            if self.back and not self.back.is_cached(each):
                self.back.set_cached_value(each, by_key[key])
        for row in rows:
            self._keep(row, lists[row.pk])
        return found

    def _keep(self, row: Model, found: list[Model]) -> None:
        if self.to_attr:
            setattr(row, self.to_attr, found)
        else:
            row.__dict__.setdefault("_prefetched_objects_cache", {})[self.cache_name] = found


@dataclass(frozen=True)
class Relation:
    """A step from rows to others, and those from there."""

    step: ToOne | ToMany
    further: "list[Relation]"

    def bring(self, rows: list[Model]) -> None:
        found = self.step.bring(rows) if rows else []
        for relation in self.further:
            relation.bring(found)


def relations_of(model: type[Model], lookups, prepare) -> list[Relation]:
    """The relations that lookups lead over, each once, in their order."""
    steps: dict[str, list[tuple[Prefetch, str]]] = defaultdict(list)
    for lookup in lookups:
        prefetch = lookup if isinstance(lookup, Prefetch) else Prefetch(lookup)
        name, _mark, further = prefetch.prefetch_through.partition("__")
        steps[name].append((prefetch, further))
    return [_relation(model, name, each, prepare) for name, each in steps.items()]


def _relation(model: type[Model], name: str, lookups, prepare) -> Relation:
    field = model._meta.get_field(name)
    here = next((prefetch for prefetch, further in lookups if not further), Prefetch(name))
    rows = here.queryset
    if rows is None:
        rows = field.related_model._default_manager.all()
    further = [_beyond(prefetch, path) for prefetch, path in lookups if path]
    step = _step(field, rows, here.to_attr if here.to_attr != name else "", prepare)
    return Relation(step, relations_of(field.related_model, further, prepare))


def _beyond(prefetch: Prefetch, path: str) -> Prefetch | str:
    if prefetch.queryset is None:
        return path
    to_attr = prefetch.to_attr if prefetch.to_attr != path.rpartition("__")[2] else None
    return Prefetch(path, prefetch.queryset, to_attr)


def _step(field, rows: QuerySet, to_attr: str, prepare) -> ToOne | ToMany:
    if field.many_to_one or (field.one_to_one and field.concrete):
        return ToOne(field, prepare(lambda keys: rows.filter(pk__in=keys)))
    if field.many_to_many:
        back = field.remote_field.name if field.auto_created else field.related_query_name()
        ask = prepare(lambda keys: rows.filter(**{f"{back}__in": keys}).annotate(**{OF: F(back)}))
        cache_name = field.field.related_query_name() if field.auto_created else field.name
        return ToMany(ask, OF, None, cache_name, to_attr)
    back = field.field
    ask = prepare(lambda keys: rows.filter(**{f"{back.name}__in": keys}))
    return ToMany(ask, back.attname, back, field.cache_name, to_attr)
