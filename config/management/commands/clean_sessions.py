from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Drop sessions that are over, and from where they were used: for once a day."

    def handle(self, **options):
        call_command("clearsessions")
        left = Session.objects.values("session_key")
        UserSession.objects.exclude(session_key__in=left).delete()
