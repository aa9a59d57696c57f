"""Review before publication: an editor marks a record as ready, another account publishes it.

Nothing of it holds, or is shown, unless REVIEW_BEFORE_PUBLICATION is on. Then whatever goes on the
site by set_published was marked as ready by somebody else; a change since is shown, not forbidden.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max, Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from forum.audit.trail import note
from forum.choices import AuditKind, ReviewState
from forum.history.author import name_of
from forum.history.keeping import label, revision
from forum.history.locking import lock
from forum.models import Submission, Touch
from forum.rights import PUBLISH


def is_on() -> bool:
    return settings.REVIEW_BEFORE_PUBLICATION


def mark_ready(records: Iterable[Model], *, by, remark: str = "") -> None:
    """Mark the records as ready for publication; what was marked before is marked anew."""
    now, name = timezone.now(), name_of(by)
    with revision(by=by):
        for record in records:
            lock(record)
            _waiting([record]).update(state=ReviewState.REPLACED, answered_at=now)
            Submission.objects.create(
                **_ident(record), sent_at=now, sender=by, sender_name=name, remark=remark
            )
            note(AuditKind.REVIEWED, by=by, subject=record, act="ready", remark=remark)


def send_back(record: Model, *, by, answer: str) -> None:
    """Return the record to whoever marked it; raises ValidationError without an answer."""
    if not by.has_perm(PUBLISH):
        raise PermissionDenied
    if not answer.strip():
        raise ValidationError(_("Say what is to be done before it is ready."))
    with revision(by=by):
        lock(record)
        if not _answered([record], ReviewState.RETURNED, by=by, answer=answer):
            raise ValidationError(_("It is not marked as ready any more."))
        note(AuditKind.REVIEWED, by=by, subject=record, act="returned", remark=answer)


def approve(records: Sequence[Model], *, by) -> None:
    """Let the records be published: they were marked as ready by another account.

    Raises PermissionDenied without the right, ValidationError with the names of those that nobody
    else has marked. Commands, which nobody is signed in to, may publish anything.
    """
    if by is None:
        return
    if not by.has_perm(PUBLISH):
        raise PermissionDenied
    if is_on():
        if missing := unreviewed(records, by):
            names = ", ".join(f"“{record}”" for record in missing)
            raise ValidationError(
                _("Somebody else has to mark as ready before you publish: %(records)s."),
                params={"records": names},
                code="unreviewed",
            )
        _answered(records, ReviewState.PUBLISHED, by=by)


def unreviewed(records: Sequence[Model], by) -> list[Model]:
    """Those of the records that this account may not publish: nobody else has marked them."""
    marked = {(each.model, each.key) for each in _waiting(records) if each.sender_id != by.pk}
    return [record for record in records if (label(record), record.pk) not in marked]


def last_of(record: Model) -> Submission | None:
    """What was last said of the record; None if it was never marked, or is published since."""
    return Submission.objects.filter(**_ident(record)).exclude(state=ReviewState.PUBLISHED).first()


def changed_since(records: Sequence[Model], said: Mapping[int, Submission]) -> set[int]:
    """The keys of those records of one model that changed since they were marked, or did parts.

    `said` has what was said of each, by its key.
    """
    if not records:
        return set()
    touched = Touch.objects.filter(model=label(records[0]), key__in=said)
    last = touched.values("key").annotate(last=Max("version__revision__date_created"))
    changes = dict(last.values_list("key", "last"))
    return {
        record.pk
        for record in records
        if max(changes.get(record.pk, record.changed_at), record.changed_at)
        > said[record.pk].sent_at
    }


def in_state(model: type[Model], state: str) -> QuerySet:
    """The unpublished records of which that was said last."""
    said = Submission.objects.filter(model=label(model))
    last = said.order_by().values("key").annotate(last=Max("pk")).values("last")
    keys = said.order_by().filter(pk__in=last, state=state).values("key")
    return model._default_manager.filter(pk__in=keys, is_published=False)


def _waiting(records: Sequence[Model]) -> QuerySet:
    keys: dict[str, list[int]] = {}
    for record in records:
        keys.setdefault(label(record), []).append(record.pk)
    rows = Submission.objects.none()
    for model, found in keys.items():
        rows |= Submission.objects.filter(model=model, key__in=found, state=ReviewState.WAITING)
    return rows


def _answered(records: Sequence[Model], state: str, *, by, answer: str = "") -> int:
    said = {"answered_at": timezone.now(), "answerer_name": name_of(by), "answer": answer}
    return _waiting(records).update(state=state, **said)


def _ident(record: Model) -> dict:
    return {"model": label(record), "key": record.pk}
