"""Which revisions a reader is shown: of an event or of all, by whom, of which kind."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from reversion.models import Revision, Version

from forum.history.keeping import KEPT, label
from forum.models import Author, Event, Removal, Touch
from forum.rights import may, sees_all


def visible_models(user) -> list[type[Model]]:
    """Kinds of records with a history that the reader may see: none, if only what is published."""
    if not sees_all(user):
        return []
    return [model for model in KEPT if may(user, "view", model)]


def people(rows: QuerySet) -> list[str]:
    """Who made these revisions, by name."""
    authors = Author.objects.filter(revision__in=rows.order_by().values("pk"))
    return sorted(authors.values_list("name", flat=True).distinct())


def versions_of(models: list[type[Model]]) -> QuerySet:
    """What became of records of these kinds, but for those that went."""
    types = ContentType.objects.get_for_models(*models).values()
    return Version.objects.filter(content_type__in=[each.pk for each in types])


def removals_of(models: list[type[Model]]) -> QuerySet:
    """Versions that say that a record went, each with its `kind`: forum.event."""
    gone = Removal.objects.filter(pk=Cast(OuterRef("object_id"), BigIntegerField()))
    kind = ContentType.objects.get_for_model(Removal)
    rows = Version.objects.filter(content_type=kind).annotate(kind=Subquery(gone.values("model")))
    return rows.filter(kind__in=[label(model) for model in models])


def revisions(
    user, *, event: Event | None = None, by: str = "", kind: type[Model] | None = None
) -> QuerySet:
    """The newest first, without those that have nothing for the reader.

    Nor those that nobody signed and that say nothing: they keep how a record was found.
    """
    models = visible_models(user)
    models = [model for model in models if kind in (None, model)]
    rows = Revision.objects.filter(Q(author__isnull=False) | ~Q(comment=""))
    here = {"revision": OuterRef("pk")}
    rows = rows.filter(
        Exists(versions_of(models).filter(**here)) | Exists(removals_of(models).filter(**here))
    )
    if event:
        rows = rows.filter(pk__in=_of_event(event))
    if by:
        rows = rows.filter(author__name=by)
    return rows.select_related("author").order_by("-pk")


def _of_event(event: Event) -> QuerySet:
    """The revisions that concern the event, a part of it, or one of its documents."""
    documents = Q(model="agreements.agreement", key__in=event.agreements.values("pk"))
    touched = Touch.objects.filter(Q(model=label(Event), key=event.pk) | documents)
    return touched.values("version__revision")
