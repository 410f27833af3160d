"""Every setting by its name; what differs between installations comes from the environment (see the README).

What takes more than a few lines stands in a module of its own: storage, sign_on, database, broker, programs, logs,
errors_elsewhere.
"""

import logging
from pathlib import Path

from csp.constants import NONE, SELF
from kombu import Exchange, Queue

from scrutiny import broker, database, logs, programs, sign_on, storage
from scrutiny.secret import Environment, kept_secret

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()

# --- where things are kept: everything that an installation makes lies in one folder ------------------------------

VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var"))).resolve()
VAR_DIR.mkdir(parents=True, exist_ok=True)

MEDIA_ROOT = Path(env.str("PAPERS_DIR", default=str(VAR_DIR / "papers")))
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATIC_URL = "/static/"
STATICFILES_DIRS = [(part, BASE_DIR / "static" / part) for part in ("built", "images", "js")]
STORAGES = storage.storages(env)
WHITENOISE_MAX_AGE = 3600

# --- who may reach it ---------------------------------------------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret(VAR_DIR / "secret")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# HTTPS=1 says that a proxy in front speaks HTTPS and sets X-Forwarded-Proto itself.
HTTPS = env.bool("HTTPS", default=False)
if HTTPS:  # browsers take cookies of these names from this host alone
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]  # probes come without a proxy
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 12 * 3600  # seconds from signing in to signing in again
SESSION_IDLE_AGE = env.int("SESSION_IDLE_MINUTES", default=120) * 60
SESSION_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # in no cookie of their own
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- the parts ----------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "minutes",
    "ingest",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_filters",
    "django_htmx",
    "django_prometheus",
    "django_structlog",
    "rest_framework",
    "drf_spectacular",
]

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "scrutiny.logs.RequestLog",
    "scrutiny.requests.NoSecretsInTheClear",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "scrutiny.headers.Headers",
    "scrutiny.requests.KnownMethods",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "scrutiny.requests.SignOnFromHere",
    "minutes.audit.middleware.Audited",
    "scrutiny.sessions.SessionsEnd",
    "scrutiny.sessions.SecondStepFirst",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "scrutiny.obedient_marks.ObedientMarks",
    "django_htmx.middleware.HtmxMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

ROOT_URLCONF = "scrutiny.urls"
WSGI_APPLICATION = "scrutiny.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
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
            ],
        },
    },
]

# --- people -------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "minutes.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "scrutiny.passwords.NotCommonInDisguise"},
    {"NAME": "scrutiny.passwords.NotOfThePlace"},
]
PASSWORD_RESET_TIMEOUT = 3600  # seconds; a new link can be asked for at any time
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "minutes.accounts.AccountsByInvitation"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator gave the address
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # within five minutes before somebody changes how they sign in
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""  # the subjects say whose they are

# A second step, required of officers and administrators wherever the site is served to others.
MFA_ADAPTER = "minutes.accounts.SecondFactor"
MFA_REQUIRED = env.bool("MFA_REQUIRED", default=HTTPS)
MFA_REQUIRED_OF_COUNCILLORS = env.bool("MFA_REQUIRED_OF_COUNCILLORS", default=False)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an administrator gave the address
MFA_TOTP_ISSUER = "Scrutiny records"
MFA_TOTP_TOLERANCE = 0  # a code lasts for its 30 seconds
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

# Wrong passwords: ten a minute from one address, five in five minutes for one account.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/300s/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)

# A council's own sign-on by OpenID Connect, where it is named.
SOCIALACCOUNT_ADAPTER = "minutes.accounts.SignOnOfTheCouncil"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_LOGIN_ON_GET = True  # by a link: a form may not lead to another site (see form-action above)
# Whether the council's sign-on asks for a second step itself; "0" has ours asked for too.
OIDC_HAS_SECOND_STEP = env.bool("OIDC_HAS_SECOND_STEP", default=True)
SOCIALACCOUNT_PROVIDERS = sign_on.providers(env)
OIDC_ISSUER = env.str("OIDC_ISSUER", default="")  # where it is not the address of OIDC_SERVER

