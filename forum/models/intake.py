"""Lists that staff took in: what each row said, and what is to become of it.

Working data, which is deleted after a time; the revision that a list became stays.
"""

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.choices import IntakeState, RowState
from forum.records.constraints import one_of

# So long the rows of a list stay, after nobody has touched it any more.
KEPT_FOR = dt.timedelta(days=30)


class IntakeQuerySet(models.QuerySet):
    def tidy(self) -> None:
        """Delete the rows of lists that were left alone for long, and lists never saved."""
        old = self.filter(touched_at__lt=timezone.now() - KEPT_FOR)
        IntakeRow.objects.filter(intake__in=old).delete()
        old.filter(revision=None).delete()


class Intake(models.Model):
    """A list that somebody pasted, uploaded or typed, of one kind, for one place."""

    kind = models.CharField(max_length=40)
    # The keys of the records that its rows stand in: {"event": 3}.
    place = models.JSONField(default=dict)
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    source = models.CharField(_("from the file"), max_length=200, blank=True)
    headings = models.JSONField(default=list)
    # Which declared column each column of the sheet is; empty where it is none.
    columns = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=IntakeState, default=IntakeState.READING)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="intakes",
        verbose_name=_("author"),
    )
    author_name = models.CharField(max_length=200, blank=True)
    started_at = models.DateTimeField(_("started at"), auto_now_add=True)
    touched_at = models.DateTimeField(_("changed at"), auto_now=True)
    # How many rows became what, by their state: it stays when the rows are deleted.
    counts = models.JSONField(default=dict)
    revision = models.ForeignKey(
        "reversion.Revision", on_delete=models.SET_NULL, null=True, related_name="intakes"
    )

    objects = IntakeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [one_of("state", IntakeState)]

    def __str__(self):
        return f"{self.kind} {self.pk}"


class IntakeRow(models.Model):
    """A row of a list: as it was, as it is read now, and what staff decided about it."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    raw = models.JSONField(default=list)
    # What stands in each declared column, as text.
    values = models.JSONField(default=dict)
    # Of each record that the row names: candidates, and which of them is meant.
    answers = models.JSONField(default=dict)
    is_left_out = models.BooleanField(default=False)
    # An earlier row that says the same.
    twin = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, choices=RowState, default=RowState.WAITING)

    class Meta:
        ordering = ["intake", "position"]
        constraints = [
            one_of("state", RowState),
            models.UniqueConstraint(
                fields=["intake", "position"], name="forum_intakerow_position_once"
            ),
        ]
        indexes = [models.Index(fields=["intake", "state"], name="forum_intakerow_state")]

    def __str__(self):
        return f"{self.intake} {self.position}"


class IntakeSign(models.Model):
    """Something by which a row is told to say the same as another one of its list."""

    row = models.ForeignKey(IntakeRow, on_delete=models.CASCADE, related_name="signs")
    text = models.CharField(max_length=400, db_index=True)

    def __str__(self):
        return self.text


class IntakeHeadings(models.Model):
    """What staff said that the headings of a sheet mean: they need not say it twice."""

    kind = models.CharField(max_length=40)
    headings = models.JSONField()
    digest = models.CharField(max_length=64)
    columns = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "digest"], name="forum_intakeheadings_once")
        ]

    def __str__(self):
        return f"{self.kind}: {', '.join(self.headings)}"
