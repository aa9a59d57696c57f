from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _

from agreements.life.months import add_month_arithmetic


class AgreementsConfig(AppConfig):
    name = "agreements"
    verbose_name = _("Agreements")

    def ready(self):
        from agreements import findable, kept  # noqa: F401 - they register what they say

        connection_created.connect(add_month_arithmetic)
