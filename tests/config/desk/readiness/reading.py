"""What the board of an event says, for tests."""

from django.contrib.auth import get_user_model

from config.desk.readiness.board import board
from forum.models import Event


def somebody_of_staff():
    user = get_user_model()
    return user.objects.filter(username="all").first() or user.objects.create_superuser("all")


def said(event: Event, *checks: str) -> dict[str, list[str]]:
    """What is open, by check: of some checks, or of all but what lacks a language."""
    return {
        group.check.name: [finding.said for finding in group.open]
        for group in board(event, somebody_of_staff()).groups
        if group.open
        and (group.check.name in checks if checks else group.check.name != "untranslated")
    }
