from django.apps import AppConfig

# The module, not the class: Django takes a class found here for one of this app's own.
from django.contrib.admin import apps as admin_apps


class ConfigConfig(AppConfig):
    name = "config"

    def ready(self):
        from config.access import recording  # noqa: F401 - notices who signs in
        from config.backup import checks  # noqa: F401 - registered by being imported
        from config.caching import watching

        watching.watch()


class EntenteAdminConfig(admin_apps.AdminConfig):
    default = False
    default_site = "config.desk.admin_site.EntenteAdminSite"

    def ready(self):
        super().ready()
        from config.desk import icons  # noqa: F401 - says yes and no in words
