"""Making one record of two: what names the one that goes names the one that stays instead."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from delegations.choices import NameKind
from delegations.doubles.finding import Record
from delegations.doubles.signs import domain_of
from delegations.models import Institution, Official
from forum.choices import DatePrecision
from forum.history.addresses import hand_over
from forum.history.keeping import KEPT, revision
from forum.records.texts import LANGUAGES
from forum.records.trees import would_loop

# What a record keeps of its own, or what is taken over in a way of its own.
OWN = {"id", "slug", "is_published", "changed_at", "domains"}
IDENTIFIERS = ("ror_id", "orcid", "wikidata_id")
# Of two rows that become one nobody misses the place in a list, or whose row it was.
NOT_LOST = {"position", "official", "changed_at"}
# What says nothing without the picture that it is about.
OF_THE_PHOTO = "photo_credit"


@dataclass
class Merged:
    """What a merge changes, for those who decide about it."""

    # How many rows of a kind name the kept record instead, and of how many two became one.
    handed_over: Counter[type[models.Model]] = field(default_factory=Counter)
    joined: Counter[type[models.Model]] = field(default_factory=Counter)
    # What the kept record takes over: a label and the value.
    taken: list[tuple[str, object]] = field(default_factory=list)
    # What one of two rows that become one says otherwise than the one that stays.
    lost: list[tuple[str, object]] = field(default_factory=list)

    @property
    def lines(self) -> list[tuple[str, int]]:
        return _labelled(self.handed_over - self.joined)

    @property
    def joined_lines(self) -> list[tuple[str, int]]:
        return _labelled(self.joined)


def _labelled(counts: Counter[type[models.Model]]) -> list[tuple[str, int]]:
    return [(capfirst(each._meta.verbose_name_plural), number) for each, number in counts.items()]


def merge(*, keep: Record, duplicate: Record, reason: str = "", by=None) -> Merged:
    """Make one record of two, in one transaction and one revision.

    What the kept record lacks it takes over; the names of the other become other spellings, its
    address leads on, and what was published stays so. Raises ValidationError, with nothing
    changed, if both are the same record, have two identifiers of one kind or two private
    contacts, or if the kept record would belong to or follow itself.
    """
    comment = _("Merged with “%(record)s”.") % {"record": duplicate}
    with revision(by=by, comment=f"{comment} {reason}".strip()):
        return _merge(keep, duplicate)


def preview(*, keep: Record, duplicate: Record) -> Merged:
    """What a merge would change; raises ValidationError as it would."""
    with transaction.atomic():
        merged = _merge(keep, duplicate)
        transaction.set_rollback(True)
    return merged


def rows_of(record: Record) -> Iterable[tuple[type[models.Model], int]]:
    """Which kinds of rows name a record, and how many: what merging it would change too."""
    for relation in _relations(record):
        if number := _rows(relation, record).count():
            yield relation.related_model, number


def _relations(record: models.Model) -> list:
    """By which records name it: what is derived is written anew by itself."""
    return [each for each in record._meta.related_objects if each.related_model in KEPT]


def _merge(keep: Record, duplicate: Record) -> Merged:
    _refuse(keep, duplicate)
    merged = Merged()
    # Found before anything moves, and again when it is stored.
    keep, duplicate = (type(each)._base_manager.get(pk=each.pk) for each in (keep, duplicate))
    missing = _what_is_missing(keep, duplicate)
    _keep_names(keep, duplicate, missing)
    for relation in _relations(keep):
        _hand_over(relation, keep, duplicate, merged)
    for relation in type(keep)._meta.many_to_many:
        others = getattr(duplicate, relation.name).exclude(pk=keep.pk)
        getattr(keep, relation.name).add(*others)
    hand_over(duplicate, to=keep.pk)
    duplicate.delete()
    keep.refresh_from_db()
    for name, value in missing.items():
        setattr(keep, name, value)
    if isinstance(keep, Institution):
        _keep_kinds(keep, duplicate)
    _refuse_loops(keep)
    keep.full_clean()
    keep.save()
    merged.taken = _in_words(keep, missing)
    return merged


def _refuse(keep: Record, duplicate: Record) -> None:
    if keep.pk == duplicate.pk:
        raise ValidationError(_("A record cannot be merged with itself."), code="same")
    for name in IDENTIFIERS:
        both = {getattr(each, name, "") for each in (keep, duplicate)} - {""}
        if len(both) > 1:
            label = type(keep)._meta.get_field(name).verbose_name
            said = {"identifier": label, "both": ", ".join(sorted(both))}
            raise ValidationError(
                _("They have two different identifiers (%(identifier)s: %(both)s).") % said,
                code="identifiers",
            )


def _refuse_loops(keep: Record) -> None:
    if not isinstance(keep, Institution):
        return
    if would_loop(keep, "parent"):
        raise ValidationError(
            _("“%(record)s” would belong to itself: change first what it belongs to.")
            % {"record": keep},
            code="loop",
        )
    seen, ahead = set(), {*keep.successors.values_list("pk", flat=True)}
    while ahead:
        seen |= ahead
        following = Institution.objects.filter(predecessors__in=ahead)
        ahead = {*following.values_list("pk", flat=True)} - seen
    if keep.pk in seen:
        raise ValidationError(
            _("“%(record)s” would be its own successor: change first what followed it.")
            % {"record": keep},
            code="loop",
        )


def _hand_over(relation, keep: models.Model, duplicate: models.Model, merged: Merged) -> None:
    """Let the rows that name the duplicate by this relation name the kept record."""
    link = relation.field
    rows = _rows(relation, duplicate)
    if relation.one_to_one and rows.exists() and _rows(relation, keep).exists():
        raise ValidationError(_("Both have a private contact: empty one of them first."))
    for row in rows:
        merged.handed_over[relation.related_model] += 1
        if relation.many_to_many:
            if row != keep:
                getattr(row, link.name).add(keep)
            continue
        _refuse_both_sides(row, relation, keep)
        twin = _twin(row, relation, keep)
        if twin is not None:
            merged.joined[relation.related_model] += 1
            _join(twin, row, merged)
        else:
            setattr(row, link.name, None if row == keep else keep)
            _name_nobody_twice(row)
            _save_unless_known(row)


def _refuse_both_sides(row: models.Model, relation, keep: models.Model) -> None:
    """Refuse to make one of two that stand on two sides of something: the model's `apart_in`."""
    whole = getattr(row, "apart_in", "")
    if whole and _rows(relation, keep).filter(**{whole: getattr(row, whole)}).exists():
        raise ValidationError(
            _("Both stand in “%(whole)s”: look there first.") % {"whole": getattr(row, whole)},
            code="apart",
        )


