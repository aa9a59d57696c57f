from django.apps import AppConfig

# The module, not the class: Django takes a class found here for one of this app's own.
from django.contrib.admin import apps as admin_apps


class ConfigConfig(AppConfig):
    name = "config"


class EntenteAdminConfig(admin_apps.AdminConfig):
    default = False
    default_site = "config.desk.admin_site.EntenteAdminSite"

    def ready(self):
        super().ready()
        from config.desk import icons  # noqa: F401 - says yes and no in words
