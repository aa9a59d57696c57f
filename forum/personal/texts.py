"""Where else a person may be named: in texts of other records, and in what staff left behind.

Every column of our tables that holds texts is looked through, unless an app says in `personal.py`
that it names others: a new model is covered without being told.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model
from reversion.models import Version

from forum.models import AsideFile, AsideForm, AuditEntry, IntakeRow, IntakeSign, Removal
from forum.personal.edits import Edits
from forum.personal.eraser import Eraser
from forum.personal.held import TRACES

APPS = ("forum", "delegations", "agreements")
# Rewritten or deleted by history.py, working.py and the audit trail itself.
APART = (Version, Removal, IntakeRow, IntakeSign, AsideForm, AsideFile, AuditEntry)
BATCH = 1_000


def models() -> Iterator[type[Model]]:
    """The models in whose rows anybody may be named."""
    own = [each for app in APPS for each in apps.get_app_config(app).get_models()]
    for model in dict.fromkeys([*own, *TRACES]):
        if not model._meta.proxy and model not in APART:
            yield model


def rewrite_texts(eraser: Eraser, edits: Edits) -> None:
    """Find which texts of other records, and of what staff left behind, name the person."""
    for model in models():
        if columns := sorted(eraser.looked_at(model)):
            _rewrite(eraser, edits, model, columns)


def _rewrite(eraser: Eraser, edits: Edits, model: type[Model], columns: list[str]) -> None:
    rows = model._base_manager.values_list("pk", *columns)
    for key, *texts in rows.iterator(BATCH):
        fields = dict(zip(columns, texts, strict=True))
        new = eraser.columns(model, key, fields)
        changed = {name: new[name] for name in columns if new[name] != fields[name]}
        if changed and not eraser.is_self(model, key):
            edits.change(model, key, changed)