def _keep_kinds(keep: Institution, duplicate: Institution) -> None:
    """What the other one was, this one is too; no further kind repeats the main one."""
    kinds = {each.kind for each in keep.further_kinds.all()}
    if duplicate.kind not in kinds:
        keep.further_kinds.create(kind=duplicate.kind)
    keep.further_kinds.filter(kind=keep.kind).delete()
    if keep.represents == keep.country:
        keep.represents = ""


def _save_unless_known(row: models.Model) -> None:
    """Save a row that names the kept record now, unless it has this very row already."""
    for rule in row._meta.total_unique_constraints:
        try:
            rule.validate(type(row), row)
        except ValidationError:
            row.delete()
            return
    row.validate_constraints()
    row.save()


def _rows(relation, record: models.Model) -> models.QuerySet:
    return relation.related_model._default_manager.filter(**{relation.field.name: record})


def _twin(row: models.Model, relation, keep: models.Model) -> models.Model | None:
    """The row of the kept record that says the same, where somebody takes part only once.

    A model tells by which fields: `once_a_person`.
    """
    fields = getattr(row, "once_a_person", ()) if relation.field.name == "official" else ()
    if not fields:
        return None
    return _rows(relation, keep).filter(**{name: getattr(row, name) for name in fields}).first()


def _join(twin: models.Model, row: models.Model, merged: Merged) -> None:
    """Make one row of two: the one that stays takes over what it does not say itself."""
    for relation in _relations(row):
        _hand_over(relation, twin, row, merged)
    for each in type(row)._meta.concrete_fields:
        mine, theirs = getattr(twin, each.attname), getattr(row, each.attname)
        if each.primary_key or theirs in (None, "", mine) or each.name in NOT_LOST:
            continue
        if mine in (None, "") and not each.name.endswith("_precision"):
            setattr(twin, each.attname, theirs)
        elif mine != theirs:
            merged.lost.append((capfirst(each.verbose_name), getattr(row, each.name)))
    _name_nobody_twice(twin)
    row.delete()
    twin.save()


