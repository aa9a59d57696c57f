"""Working data about a person: rows of lists, and forms that were set aside.

They may say more of the person than any record does, so they go as a whole.
"""

from collections.abc import Iterator

from forum.intake.kinds import KINDS
from forum.models import AsideFile, AsideForm, Intake, IntakeRow
from forum.personal.edits import Edits
from forum.personal.eraser import Eraser

BATCH = 1_000


def drop_working_data(eraser: Eraser, edits: Edits) -> None:
    for key in rows_about(eraser):
        edits.drop(IntakeRow, key)
    forms = AsideForm.objects.all()
    for form in forms:
        if _is_own_page(eraser, form.path) or _is_named(eraser, form.data):
            edits.drop(AsideForm, form.pk)
    for kept in AsideFile.objects.all():
        if _is_named(eraser, kept.name):
            edits.drop(AsideFile, kept.pk)


def rows_about(eraser: Eraser) -> Iterator[int]:
    """The rows of lists that name the person, or of which the person is meant."""
    meaning = _links_to(eraser)
    rows = IntakeRow.objects.values_list("pk", "intake", "raw", "values", "answers")
    for key, intake, raw, values, answers in rows.iterator(BATCH):
        chosen = {answers.get(name, {}).get("chosen") for name in meaning.get(intake, ())}
        if str(eraser.key) in chosen or _is_named(eraser, [raw, values]):
            yield key


def _links_to(eraser: Eraser) -> dict[int, list[str]]:
    """Of each list, the columns that name such persons."""
    names = {
        kind.name: [link.name for link in kind.links if link.model is eraser.subject.model]
        for kind in KINDS.values()
    }
    return {key: names.get(kind, []) for key, kind in Intake.objects.values_list("pk", "kind")}


def _is_own_page(eraser: Eraser, path: str) -> bool:
    opts = eraser.subject.model._meta
    return f"/{opts.app_label}/{opts.model_name}/{eraser.key}/" in path


def _is_named(eraser: Eraser, value) -> bool:
    naming = eraser.naming
    return naming is not None and any(naming.search(text) for text in every_text(value))


def every_text(value) -> Iterator[str]:
    """Each text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from every_text(each)
