from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _

from forum.records.sqlite import add_unicode_functions


class ForumConfig(AppConfig):
    name = "forum"
    verbose_name = _("Events")

    def ready(self):
        # They register what they say.
        from forum import filters, findable, guarded, kept, mentioned, occupied  # noqa: F401
        from forum.personal import apart  # noqa: F401
        from forum.records.sorting import keep_sorted

        keep_sorted()
        connection_created.connect(add_unicode_functions)
