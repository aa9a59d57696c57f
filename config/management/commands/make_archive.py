from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config.archive.making import has_records, make
from config.archive.size import Size

LEAST = 3


class Command(BaseCommand):
    help = (
        "Fill an empty database with a made-up archive of any size, to measure with. Nothing in it"
        " is a fact: all names are composed. The same seed gives the same rows on the same day. A"
        " database that has records is refused; an archive that was left off in the middle is"
        " begun anew in an empty database."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--events",
            type=int,
            default=200,
            help=(
                "how many events; for each 5 institutions, 25 officials, 100 members of"
                " delegations and 50 agreements (default: 200)"
            ),
        )
        parser.add_argument("--seed", type=int, default=1, help="another gives other rows")

    def handle(self, events, seed, verbosity, **options):
        if events < LEAST:
            raise CommandError(f"Make at least {LEAST} events.")
        if has_records():
            raise CommandError("There are records here already: give an empty database.")
        said = {}

        def tell(what: str, done: int, total: int) -> None:
            tenth = done * 10 // max(total, 1)
            if verbosity and said.get(what) != tenth:
                said[what] = tenth
                self.stdout.write(f"{what}: {done} of {total}")
                self.stdout.flush()

        make(Size(events), seed, timezone.localdate(), tell)
