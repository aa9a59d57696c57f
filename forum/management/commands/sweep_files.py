import datetime as dt

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from forum.uploads.sweeping import stores


class Command(BaseCommand):
    help = (
        "Delete files that no record, no earlier version and no form names: what a killed process"
        " or a full disk left behind. Fails, and lists them, if a record names a file that is not"
        " there: such a file is in a backup. Run it weekly."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say what it would delete")
        parser.add_argument(
            "--older-than",
            type=float,
            default=24,
            metavar="HOURS",
            help="leave younger files alone, whose record may be on its way; 24 if not given",
        )

    def handle(self, dry_run, older_than, verbosity, **options):
        before = timezone.now() - dt.timedelta(hours=older_than)
        said = "Would delete" if dry_run else "Deleted"
        lost = []
        for store in stores():
            for name in store.unnamed(before=before):
                if not dry_run:
                    store.storage.delete(name)
                if verbosity:
                    self.stdout.write(f"{said}: {name}")
            lost += store.lost()
        self.tell(lost)

    def tell(self, lost):
        """Fail if rows name files that are not there."""
        for each in lost:
            self.stderr.write(f"{each.row} names a file that is not there: {each.name}")
        if lost:
            raise CommandError(f"Rows that name a file which is not there: {len(lost)}.")
