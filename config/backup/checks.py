from django.conf import settings
from django.core.checks import Error, register

from config.backup import files


@register
def restore_was_ended(app_configs, **options):
    """Say on every command that a restore was killed while it changed over."""
    begun = files.interrupted(settings.MEDIA_ROOT)
    if begun is None:
        return []
    return [
        Error(
            "A restore was interrupted: database and files may be of two states.",
            hint=f"Run: manage.py restore {begun} --yes",
            id="config.E001",
        )
    ]