def _name_nobody_twice(row: models.Model) -> None:
    """Whoever stood in for a record that turns out to be the same stood in for nobody."""
    principal = getattr(row, "on_behalf_of", None)
    if principal is not None and principal == row.official:
        row.on_behalf_of = None


def _keep_names(keep: Record, duplicate: Record, missing: dict[str, object]) -> None:
    """Record the names of the duplicate that the kept record has not and does not take over."""
    known = {(name.text, name.language) for name in keep.names.all()}
    known |= {(name.text, name.language) for name in duplicate.names.all()}
    for name, kind in (("name", NameKind.ALIAS), ("short_name", NameKind.ACRONYM)):
        for language in LANGUAGES:
            column = f"{name}_{language}"
            text = getattr(duplicate, column, "") or ""
            said = missing.get(column) or getattr(keep, column, "")
            if text and text != said and (text, language) not in known:
                keep.names.create(text=text, language=language, kind=kind)
                known.add((text, language))


def _what_is_missing(keep: Record, duplicate: Record) -> dict[str, object]:
    """What the duplicate says and the kept record does not, by column."""
    found: dict[str, object] = {}
    for each in type(keep)._meta.concrete_fields:
        if each.name not in OWN and not each.name.endswith("_precision"):
            found |= _missing(keep, duplicate, each)
    if OF_THE_PHOTO in found and "photo" not in found:
        del found[OF_THE_PHOTO]
    if duplicate.is_published and not keep.is_published:
        # Its address is known: it must not lead to nothing.
        found["is_published"] = True
    return found | _domains(keep, duplicate)


def _missing(keep: Record, duplicate: Record, each: models.Field) -> dict[str, object]:
    """A field of the duplicate that the kept record lacks; a date comes with its precision."""
    if each.name == "parent":
        # What it belongs to; if that was the duplicate, what that belonged to.
        whole = duplicate.parent_id if keep.parent_id in (None, duplicate.pk) else None
        return {"parent_id": whole} if whole and whole != keep.pk else {}
    precision = f"{each.name}_precision"
    if getattr(keep, each.attname) or not _is_said(duplicate, each, precision):
        return {}
    names = [each.attname, precision] if hasattr(keep, precision) else [each.attname]
    return {name: getattr(duplicate, name) for name in names}


def _is_said(record: Record, each: models.Field, precision: str) -> bool:
    """Whether it has a value, or a date of which only is known that it was."""
    some_day = getattr(record, precision, "") == DatePrecision.UNKNOWN
    return bool(getattr(record, each.attname)) or some_day


def _domains(keep: Record, duplicate: Record) -> dict[str, object]:
    """The web domains of both, that of a website which is not kept among them."""
    if isinstance(keep, Official):
        return {}
    lost = domain_of(duplicate.website) if keep.website else ""
    lost = "" if lost == domain_of(keep.website) else lost
    both = dict.fromkeys([*keep.domains.split(), *duplicate.domains.split(), lost])
    text = " ".join(domain for domain in both if domain)
    return {"domains": text} if text != keep.domains else {}


def _in_words(keep: Record, missing: dict[str, object]) -> list[tuple[str, object]]:
    fields = {each.attname: each for each in type(keep)._meta.concrete_fields}
    return [
        (capfirst(fields[name].verbose_name), getattr(keep, fields[name].name))
        for name in missing
        if not name.endswith("_precision")
    ]
