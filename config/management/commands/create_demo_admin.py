from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from config.demo.guard import refuse_if_configured

NAME, PASSWORD = "admin", "entente-demo"


class Command(BaseCommand):
    help = "Create an administrator with a known password, on a debug server only."

    def handle(self, **options):
        refuse_if_configured()
        if not settings.DEBUG:
            raise CommandError("A known password is for a debug server only: use createsuperuser.")
        users = get_user_model().objects
        user = users.filter(username=NAME).first() or users.create_superuser(
            NAME, password=PASSWORD
        )
        if user.check_password(PASSWORD):
            self.stdout.write(f"Sign in at /admin/ as {NAME} with the password {PASSWORD}")
        else:
            self.stdout.write(f"Sign in at /admin/ as {NAME} with the password that you set.")
