from django.conf import settings
from django.core.management.base import BaseCommand

from config import stories

VOCABULARY = settings.BASE_DIR / "config" / "vocabulary" / "vocabulary.yaml"


class Command(BaseCommand):
    help = (
        "Load what an office begins with: a table of precedence, common offices and topics, in"
        " four languages. What is there already, by its English name, is left as it is."
    )

    def handle(self, **options):
        loaded = stories.load([VOCABULARY])
        if options["verbosity"]:
            self.stdout.write("Loaded." if loaded else "It is there already.")
