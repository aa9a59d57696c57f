from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _

from forum.records.sqlite import add_unicode_functions


class ForumConfig(AppConfig):
    name = "forum"
    verbose_name = _("Events")

    def ready(self):
        from forum import findable, kept, mentioned  # noqa: F401 - they register what they say
        from forum.records.sorting import keep_sorted

        keep_sorted()
        connection_created.connect(add_unicode_functions)
