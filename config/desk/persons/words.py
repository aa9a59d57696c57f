"""What staff call the rows that an erasure touches beside the records."""

from django.contrib.admin.models import LogEntry
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from reversion.models import Revision, Version

from forum.models import AsideFile, AsideForm, Erasure, Intake, IntakeRow, Removal

WORDS = {
    Version: _("Earlier states in the history of records"),
    Revision: _("Sentences about changes"),
    Removal: _("Records that were deleted and could be brought back"),
    LogEntry: _("Entries in the log of the admin"),
    Intake: _("Names of files of lists"),
    IntakeRow: _("Rows of lists taken in"),
    AsideForm: _("Forms set aside"),
    AsideFile: _("Files set aside"),
    Erasure: _("Reasons of earlier erasures"),
}


def called(model: type[Model]) -> str:
    return str(WORDS.get(model, capfirst(model._meta.verbose_name_plural)))
