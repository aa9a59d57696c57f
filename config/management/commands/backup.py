import datetime as dt
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config.backup import making, retention
from config.backup.folder import archives, name_of
from config.backup.reporting import Progress, required_passphrase, told


class Command(BaseCommand):
    help = (
        "Make one archive of the database and of all uploaded files, while the site runs:"
        " consistent, checksummed, verified before it takes its name. docs/backup.md has the plan."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--to",
            metavar="PATH",
            help="a folder, or a file that ends in .tar; default: the setting BACKUP_FOLDER",
        )
        parser.add_argument(
            "--keep",
            metavar="RETENTION",
            help="afterwards delete older archives in the folder: how many to keep, or for example"
            " “7 daily 4 weekly 12 monthly”",
        )
        parser.add_argument(
            "--encrypt",
            action="store_true",
            help="under the passphrase in the file that BACKUP_PASSPHRASE_FILE names",
        )
        parser.add_argument(
            "--rows-only",
            action="store_true",
            help="leave out the database's own dump, which restore does not need",
        )
        parser.add_argument(
            "--check-age",
            type=float,
            metavar="HOURS",
            help="make none: fail if the newest archive in the folder is older than that",
        )

    def handle(self, *, to, keep, encrypt, rows_only, check_age, verbosity, **options):
        path = Path(to or settings.BACKUP_FOLDER)
        now = timezone.now()
        if check_age is not None:
            self._check_age(path, dt.timedelta(hours=check_age), now)
            return
        rules = self._retention(keep, path)
        target = path if path.suffix == ".tar" else path / name_of(now)
        with told(), Progress(self.stdout, verbosity) as progress:
            made = making.make(
                target,
                passphrase=required_passphrase() if encrypt else None,
                native=not rows_only,
                tell=progress.tell,
            )
            for name in made.missing:
                self.stderr.write(f"A record names a file that is not there: {name}")
            progress.done(f"{target}: {made.rows:,} rows, {made.files:,} files.")
            for old in self._prune(path, rules) if rules else ():
                progress.done(f"{old} deleted.")

    def _retention(self, keep, path):
        if keep is None:
            return None
        if path.suffix == ".tar":
            raise CommandError("--keep needs a folder: a file was named with --to.")
        try:
            return retention.parse(keep)
        except ValueError as error:
            raise CommandError(str(error)) from error

    def _prune(self, folder, rules):
        """Delete what is not kept; nothing but archives that this command has named."""
        found = archives(folder)
        for time in sorted(found.keys() - rules.kept(found)):
            found[time].unlink()
            yield found[time]

    def _check_age(self, folder, most, now):
        newest = max(archives(folder), default=None)
        if newest is None:
            raise CommandError(f"There is no backup in {folder}.")
        if now - newest > most:
            hours = (now - newest) / dt.timedelta(hours=1)
            raise CommandError(f"The newest backup in {folder} is {hours:.0f} hours old.")
