from django.core.management.base import BaseCommand
from django.utils import timezone

from forum.models import Cached


class Command(BaseCommand):
    help = (
        "Drop the cached values whose time is over. The cache does so itself only once it is"
        " full; run it daily, so that nothing is kept for longer than it is needed."
    )

    def handle(self, verbosity, **options):
        dropped, _by_model = Cached.objects.filter(expires__lt=timezone.now()).delete()
        if verbosity:
            self.stdout.write(f"{dropped} dropped.")
