"""Files that name a person: which there are, for staff to say which of them go."""

import re
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from reversion.models import Version

from forum.models import Attachment
from forum.personal.edits import Edits
from forum.personal.eraser import Eraser, text_columns

# What stands between words in the name of a file.
BETWEEN = re.compile(r"[\W_]+")


def files_about(eraser: Eraser, also: QuerySet | None = None) -> list[Attachment]:
    """Attachments with the person in their title, credit or file name, and others told."""
    naming = eraser.naming
    columns = [each.name for each in text_columns(Attachment)]
    named = [
        each.pk
        for each in Attachment.objects.only("file", *columns)
        if naming and naming.search(_said(each, columns))
    ]
    found = Q(pk__in=named)
    if also is not None:
        found |= Q(pk__in=also.values("pk"))
    return list(Attachment.objects.filter(found).exclude(file="").select_related("event"))


def drop_files(edits: Edits, keys: Iterable[int]) -> None:
    """Let attachments go with all their history."""
    there = [*Attachment.objects.filter(pk__in=keys).values_list("pk", flat=True)]
    of_files = Version.objects.filter(content_type=ContentType.objects.get_for_model(Attachment))
    for key in of_files.filter(object_id__in=map(str, there)).values_list("pk", flat=True):
        edits.drop(Version, key)
    for key in there:
        edits.drop(Attachment, key)


def _said(attachment: Attachment, columns: list[str]) -> str:
    name = attachment.file.name.rpartition("/")[2] if attachment.file else ""
    texts = [getattr(attachment, column) for column in columns]
    return " / ".join([*texts, BETWEEN.sub(" ", name)])
