from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DelegationsConfig(AppConfig):
    name = "delegations"
    verbose_name = _("People and institutions")

    def ready(self):
        from delegations import derived, filters, findable, kept  # noqa: F401 - they register
        from forum.filters import EVENT_FACETS

        EVENT_FACETS.insert(2, filters.PARTICIPANT)
