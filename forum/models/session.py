from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from forum.choices import SessionKind, Visibility
from forum.models.slot import TimeSlot
from forum.querysets import SessionQuerySet
from forum.records.addresses import address
from forum.records.constraints import one_of
from forum.records.fields import (
    changed_field,
    language_field,
    languages_field,
    position_field,
    title_field,
)
from forum.records.paging import OrderIndex, latest_first
from forum.records.translated import TranslatedField
from forum.records.trees import depth, height, would_loop


class Session(TimeSlot):
    """An item of an event's programme; items can stand under items."""

    MAX_DEPTH = 4

    event = models.ForeignKey(
        "forum.Event", on_delete=models.CASCADE, related_name="sessions", verbose_name=_("event")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="items",
        verbose_name=_("under"),
        help_text=_(
            "The longer item that this one is a part of. The list is that of the event: choose the"
            " event and save first, or begin on the event's page."
        ),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=SessionKind, default=SessionKind.ADDRESS
    )
    title = TranslatedField(title_field(help_text=_("May stay empty: the kind is shown.")))
    original_title = title_field(
        name=_("title as printed"),
        help_text=_("The title of a lecture in the language in which it was announced."),
    )
    original_language = language_field(_("language of the printed title"))
    abstract = TranslatedField(models.TextField(_("abstract"), blank=True))
    venue = models.ForeignKey(
        "forum.Venue",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name=_("venue"),
        help_text=_("Only where it differs from the event's venue."),
    )
    expected = models.PositiveIntegerField(
        _("people expected"),
        null=True,
        blank=True,
        help_text=_("As many as the room has to hold. Never public."),
    )
    languages = languages_field()
    visibility = models.CharField(
        _("visible to"), max_length=20, choices=Visibility, default=Visibility.PUBLIC
    )
    position = position_field()
    changed_at = changed_field()

    objects = SessionQuerySet.as_manager()

    class Meta(TimeSlot.Meta):
        ordering = ["event", "day", "is_after_midnight", "starts_at", "position"]
        # The list of staff.
        indexes = [OrderIndex(*latest_first("day").by(), name="forum_latest_sessions")]
        verbose_name = _("programme item")
        verbose_name_plural = _("programme")
        constraints = [
            *TimeSlot.Meta.constraints,
            one_of("kind", SessionKind),
            one_of("visibility", Visibility),
        ]

    def __str__(self):
        untitled = f"{self.get_kind_display()} {self.position or ''}".strip()
        name = self.title or self.original_title or untitled
        return f"{self.starts_at:%H:%M} {name}" if self.starts_at else name

    def get_absolute_url(self):
        return address("event-session", self.event.slug, self.pk)

    @property
    def name(self) -> str:
        """What it is called to the reader."""
        return self.title or self.original_title or capfirst(self.get_kind_display())

    @property
    def has_entry(self) -> bool:
        """Whether it stands in a calendar by itself: at its time, or all day long on its day.

        What has no time and is a part of something belongs to that.
        """
        return bool(self.begins or (self.day and not self.parent_id))

    def clean(self):
        """Keep an item, its files and its parts in one event, without a loop and not too deep.

        Raises ValidationError.
        """
        if self.pk and self.items.exclude(event=self.event_id).exists():
            raise ValidationError(
                {"event": _("This item has parts: take them out of it before you move it.")}
            )
        if self.pk and self.attachments.exclude(event=self.event_id).exists():
            raise ValidationError(
                {"event": _("This item has files: take them out of it before you move it.")}
            )
        if self.event_id and self.parent_id:
            self._clean_parent()

    def _clean_parent(self):
        if self.parent.event_id != self.event_id:
            raise ValidationError({"parent": _("The item above is of another event.")})
        if self.day and self.parent.day and self.day != self.parent.day:
            raise ValidationError({"day": _("The item above is on another day.")})
        if would_loop(self, "parent"):
            raise ValidationError({"parent": _("An item cannot be a part of itself.")})
        if depth(self, "parent") + height(self, "items") - 1 > self.MAX_DEPTH:
            raise ValidationError({"parent": _("Items can be nested four deep.")})
