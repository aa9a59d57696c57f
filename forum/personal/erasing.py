"""Erasing what is held on a person: planned, shown, and done in one transaction, for good."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.files.storage import Storage
from django.db import models, transaction

from forum.audit.erasing import rewrite_trail
from forum.audit.trail import note
from forum.choices import AuditKind
from forum.derived import catch_up
from forum.history.addresses import addresses_of, give_up, is_in_slug, naming, path_of
from forum.history.keeping import KEPT
from forum.models import Erasure
from forum.personal.edits import Edits, delete_files
from forum.personal.eraser import Eraser
from forum.personal.files import drop_files
from forum.personal.held import HELD, SUBJECTS
from forum.personal.history import fields_once, keys_of, rewrite_history, what_is_said
from forum.personal.texts import rewrite_texts
from forum.personal.words import Words
from forum.personal.working import drop_working_data
from forum.search.index import forget_words
from forum.uploads import renditions


@dataclass(frozen=True)
class Plan:
    """What an erasure would do."""

    eraser: Eraser
    edits: Edits
    # Addresses that lead to the person, and will be gone.
    addresses: list[str] = field(default_factory=list)
    # Pictures that go from the disk, with what was made of them.
    pictures: list[str] = field(default_factory=list)
    # Addresses of other records that have the name in them: they stay.
    others: list[str] = field(default_factory=list)


def plan(
    model: type[models.Model],
    key: int,
    mode: str,
    spared: Iterable[str] = (),
    files: Iterable[int] = (),
) -> Plan:
    """Find all that is held on a person and what becomes of it; changes nothing.

    `files` are the keys of attachments that go along.
    """
    eraser = eraser_of(model, key, mode, spared)
    edits = Edits()
    if eraser.subject.model._base_manager.filter(pk=key).exists():
        edits.change(model, key, eraser.subject.fate(key, mode))
    for each in HELD[model]:
        _rows(eraser, edits, each)
    rewrite_history(eraser, edits)
    rewrite_texts(eraser, edits)
    drop_working_data(eraser, edits)
    drop_files(edits, files)
    rewrite_trail(eraser, edits)
    if not eraser.is_anonymous:
        return Plan(eraser, edits)
    slugs = slugs_of(model, key)
    former = [row.path for row in naming(slugs, model, key)]
    gone = [*addresses_of(model, key), *former]
    return Plan(eraser, edits, gone, pictures_of(model, key), _named_in_addresses(slugs, model))


@transaction.atomic
def erase(
    model: type[models.Model],
    key: int,
    *,
    mode: str,
    spared: Iterable[str] = (),
    files: Iterable[int] = (),
    reason: str = "",
    by=None,
    request=None,
) -> Erasure:
    """Erase what is held on the person with that key, whether the record itself is still there.

    The reason is kept without the names that go. Files go once the transaction is through.
    """
    person = model._base_manager.select_for_update().filter(pk=key).first()
    for settle in SUBJECTS[model].before if person else ():
        settle(person, frozenset(spared))
    planned = plan(model, key, mode, spared, files)
    lying = [*_files_of(planned)]
    planned.edits.write()
    if planned.eraser.is_anonymous:
        give_up(model, key, planned.addresses)
    # What follows from the records goes with them, and so do words that only they had.
    catch_up()
    forget_words()
    transaction.on_commit(lambda: delete_files(lying))
    done = note(
        AuditKind.ERASED,
        by=by,
        subject=model._base_manager.filter(pk=key).first() or f"{model._meta.label_lower} {key}",
        request=request,
        mode=str(mode),
        spared=sorted(spared),
        rows=dict(planned.edits.total()),
        files=len(lying),
    )
    return Erasure.objects.create(
        model=model._meta.label_lower,
        key=key,
        mode=mode,
        spared=sorted(spared),
        files=sorted(files),
        by=done.who,
        reason=planned.eraser.plain(reason)[:300],
    )


def eraser_of(model: type[models.Model], key: int, mode: str, spared: Iterable[str] = ()) -> Eraser:
    """The person with that key, found by all that is on record of their names."""
    subject = SUBJECTS[model]
    keys = keys_of(subject, key)
    words = Words.of(*what_is_said(subject, keys))
    return Eraser(subject, key, mode, frozenset(spared), words, keys)


def _rows(eraser: Eraser, edits: Edits, each) -> None:
    fate = each.fate(eraser.mode, eraser.spared)
    if fate == {}:
        return
    for row in each.rows(eraser.key).values("pk", *(fate or ())):
        key = row.pop("pk")
        if fate is None:
            edits.drop(each.model, key)
        else:
            changed = {name: value for name, value in fate.items() if row[name] != value}
            edits.change(each.model, key, changed)


def slugs_of(model: type[models.Model], key: int) -> set[str]:
    """All that the person's record was called in addresses."""
    return fields_once(SUBJECTS[model], keys_of(SUBJECTS[model], key), "slug")


def _named_in_addresses(slugs: set[str], of: type[models.Model]) -> list[str]:
    """The addresses of other records with one of these slugs in them, but for a single word."""
    found = []
    for model in KEPT:
        if model is of or not hasattr(model, "slug") or not hasattr(model, "get_absolute_url"):
            continue
        for slug in slugs:
            rows = model._base_manager.filter(slug__contains=slug) if "-" in slug else ()
            found += [path_of(row) for row in rows if is_in_slug(slug, row.slug)]
    return found


def pictures_of(model: type[models.Model], key: int) -> list[str]:
    """All pictures that the person's record has, or once had."""
    names = [each.name for each in model._meta.fields if isinstance(each, models.FileField)]
    subject = SUBJECTS[model]
    keys = keys_of(subject, key)
    found = (fields_once(subject, keys, name) for name in names)
    return sorted({each for few in found for each in few})


def _files_of(planned: Plan) -> Iterable[tuple[Storage, str]]:
    """The files that go, each with where it lies."""
    storage = _picture_storage(planned.eraser.subject.model)
    for name in planned.pictures:
        yield from ((storage, path) for path in renditions.paths_of(name))
    yield from planned.edits.files()


def _picture_storage(model: type[models.Model]) -> Storage | None:
    files = [each for each in model._meta.fields if isinstance(each, models.FileField)]
    return files[0].storage if files else None
