import hashlib

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.choices import TextKind
from agreements.querysets import TextQuerySet
from forum.history.author import author
from forum.models.record import Record
from forum.records.constraints import one_of
from forum.records.fields import language_field
from forum.records.languages import language_name
from forum.uploads.fields import DocumentField
from forum.uploads.kinds import PDF
from forum.uploads.pdf import pages_of_pdf
from forum.uploads.sending import name_to_save


class Text(Record):
    """A text of an agreement: a file, a link, or a note of where the original is kept."""

    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        related_name="texts",
        verbose_name=_("agreement"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=TextKind, default=TextKind.AUTHENTIC)
    language = language_field()
    prevails = models.BooleanField(
        _("prevails"), default=False, help_text=_("This language decides if the texts differ.")
    )
    file = DocumentField(
        _("file"), upload_to="texts/", kinds=(PDF,), part_of=("agreement",), blank=True
    )
    url = models.URLField(_("link"), max_length=500, blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), null=True, blank=True, editable=False)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True, editable=False)
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Visitors see only public texts.")
    )
    original_location = models.CharField(
        _("where the original is"),
        max_length=200,
        blank=True,
        help_text=_("For example: archive of the ministry, file 12-4/2025."),
    )

    objects = TextQuerySet.as_manager()

    class Meta:
        ordering = ["agreement", "kind", "language", "pk"]
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [
            one_of("kind", TextKind),
            models.CheckConstraint(
                condition=~Q(file="") | ~Q(url="") | ~Q(original_location=""),
                name="agreements_text_is_somewhere",
                violation_error_message=_("Give a file, a link or the place of the original."),
            ),
        ]

    def __str__(self):
        language = f" ({language_name(self.language)})" if self.language else ""
        return f"{self.get_kind_display()}{language}"

    def save(self, *args, **options):
        """Keep what is known of a file that is replaced or taken away."""
        stored = type(self)._base_manager.filter(pk=self.pk).first()
        super().save(*args, **options)
        if stored and stored.file and stored.file.name != self.file.name:
            self.earlier_files.create(
                file=stored.file.name,
                sha256=stored.sha256,
                size=stored.size,
                pages=stored.pages,
                replaced_by=author(),
            )

    def clean(self):
        """Measure a file that has just been chosen: checksum, size and number of pages."""
        if not self.file:
            self.sha256, self.size, self.pages = "", None, None
        elif not self.file._committed and self.file.kept is not None:
            self.pages = pages_of_pdf(self.file)
            self.file.seek(0)
            self.sha256 = hashlib.file_digest(self.file, "sha256").hexdigest()
            self.size = self.file.size
            self.file.seek(0)

    @property
    def file_name(self) -> str:
        """What its file is called where somebody saves it."""
        parts = [self.agreement.slug, self.language, "" if self.prevails else self.kind]
        return name_to_save("-".join(part for part in parts if part), self.file.name)


class EarlierFile(models.Model):
    """A file that a text had before; it stays, for staff."""

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="earlier_files")
    file = DocumentField(
        upload_to="texts/", kinds=(PDF,), part_of=("text", "agreement"), max_length=200
    )
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(null=True, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    replaced_at = models.DateTimeField(auto_now_add=True)
    replaced_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-replaced_at", "-pk"]

    def __str__(self):
        return self.file.name

    @property
    def file_name(self) -> str:
        return self.text.file_name
