from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    name = "agreements"
    verbose_name = _("Agreements")

    def ready(self):
        # They register what they say.
        from agreements import (  # noqa: F401
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
