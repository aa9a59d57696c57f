import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup(set_prefix=False)

from config.site.requests import Handler  # noqa: E402 - which needs the settings

application = Handler()
