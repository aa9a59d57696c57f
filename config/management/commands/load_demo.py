from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config import demo, stories
from config.demo.guard import refuse_if_configured
from config.management.commands.load_vocabulary import VOCABULARY

DEMO = Path(demo.__file__).parent


class Command(BaseCommand):
    help = (
        "Load the demonstration: real forums, with their sources. Stories that are there already"
        " are left as they are; if one cannot be read, nothing is changed. A configured site is"
        " refused."
    )

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only refuse a configured site")

    def handle(self, **options):
        refuse_if_configured()
        if options["check"]:
            return
        try:
            loaded = stories.load([VOCABULARY, *sorted(DEMO.glob("*.yaml"))])
        except stories.StoryError as error:
            raise CommandError(str(error)) from error
        if options["verbosity"]:
            said = f"Loaded {', '.join(loaded)}." if loaded else "The demo is there already."
            self.stdout.write(said)
