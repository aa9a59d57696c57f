import datetime as dt
import logging

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from agreements.reminders import mail
from agreements.reminders.due import sentence

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Mail what is to be said today to those whom it concerns, each reminder once. Run it every"
        " day; a day left out is made up for by the next."
    )

    def add_arguments(self, parser):
        parser.add_argument("--on", metavar="DATE", help="as on this day, like 2031-11-17")
        parser.add_argument("--dry-run", action="store_true", help="say what would be sent")

    def handle(self, **options):
        self.is_told = options["verbosity"] > 0
        digests = mail.digests(day(options["on"]))
        if options["dry_run"]:
            self.show(digests)
            return
        failed = sum(not self.send(digest) for digest in digests)
        if failed:
            raise CommandError(
                f"{failed} of {len(digests)} recipients could not be reached: run it again later."
            )

    def show(self, digests):
        for digest in digests:
            self.tell(f"To {digest.email} ({digest.language}):")
            with override(digest.language):
                for line in digest.lines:
                    self.tell(f"- {sentence(line.due, digest.on)}")

    def send(self, digest) -> bool:
        """Send one digest; what goes wrong with it is no reason to leave out the others."""
        try:
            count = mail.send(digest)
        except mail.FAILURES as error:
            logger.exception("A digest of reminders was not sent")
            self.stderr.write(f"{digest.email}: {error or type(error).__name__}")
            return False
        self.tell(f"{digest.email}: {count} sent")
        return True

    def tell(self, text: str):
        if self.is_told:
            self.stdout.write(text)


def day(text: str | None) -> dt.date:
    """The day given as YYYY-MM-DD, or today; raises CommandError for anything else."""
    try:
        return dt.date.fromisoformat(text) if text else timezone.localdate()
    except ValueError as error:
        raise CommandError(f"{text} is no date: give one like 2031-11-17.") from error
