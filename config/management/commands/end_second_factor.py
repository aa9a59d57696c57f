from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from config.access.factors import take_off
from forum.audit.trail import note
from forum.choices import AuditKind


class Command(BaseCommand):
    help = "Take the second factor and the recovery codes off an account whose owner lost them."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the user name of the account")

    @transaction.atomic
    def handle(self, name, **options):
        user = get_user_model().objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no account with the user name {name}.")
        ended = take_off(user)
        note(AuditKind.OPERATED, subject=user, command="end_second_factor", ended=ended)
        self.stdout.write(f"{name} signs in by the password alone until a factor is set up again.")
