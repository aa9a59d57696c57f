"""Everything comes from the environment; .env.example documents each variable."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.operations import errors, logs

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")  # Real environment variables win over the file.
# Who gave the site a key or a database keeps real records in it.
IS_CONFIGURED = not {"SECRET_KEY", "DATABASE_URL"}.isdisjoint(env.ENVIRON)

# Security: safe by default, so that forgetting a variable never opens a door.

DEBUG = env.bool("DEBUG", default=False)
# Only a debug server may run on a key that anyone can read here.
SECRET_KEY = env("SECRET_KEY", default="django-insecure-dev" if DEBUG else env.NOTSET)
# Former keys, with which what they have signed and encrypted is still read.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
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
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
# How many proxies in front add the address that they were asked from to X-Forwarded-For.
PROXIES = env.int("PROXIES", default=1 if BEHIND_PROXY else 0)
if BEHIND_PROXY:
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
    {"NAME": f"{PASSWORD_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "config.access.passwords.HasALongestLength"},
    {"NAME": f"{PASSWORD_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{PASSWORD_VALIDATION}.NumericPasswordValidator"},
    {"NAME": "config.access.passwords.IsHardToGuess"},
]

# Signing in: config/access/.

# Whether staff need a second factor.
SECOND_FACTOR = env.bool("SECOND_FACTOR", default=not DEBUG)
# A session ends so long after it was begun, and without a request.
SESSION_HOURS = env.int("SESSION_HOURS", default=12)
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=120)
# For how long a proof of who one is opens what is dangerous.
PROOF_MINUTES = env.int("PROOF_MINUTES", default=15)
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
if HTTPS:  # No neighbour in the domain can set a cookie of this name.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
PASSWORD_RESET_TIMEOUT = 3600
LOGIN_URL, LOGIN_REDIRECT_URL = "account_login", "admin:index"
ACCOUNT_ADAPTER = "config.access.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"  # The office makes the accounts.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
# allauth's own keeps a list of addresses, which nobody changes when an account's address does.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    # Wrong passwords and codes: of an account and from an address.
    "login_failed": "5/5m/key,10/m/ip,50/h/ip",
    "reauthenticate": "5/5m/user",
    "change_password": "5/5m/user",
    "reset_password": "3/h/key,20/h/ip",
    "reset_password_from_key": "20/h/ip",
}
ACCOUNT_FORMS = {
    "login": "config.access.forms.SignIn",
    "reauthenticate": "config.access.forms.ProvePassword",
    "change_password": "config.access.forms.ChangePassword",
    "set_password": "config.access.forms.SetPassword",
    "reset_password": "config.access.forms.AskForReset",
    "reset_password_from_key": "config.access.forms.ResetPassword",
}
MFA_ADAPTER = "config.access.factors.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# A code is taken in its half minute and those beside it, once.
MFA_TOTP_TOLERANCE = 1
# A browser offers passkeys without TLS on its own machine only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_FORMS = {
    "authenticate": "config.access.forms.SignInByCode",
    "reauthenticate": "config.access.forms.ProveByCode",
    "activate_totp": "config.access.forms.SetUpCodes",
    "add_webauthn": "config.access.forms.AddPasskey",
    "edit_webauthn": "config.access.forms.RenamePasskey",
    "login_webauthn": "config.access.forms.SignInByPasskey",
    "authenticate_webauthn": "config.access.forms.SecondByPasskey",
    "reauthenticate_webauthn": "config.access.forms.ProveByPasskey",
}

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
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "reversion",
    "forum",
    "delegations",
    "agreements",
    "config",
]
MIDDLEWARE = [
    "config.access.middleware.KnowTheVisitor",
    "config.operations.access.AccessLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Above all that asks the database: what is raised below it becomes a page that asks nobody.
    "config.operations.away.Away",
    "config.operations.full.Full",
    "config.operations.retrying.AskAgain",
    # Ahead of all that a page costs.
    "config.caching.middleware.KeepPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.site.middleware.SpeakTheLanguageOfTheAddress",
    # From here on, a refusal speaks the reader's language.
    "config.site.middleware.RefuseNullCharacters",
    "config.site.middleware.RefuseOddCookies",
    "config.site.middleware.RefuseOtherEncodings",
    "config.site.middleware.ReadForms",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "forum.audit.trail.KnowWhoAsks",
    "allauth.account.middleware.AccountMiddleware",
    "config.access.mail.AfterTheAnswer",
    "config.access.middleware.EndSessions",
    "config.access.middleware.AskForSecondFactor",
    # What is refused is undone, but for the note of it.
    "config.desk.refusals.NoteRefusals",
    "config.site.middleware.FollowOldAddresses",
    # Whatever a request changes is one revision. Last: it calls the view.
    "config.site.revisions.OneRevision",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "config.site.widgets.WrittenWidgets"
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
# A server that follows that of DATABASE_URL: it answers visitors, who may be moments behind.
if "DATABASE_REPLICA_URL" in env:
    DATABASES["replica"] = env.db("DATABASE_REPLICA_URL")
    DATABASE_ROUTERS = ["config.operations.replica.Router"]
    KEPT_PAGES = MIDDLEWARE.index("config.caching.middleware.KeepPages")
    # Version and pages are read from the same server.
    MIDDLEWARE.insert(KEPT_PAGES, "config.operations.replica.AskTheReplica")
if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    DATABASE["ENGINE"] = "config.sqlite"
    # Writers queue for the lock with their first write, for at most so many seconds.
    DATABASE["OPTIONS"] = {
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;"
            "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728;"
            "PRAGMA journal_size_limit=27103364;"
        ),
    }
for server in DATABASES.values():
    if server["ENGINE"] == "django.db.backends.postgresql":
        server["OPTIONS"] = {
            # A server that is gone is noticed in seconds; TCP alone would wait for minutes.
            "connect_timeout": 5,
            "keepalives_idle": 30,
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "tcp_user_timeout": 20_000,
            # Compiling a query takes Postgres ten times as long as answering one of ours. Who
            # holds locks and does nothing, as when a browser no longer reads its page, loses them.
            "options": "-c jit=off -c idle_in_transaction_session_timeout=5min",
            **server.get("OPTIONS", {}),
        }
    # The development server has a thread for each request: a kept connection would leak.
    server["CONN_MAX_AGE"] = 0 if DEBUG else env.int("CONN_MAX_AGE", default=600)
    server["CONN_HEALTH_CHECKS"] = True
# What must hold for all workers and over a restart, such as limits on signing in, needs a store
# that they share. Whoever fills it with keys of their own pushes nothing out.
CACHES = {
    "default": env.cache_url("CACHE_URL", default="dbcache://forum_cached?max_entries=100000")
}
# Where pages for visitors are kept: nowhere, in each worker's memory, or in a cache that workers
# share. While DEBUG is on, a template or a text may change under them.
PAGE_CACHE = env("PAGE_CACHE", default="off" if DEBUG else "memory")
# How much of them a worker keeps, or adds to a shared cache in an hour.
PAGE_CACHE_MB = env.int("PAGE_CACHE_MB", default=64)
if "://" in PAGE_CACHE:
    CACHES["pages"] = env.cache_url("PAGE_CACHE")
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
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEBUG
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(BASE_DIR / "media")))
MEDIA_URL = "media/"
STORAGES = {
    # Pictures: a view hands them out, to visitors only those of published records.
    "default": {
        "BACKEND": "forum.uploads.storage.PictureStorage",
        "OPTIONS": {"location": MEDIA_ROOT / "pictures"},
    },
    # Documents: only a view that has asked who may read them hands them out.
    "private": {
        "BACKEND": "forum.uploads.storage.PrivateStorage",
        "OPTIONS": {"location": MEDIA_ROOT / "private"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
# Or both in a bucket, which no visitor reaches either.
MEDIA_S3_BUCKET = env("MEDIA_S3_BUCKET", default="")
if MEDIA_S3_BUCKET:
    BUCKET = {
        "bucket_name": MEDIA_S3_BUCKET,
        "endpoint_url": env("MEDIA_S3_ENDPOINT", default="") or None,
        "region_name": env("MEDIA_S3_REGION", default="") or None,
        "default_acl": None,
        "file_overwrite": False,
    }
    STORAGES |= {
        "default": {
            "BACKEND": "forum.uploads.s3.BucketOfPictures",
            "OPTIONS": BUCKET | {"location": "pictures"},
        },
        "private": {
            "BACKEND": "forum.uploads.s3.BucketOfPrivateFiles",
            "OPTIONS": BUCKET | {"location": "private"},
        },
    }
# Where `backup` puts its archives, and the file with the passphrase of encrypted ones.
BACKUP_FOLDER = Path(env("BACKUP_FOLDER", default=str(BASE_DIR / "backups")))
BACKUP_PASSPHRASE_FILE = env("BACKUP_PASSPHRASE_FILE", default="")

# The largest file, the largest picture, and all files together.
UPLOAD_MAX_MB = env.int("UPLOAD_MAX_MB", default=50)
IMAGE_MAX_MB = env.int("IMAGE_MAX_MB", default=20)
# Decoded, a million pixels take four megabytes of memory.
IMAGE_MAX_MEGAPIXELS = env.int("IMAGE_MAX_MEGAPIXELS", default=25)
MEDIA_QUOTA_MB = env.int("MEDIA_QUOTA_MB", default=20_000)
FILE_UPLOAD_HANDLERS = [
    "forum.uploads.handlers.RefuseTooLarge",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Running

LOG_LEVEL = env("LOG_LEVEL", default="INFO")
LOG_FORMAT = env.str("LOG_FORMAT", default="plain", choices=["plain", "json"])
LOGGING = logs.configuration(form=LOG_FORMAT, level=LOG_LEVEL, holds_back=not DEBUG)

SENTRY_DSN = env("SENTRY_DSN", default="")
if SENTRY_DSN:
    errors.report_to(SENTRY_DSN)

# How many days before its end an agreement counts as expiring.
EXPIRING_DAYS = env.int("EXPIRING_DAYS", default=180)
# For how many months without a record an agreement in force counts as dormant.
DORMANT_MONTHS = env.int("DORMANT_MONTHS", default=24)
# Whether another account has to mark a record as ready before one publishes it.
REVIEW_BEFORE_PUBLICATION = env.bool("REVIEW_BEFORE_PUBLICATION", default=False)
# For how many days the audit trail is kept.
AUDIT_DAYS = env.int("AUDIT_DAYS", default=3 * 365)
# For how many days a private address works, such as that of a calendar.
PRIVATE_ADDRESS_DAYS = env.int("PRIVATE_ADDRESS_DAYS", default=365)
# How many days after an event private data of its delegations is cleared; 0: never.
PRIVATE_DAYS = env.int("PRIVATE_DAYS", default=90)

# Sending mail: smtp+tls://user:password@host:587, or consolemail:// to print it.

vars().update(
    env.email_url("EMAIL_URL", default="consolemail://" if DEBUG else "smtp://localhost:25")
)
# A transaction is open meanwhile: no server may keep it waiting for long.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("EMAIL_FROM", default=f"entente@{SITE_DOMAIN}")
# Where links in mail lead, since mail knows no request.
SITE_URL = env("SITE_URL", default="http://localhost:8000" if DEBUG else f"https://{SITE_DOMAIN}")
