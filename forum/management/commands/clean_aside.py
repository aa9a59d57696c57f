from django.core.management.base import BaseCommand

from forum.services import clean_aside


class Command(BaseCommand):
    help = (
        "Drop what was set aside of forms that nobody saved within a day, with its files. The"
        " site does so itself whenever something is set aside; run it daily to be sure."
    )

    def handle(self, verbosity, **options):
        dropped = clean_aside()
        if verbosity:
            self.stdout.write(f"{dropped} dropped.")
