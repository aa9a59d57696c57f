"""The demonstration is for a checkout that nobody has configured."""

from django.conf import settings
from django.core.management import CommandError


def refuse_if_configured() -> None:
    """Raise CommandError if a key or a database was given: real records are kept there."""
    if settings.IS_CONFIGURED:
        raise CommandError(
            "This checkout is configured: SECRET_KEY or DATABASE_URL is set, in the environment or"
            " in .env, and the demonstration does not belong among real records. Run it in a"
            " checkout of its own, without them. For your site: manage.py migrate, then"
            " manage.py createsuperuser."
        )
