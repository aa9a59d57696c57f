"""Everything comes from the environment; .env.example documents each variable."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")  # Real environment variables win over the file.
# Who gave the site a key or a database keeps real records in it.
IS_CONFIGURED = not {"SECRET_KEY", "DATABASE_URL"}.isdisjoint(env.ENVIRON)

# Security: safe by default, so that forgetting a variable never opens a door.

DEBUG = env.bool("DEBUG", default=False)
# Only a debug server may run on a key that anyone can read here.
SECRET_KEY = env("SECRET_KEY", default="django-insecure-dev" if DEBUG else env.NOTSET)
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if DEBUG else []
)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HTTPS = env.bool("HTTPS", default=not DEBUG)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=3600) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
# Health checks come from the machine itself or its load balancer, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
# Preloading binds a whole domain for years: its owner's decision, not an application's.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
    }
}
PERMISSIONS_POLICY = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb")
}
PASSWORD_VALIDATION = "django.contrib.auth.password_validation"  # noqa: S105
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{PASSWORD_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{PASSWORD_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{PASSWORD_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{PASSWORD_VALIDATION}.NumericPasswordValidator"},
]

# An agreement with twenty rows of each of its parts has some 2,500 fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
CSRF_FAILURE_VIEW = "config.desk.refusals.stale_form"

# The application

INSTALLED_APPS = [
    "config.apps.EntenteAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "csp",
    "reversion",
    "forum",
    "delegations",
    "agreements",
    "config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    # From here on, a refusal speaks the reader's language.
    "config.site.middleware.RefuseNullCharacters",
    "config.site.middleware.RefuseOtherEncodings",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Whatever a request changes is one revision, by whoever is signed in.
    "reversion.middleware.RevisionMiddleware",
    "config.site.middleware.FollowOldAddresses",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.site.context_processors.site",
            ],
        },
    },
]
SITE_NAME = env("SITE_NAME", default="Entente")
# What makes the identifiers of calendar entries unique in the world: never change it.
SITE_DOMAIN = env("SITE_DOMAIN", default=(ALLOWED_HOSTS or ["localhost"])[0])

# Data

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
DATABASE = DATABASES["default"]
if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    # Writers queue for the lock at BEGIN instead of failing in the middle.
    DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;"
            "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728;"
            "PRAGMA journal_size_limit=27103364;"
        ),
    }
# The development server has a thread for each request: a kept connection would leak.
DATABASE["CONN_MAX_AGE"] = 0 if DEBUG else env.int("CONN_MAX_AGE", default=600)
DATABASE["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Languages and time

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("kk", _("Kazakh")), ("ru", _("Russian")), ("et", _("Estonian"))]
FORMAT_MODULE_PATH = "config.formats"
# Our own texts, and what Django itself says in words that suit our records.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "django"]
# In which other languages a reader is shown what is not translated, the best first.
CONTENT_FALLBACKS = {
    "default": ("en", "ru", "kk", "et"),
    "kk": ("ru", "en", "et"),
    "ru": ("en", "kk", "et"),
    "et": ("en", "ru", "kk"),
}
# What the office calls a country where CLDR has another name: {language: {code: name}}.
COUNTRY_NAMES = env.json("COUNTRY_NAMES", default={"ru": {"KG": "Кыргызстан"}})
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", default="UTC")

# Files

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEBUG
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(BASE_DIR / "media")))
MEDIA_URL = "media/"
STORAGES = {
    # Pictures that anybody may see.
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT / "public"},
    },
    # Documents: only a view that has asked who may read them hands them out.
    "private": {
        "BACKEND": "forum.records.storage.PrivateStorage",
        "OPTIONS": {"location": MEDIA_ROOT / "private"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}

# Running

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
}

# How many days before its end an agreement counts as expiring.
EXPIRING_DAYS = env.int("EXPIRING_DAYS", default=180)
# For how many months without a record an agreement in force counts as dormant.
DORMANT_MONTHS = env.int("DORMANT_MONTHS", default=24)
# The largest text that can be uploaded.
TEXT_MAX_MB = env.int("TEXT_MAX_MB", default=50)

# Sending mail: smtp+tls://user:password@host:587, or consolemail:// to print it.

vars().update(
    env.email_url("EMAIL_URL", default="consolemail://" if DEBUG else "smtp://localhost:25")
)
# A transaction is open meanwhile: no server may keep it waiting for long.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("EMAIL_FROM", default=f"entente@{SITE_DOMAIN}")
# Where links in mail lead, since mail knows no request.
SITE_URL = env("SITE_URL", default="http://localhost:8000" if DEBUG else f"https://{SITE_DOMAIN}")
