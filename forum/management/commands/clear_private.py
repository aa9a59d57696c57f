import datetime as dt

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date

from forum.personal.aging import clear, ended, endless, private_of


class Command(BaseCommand):
    help = (
        "Clear the private data of events that ended more than PRIVATE_DAYS days ago: arrivals,"
        " contacts and notes of their delegations, briefs of meetings, in records, their history"
        " and lists taken in. Run it every day; what is cleared cannot be brought back."
    )

    def add_arguments(self, parser):
        parser.add_argument("--on", metavar="DATE", help="as on this day, like 2031-11-17")
        parser.add_argument("--dry-run", action="store_true", help="say what would be cleared")

    def handle(self, on, dry_run, verbosity, **options):
        self.is_told = verbosity > 0
        if not settings.PRIVATE_DAYS:
            self.tell("PRIVATE_DAYS is 0: nothing is ever cleared.")
            return
        for event in ended(_day(on), settings.PRIVATE_DAYS).iterator(100):
            counts = private_of(event).total() if dry_run else clear(event)
            if counts:
                rows = ", ".join(f"{label} {number}" for label, number in sorted(counts.items()))
                self.tell(f"{event.slug}: {rows}")
        for event in endless():
            self.tell(f"{event.slug}: left alone, since it is postponed or has no date")

    def tell(self, text: str) -> None:
        if self.is_told:
            self.stdout.write(text)


def _day(text: str | None) -> dt.date:
    try:
        day = parse_date(text) if text else timezone.localdate()
    except ValueError:
        day = None
    if day is None:
        raise CommandError(f"{text} is no day: write it like 2031-11-17.")
    return day
