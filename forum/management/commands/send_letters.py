from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from forum.outbox.sending import due, send


class Command(BaseCommand):
    help = (
        "Send the letters in the outbox that are due; what fails is tried again later. Run it every"
        " few minutes (docs/entente-letters.timer)."
    )

    def handle(self, **options):
        keys = due(timezone.now())
        sent = sum(send(key, timezone.now()) for key in keys)
        if options["verbosity"] > 0 and keys:
            self.stdout.write(f"{sent} of {len(keys)} letters sent.")
        if sent < len(keys):
            raise CommandError(f"{len(keys) - sent} letters could not be sent: see the outbox.")
