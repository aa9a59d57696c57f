from django.core.management.base import BaseCommand
from django.utils import timezone

from forum.audit.retention import clean_audit


class Command(BaseCommand):
    help = "Drop entries of the audit trail that are older than AUDIT_DAYS. Run it daily."

    def handle(self, verbosity, **options):
        dropped = clean_audit(timezone.now())
        if verbosity:
            self.stdout.write(f"{dropped} dropped.")
