from pathlib import Path

from django.core.management.base import BaseCommand

from config.backup import restoring
from config.backup.reporting import Progress, passphrase, told


class Command(BaseCommand):
    help = (
        "Make database and uploaded files what they were when an archive was made. Verifies the"
        " archive first, builds everything beside what is there, and changes over at once; works"
        " from SQLite to Postgres and back. Stop the site before."
    )
    # It is what mends a site that fails them.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("archive", type=Path)
        parser.add_argument(
            "--yes", action="store_true", help="replace the records and files that are there"
        )
        parser.add_argument("--check", action="store_true", help="only verify the archive")

    def handle(self, *, archive, yes, check, verbosity, **options):
        with told(), Progress(self.stdout, verbosity) as progress:
            if check:
                of = restoring.check(archive, passphrase())
                said = "is intact"
            else:
                of = restoring.restore(
                    archive, passphrase=passphrase(), replace=yes, tell=progress.tell
                )
                said = "is restored"
            for name in of.missing:
                self.stderr.write(f"A record names a file that was not there: {name}")
            progress.done(
                f"{archive} {said}: {of.rows:,} rows, {of.files:,} files, as of {of.made_at}."
            )
