from django.core.management.commands import flush
from django.db import connections

from forum.audit.triggers import dropped


class Command(flush.Command):
    """Django's command, which empties the audit trail too: whoever runs it has been asked."""

    def handle(self, **options):
        with dropped(connections[options["database"]]):
            super().handle(**options)
