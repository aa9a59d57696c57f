import os
import tempfile

os.environ |= {
    "DEBUG": "off",
    "SECRET_KEY": "for-tests-only-" * 4,
    "HTTPS": "off",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "MEDIA_ROOT": tempfile.mkdtemp(prefix="entente-tests-"),
    "SECOND_FACTOR": "off",
    "TIME_ZONE": "UTC",
    "PAGE_CACHE": "off",
    "SITE_URL": "https://entente.example.org",
}

from config.settings import *

IS_CONFIGURED = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
LOGGING["root"]["level"] = "ERROR"
# A connection kept by a thread of the live server would keep the test database from being dropped.
DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"] == "config.sqlite":
    # In memory, two connections would not wait for each other as they do in a file.
    DATABASES["default"]["TEST"] = {"NAME": f"{MEDIA_ROOT}/test.sqlite3"}
