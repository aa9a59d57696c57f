from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError

from config.access.roles import ROLES, set_up
from config.demo.guard import refuse_if_configured

NAME, PASSWORD = "admin", "entente-demo"


class Command(BaseCommand):
    help = (
        "Create a superuser and an account for each role with a known password, on a debug server"
        " only."
    )

    def handle(self, **options):
        refuse_if_configured()
        if not settings.DEBUG:
            raise CommandError("A known password is for a debug server only: use createsuperuser.")
        set_up()
        accounts = [self._account(name) for name in (NAME, *(role.name for role in ROLES))]
        known = [user.username for user in accounts if user.check_password(PASSWORD)]
        if NAME in known:
            self.stdout.write(f"Sign in at /admin/ as {NAME} with the password {PASSWORD}")
        else:
            self.stdout.write(f"Sign in at /admin/ as {NAME} with the password that you set.")
        others = ", ".join(name for name in known if name != NAME)
        self.stdout.write(f"To try what a role may do, with the password {PASSWORD}: {others}")

    def _account(self, name: str):
        """The account of a role, or of the superuser; what is there already stays as it is."""
        users, username = get_user_model().objects, name.lower().replace(" ", "-")
        known = users.filter(username=username).first()
        if known:
            return known
        if name == NAME:
            return users.create_superuser(username, password=PASSWORD)
        user = users.create_user(username, password=PASSWORD, is_staff=True)
        user.groups.set([Group.objects.get(name=name)])
        return user
