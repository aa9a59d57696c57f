from django.core.management.base import BaseCommand, CommandError

from config.access.roles import set_up
from forum.audit.trail import note
from forum.choices import AuditKind


class Command(BaseCommand):
    help = (
        "Make the groups of the roles what config/access/roles.py says: Reader, Editor, Protocol"
        " officer, Agreements officer, Publisher, Administrator. Other groups stay as they are."
    )

    def handle(self, **options):
        try:
            changed = set_up()
        except LookupError as error:
            raise CommandError(
                f"The database does not know these rights: {error}. Run manage.py migrate first."
            ) from error
        for role, (given, taken) in changed.items():
            note(AuditKind.RIGHTS_CHANGED, subject=role, given=sorted(given), taken=sorted(taken))
            self._say(f"{role}: {len(given)} rights given, {len(taken)} taken", options)
            for mark, names in (("+", given), ("-", taken)):
                for name in sorted(names) if options["verbosity"] > 1 else ():
                    self.stdout.write(f"  {mark} {name}")
        if not changed:
            self._say("The roles are as they should be.", options)

    def _say(self, text, options):
        if options["verbosity"]:
            self.stdout.write(text)
