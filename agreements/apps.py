from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgreementsConfig(AppConfig):
    name = "agreements"
    verbose_name = _("Agreements")

    def ready(self):
        # They register what they say.
        from agreements import derived, findable, intake, kept, mentioned  # noqa: F401
