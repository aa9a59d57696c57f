from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DelegationsConfig(AppConfig):
    name = "delegations"
    verbose_name = _("People and institutions")

    def ready(self):
        # They register what they say.
        from delegations import (  # noqa: F401
            derived,
            filters,
            findable,
            guarded,
            intake,
            kept,
            mentioned,
            occupied,
            personal,
        )
        from delegations.doubles import derived as doubles  # noqa: F401 - of what is findable