# --- database, cache, mail ----------------------------------------------------------------------------------------

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'scrutiny.sqlite3'}")}
database.settle(DATABASES["default"], VAR_DIR)
DATABASE_PATIENCE = env.float("DATABASE_PATIENCE", default=30.0)  # seconds that web and worker wait for PostgreSQL

CACHES = {"default": env.cache_url("CACHE_URL", default=f"filecache://{VAR_DIR / 'cache'}")}
if CACHES["default"]["BACKEND"] == "django.core.cache.backends.redis.RedisCache":
    CACHES["default"]["BACKEND"] = "scrutiny.cache.MayBeAway"
    CACHES["default"]["OPTIONS"] = {"socket_timeout": 2, "socket_connect_timeout": 1}

vars().update(env.email_url("EMAIL_URL", default="filemail://"))
EMAIL_FILE_PATH = VAR_DIR / "mail"
SITE_ADDRESS = env.str("SITE_ADDRESS", default="http://localhost:8000")  # where links in mails lead
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("MAIL_FROM", default="Scrutiny records <scrutiny@localhost>")

# --- the queue: the broker only wakes a worker, so a message that is lost costs time and never a document -----------

CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default="filesystem://localhost/")
CELERY_BROKER_TRANSPORT_OPTIONS = broker.transport_options(
    CELERY_BROKER_URL, VAR_DIR / "queue", env.str("QUEUE_PREFIX", default="")
)
CELERY_WORKER_ENABLE_REMOTE_CONTROL = not broker.is_folder(CELERY_BROKER_URL)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Pictures of pages stand in a queue of their own: a worker takes from both in turn, so no paper waits behind them.
CELERY_TASK_QUEUES = [Queue("celery"), Queue("pictures", Exchange("pictures"), routing_key="pictures")]
CELERY_TASK_ROUTES = {"minutes.papers.tasks.*": {"queue": "pictures"}}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0.2}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_TIMEZONE = "Europe/London"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "tidy": {"task": "ingest.tasks.tidy", "schedule": 24 * 3600.0},
    "sweep": {"task": "ingest.tasks.sweep", "schedule": 30.0, "options": {"expires": 25}},
    "tell": {"task": "minutes.following.tasks.tell", "schedule": 300.0, "options": {"expires": 280}},
}

# --- papers -------------------------------------------------------------------------------------------------------

UPLOAD_LIMIT = env.int("UPLOAD_LIMIT_MB", default=50) * 1024 * 1024  # bytes, one file
DATA_UPLOAD_MAX_NUMBER_FILES = 500
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler", "ingest.uploads.UpToTheLimit"]

# --- what is shown ------------------------------------------------------------------------------------------------

# How many of a committee's meetings a member attended, as a percentage: sensitive, so it is for a council to decide.
SHOW_ATTENDANCE_PERCENTAGES = env.bool("SHOW_ATTENDANCE_PERCENTAGES", default=False)

# --- other programs -----------------------------------------------------------------------------------------------

API_REQUESTS_A_MINUTE = env.int("API_REQUESTS_A_MINUTE", default=120)  # of one token
REST_FRAMEWORK, SPECTACULAR_SETTINGS = programs.INTERFACE, programs.DESCRIPTION

# --- language, time, logging --------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
DATE_FORMAT = "j F Y"

LOGGING = logs.configuration(env.str("LOG_FORMAT", default="line"), env.str("LOG_LEVEL", default="INFO"))
DJANGO_STRUCTLOG_CELERY_ENABLED = True
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = ""  # who did what is in the audit log, which is kept and guarded
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = logging.DEBUG
DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = logging.INFO

# --- who watches over it ------------------------------------------------------------------------------------------

METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
PROMETHEUS_EXPORT_MIGRATIONS = False
if sentry := env.str("SENTRY_DSN", default=""):
    from scrutiny import errors_elsewhere

    errors_elsewhere.start(sentry, env.str("SENTRY_ENVIRONMENT", default="production"))
