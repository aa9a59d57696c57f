from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DelegationsConfig(AppConfig):
    name = "delegations"
    verbose_name = _("People and institutions")

    def ready(self):
        from delegations import derived, findable, intake, kept  # noqa: F401 - they register
        from delegations.doubles import derived as doubles  # noqa: F401 - of what is findable
