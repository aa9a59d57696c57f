"""Making one record of two: what names the one that goes names the one that stays instead."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from delegations.choices import NameKind
from delegations.doubles.finding import Record
from delegations.doubles.rows import Merged, hand_over_rows, missing, relations
from delegations.doubles.signs import domain_of
from delegations.models import Institution, Official
from forum.audit.trail import note
from forum.choices import AuditKind
from forum.history.addresses import hand_over
from forum.history.keeping import revision
from forum.records.texts import LANGUAGES
from forum.records.trees import would_loop
from forum.review.submissions import approve
from forum.rights import PUBLISH

# What a record keeps of its own, or what is taken over in a way of its own.
OWN = {"id", "slug", "is_published", "changed_at", "domains"}
IDENTIFIERS = ("ror_id", "orcid", "wikidata_id")
# What says nothing without the picture that it is about.
OF_THE_PHOTO = "photo_credit"


def merge(*, keep: Record, duplicate: Record, reason: str = "", by=None) -> Merged:
    """Make one record of two, in one transaction and one revision.

    What the kept record lacks it takes over; the names of the other become other spellings, its
    address leads on, and what was published stays so. Raises ValidationError, with nothing
    changed, if both are the same record, have two identifiers of one kind or two private
    contacts, if the kept record would belong to or follow itself, or be published by who may not.
    """
    comment = _("Merged with “%(record)s”.") % {"record": duplicate}
    with revision(by=by, comment=f"{comment} {reason}".strip()):
        gone = {"duplicate": str(duplicate), "number": duplicate.pk, "reason": reason}
        merged = _merge(keep, duplicate, by)
        note(AuditKind.MERGED, by=by, subject=keep, **gone)
    return merged


def preview(*, keep: Record, duplicate: Record, by=None) -> Merged:
    """What a merge would change; raises ValidationError as it would."""
    with transaction.atomic():
        merged = _merge(keep, duplicate, by)
        transaction.set_rollback(True)
    return merged


def _merge(keep: Record, duplicate: Record, by) -> Merged:
    _refuse(keep, duplicate)
    merged = Merged()
    # Read anew: what the caller holds may be old, and stays as it is if this is refused.
    keep, duplicate = (type(each)._base_manager.get(pk=each.pk) for each in (keep, duplicate))
    lacking = _what_is_missing(keep, duplicate)
    if "is_published" in lacking:
        _publish(keep, by)
    _keep_names(keep, duplicate, lacking)
    for relation in relations(keep):
        hand_over_rows(relation, keep, duplicate, merged)
    for relation in type(keep)._meta.many_to_many:
        others = getattr(duplicate, relation.name).exclude(pk=keep.pk)
        getattr(keep, relation.name).add(*others)
    hand_over(duplicate, to=keep.pk)
    duplicate.delete()
    keep.refresh_from_db()
    for name, value in lacking.items():
        setattr(keep, name, value)
    if isinstance(keep, Institution):
        _keep_kinds(keep, duplicate)
    _refuse_loops(keep)
    keep.full_clean()
    keep.save()
    merged.taken = _in_words(keep, lacking)
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


def _publish(keep: Record, by) -> None:
    """A merge is no side door: what goes on the site by it is approved like anything else."""
    if by is not None and not by.has_perm(PUBLISH):
        raise ValidationError(
            _("“%(record)s” would be published by this: keep the other record.") % {"record": keep},
            code="publishes",
        )
    approve([keep], by=by)


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


def _keep_kinds(keep: Institution, duplicate: Institution) -> None:
    """What the other one was, this one is too; no further kind repeats the main one."""
    kinds = {each.kind for each in keep.further_kinds.all()}
    if duplicate.kind not in kinds:
        keep.further_kinds.create(kind=duplicate.kind)
    keep.further_kinds.filter(kind=keep.kind).delete()
    if keep.represents == keep.country:
        keep.represents = ""


def _keep_names(keep: Record, duplicate: Record, lacking: dict[str, object]) -> None:
    """Record the names of the duplicate that the kept record has not and does not take over."""
    known = {(name.text, name.language) for name in keep.names.all()}
    known |= {(name.text, name.language) for name in duplicate.names.all()}
    for name, kind in (("name", NameKind.ALIAS), ("short_name", NameKind.ACRONYM)):
        for language in LANGUAGES:
            column = f"{name}_{language}"
            text = getattr(duplicate, column, "") or ""
            said = lacking.get(column) or getattr(keep, column, "")
            if text and text != said and (text, language) not in known:
                keep.names.create(text=text, language=language, kind=kind)
                known.add((text, language))


def _what_is_missing(keep: Record, duplicate: Record) -> dict[str, object]:
    """What the duplicate says and the kept record does not, by column."""
    found: dict[str, object] = {}
    for each in type(keep)._meta.concrete_fields:
        if each.name not in OWN and not each.name.endswith("_precision"):
            found |= _taken_over(keep, duplicate, each)
    if OF_THE_PHOTO in found and "photo" not in found:
        del found[OF_THE_PHOTO]
    if duplicate.is_published and not keep.is_published:
        # Its address is known: it must not lead to nothing.
        found["is_published"] = True
    return found | _domains(keep, duplicate)


def _taken_over(keep: Record, duplicate: Record, each: models.Field) -> dict[str, object]:
    if each.name == "parent":
        # What it belongs to; if that was the duplicate, what that belonged to.
        whole = duplicate.parent_id if keep.parent_id in (None, duplicate.pk) else None
        return {"parent_id": whole} if whole and whole != keep.pk else {}
    return missing(keep, duplicate, each)


def _domains(keep: Record, duplicate: Record) -> dict[str, object]:
    """The web domains of both, that of a website which is not kept among them."""
    if isinstance(keep, Official):
        return {}
    lost = domain_of(duplicate.website) if keep.website else ""
    lost = "" if lost == domain_of(keep.website) else lost
    both = dict.fromkeys([*keep.domains.split(), *duplicate.domains.split(), lost])
    text = " ".join(domain for domain in both if domain)
    return {"domains": text} if text != keep.domains else {}


def _in_words(keep: Record, lacking: dict[str, object]) -> list[tuple[str, object]]:
    fields = {each.attname: each for each in type(keep)._meta.concrete_fields}
    return [
        (capfirst(fields[name].verbose_name), getattr(keep, fields[name].name))
        for name in lacking
        if not name.endswith("_precision")
    ]
