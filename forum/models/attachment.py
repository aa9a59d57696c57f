from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forum.choices import AttachmentKind
from forum.models.checked import Checked
from forum.querysets import AttachmentQuerySet
from forum.records.constraints import in_some_language, one_of
from forum.records.fields import language_field, title_field
from forum.records.translated import TranslatedField
from forum.uploads.fields import DocumentField
from forum.uploads.sending import name_to_save


class Attachment(Checked):
    """A file or link that belongs to an event, or to an item of its programme."""

    event = models.ForeignKey(
        "forum.Event", on_delete=models.CASCADE, related_name="attachments", verbose_name=_("event")
    )
    session = models.ForeignKey(
        "forum.Session",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="attachments",
        verbose_name=_("programme item"),
        help_text=_("Visitors see it only with the item. Empty: it is of the event as a whole."),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=AttachmentKind, default=AttachmentKind.PROGRAMME
    )
    title = TranslatedField(title_field(help_text=_("For example: Programme as of 11 April 2023.")))
    file = DocumentField(_("file"), upload_to="attachments/", part_of=("event",), blank=True)
    url = models.URLField(_("link"), max_length=500, blank=True)
    language = language_field()
    as_of = models.DateField(
        _("as of"), null=True, blank=True, help_text=_("The day of this version.")
    )
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Visitors see only public files and links.")
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-as_of", "pk"]
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        constraints = [
            in_some_language("title"),
            one_of("kind", AttachmentKind),
            models.CheckConstraint(
                condition=~Q(file="") | ~Q(url=""),
                name="forum_attachment_file_or_link",
                violation_error_message=_("Give a file or a link."),
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        """Take over the event of the programme item.

        Raises ValidationError if the item is of another event.
        """
        if self.session is None:
            return
        if self.event_id is None:
            self.event_id = self.session.event_id
        if self.event_id != self.session.event_id:
            raise ValidationError({"session": _("That item is of another event.")})

    @property
    def file_name(self) -> str:
        """What its file is called where somebody saves it."""
        return name_to_save(self.title or "", self.file.name)
