import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from agreements.choices import CommitmentState
from agreements.querysets import CommitmentQuerySet
from forum.models.record import Record
from forum.records.addresses import address
from forum.records.constraints import exactly_one, in_some_language, one_of
from forum.records.fields import changed_field
from forum.records.paging import OrderIndex, latest_first
from forum.records.translated import TranslatedField


class Commitment(Record):
    """A promise made in an agreement or at an event, with an owner."""

    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("agreement"),
    )
    event = models.ForeignKey(
        "forum.Event",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("event"),
        help_text=_("For a commitment that stands in no document."),
    )
    text = TranslatedField(models.TextField(_("commitment"), blank=True))
    paragraph = models.CharField(
        _("paragraph"), max_length=40, blank=True, help_text=_("Where it stands: 12, or II.3.")
    )
    responsible = models.ManyToManyField(
        "delegations.Institution",
        blank=True,
        related_name="commitments",
        verbose_name=_("responsible institutions"),
    )
    owner = models.ForeignKey(
        "delegations.Official",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("person responsible"),
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=CommitmentState, default=CommitmentState.OPEN
    )
    evidence = models.TextField(
        _("evidence"), blank=True, help_text=_("What shows that it was kept; links are welcome.")
    )
    fulfilled_by_agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="fulfils",
        verbose_name=_("fulfilled by agreement"),
    )
    fulfilled_by_outcome = models.ForeignKey(
        "agreements.Outcome",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="fulfils",
        verbose_name=_("fulfilled by outcome"),
    )
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Visitors see only public commitments.")
    )
    changed_at = changed_field()

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        # The list of staff.
        indexes = [OrderIndex(*latest_first("due_on").by(), name="agreements_latest_commitments")]
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        constraints = [
            in_some_language("text"),
            one_of("state", CommitmentState),
            exactly_one(
                "agreement",
                "event",
                rule="one_subject",
                message=_("Give an agreement or an event."),
            ),
            models.CheckConstraint(
                condition=Q(fulfilled_by_agreement__isnull=True)
                | Q(fulfilled_by_outcome__isnull=True),
                name="agreements_commitment_fulfilled_once",
                violation_error_message=_("Name one document or one outcome that fulfils it."),
            ),
            models.CheckConstraint(
                condition=Q(state=CommitmentState.FULFILLED)
                | Q(fulfilled_by_agreement__isnull=True, fulfilled_by_outcome__isnull=True),
                name="agreements_commitment_proof_only_if_fulfilled",
                violation_error_message=_("Only a fulfilled commitment names what fulfils it."),
            ),
        ]

    def __str__(self):
        return Truncator(self.text or "").chars(80)

    def get_absolute_url(self):
        return address("commitment-detail", self.pk)

    @property
    def stands_in(self):
        """The agreement or the event of the promise."""
        return self.agreement or self.event

    @property
    def is_published(self) -> bool:
        """Whether it has a page that visitors see."""
        return self.is_public and self.stands_in.is_published

    def is_overdue(self, on: dt.date) -> bool:
        """Whether its day has passed while it was neither kept nor given up."""
        is_open = self.state in (CommitmentState.OPEN, CommitmentState.UNDER_WAY)
        return is_open and self.due_on is not None and self.due_on < on
