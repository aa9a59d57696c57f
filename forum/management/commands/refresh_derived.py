from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from forum.derived import DERIVATIONS
from forum.derived.refresh import forget_unknown, rebuild, refresh
from forum.derived.registry import in_turn
from forum.derived.turning import turn


class Command(BaseCommand):
    help = (
        "Write anew what is derived from the records: all of it, or the derivations named. Needed"
        " after changes by SQL, and after an update that changes how something is derived; what a"
        " crash left undone is taken up by --stale, and by any change that follows."
    )

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", metavar="NAME", help="; ".join(DERIVATIONS))
        parser.add_argument("--stale", action="store_true", help="only what is marked as stale")

    def handle(self, names, stale, verbosity, **options):
        if unknown := [name for name in names if name not in DERIVATIONS]:
            known = ", ".join(DERIVATIONS)
            raise CommandError(f"Nothing is called {', '.join(unknown)}. There are: {known}.")
        forget_unknown()
        turn(timezone.localdate())
        if stale:
            refresh()
            return
        for name in names or [each.name for each in in_turn()]:

            def tell(done, total, name=name):
                if verbosity:
                    self.stdout.write(f"{name}: {done} of {total}")

            rebuild(DERIVATIONS[name], tell)
