"""What goes into the log: who asked for what is nobody's business, what failed and where is.

Addresses, names, tokens and typed values reach a log by three ways: the message of an exception,
what Django and gunicorn say of a request, and the access log. Each is closed here; a site with
DEBUG on holds nothing back. Nothing here reads the settings, which read this.
"""

import json
import logging
from contextvars import ContextVar
from http import HTTPStatus
from traceback import format_tb

from django.db import InterfaceError, OperationalError
from django.template import TemplateSyntaxError

from config.operations.away import is_away

# The identifier of the request that is being answered.
REQUEST_ID: ContextVar[str] = ContextVar("request_id", default="-")

# Exceptions whose message is about the program or the machine, never about a record.
HARMLESS = (
    *(AttributeError, ImportError, MemoryError, NameError, NotImplementedError, RecursionError),
    *(InterfaceError, OperationalError, TemplateSyntaxError),
)
# What gunicorn says of a request, with its address behind it.
OF_A_REQUEST = ("Error handling request", "Invalid request")


def told(error: BaseException) -> str:
    """The kind of an error, with its message where that cannot name anybody."""
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    if isinstance(error, HARMLESS):
        return f"{name}: {error}".strip()
    if isinstance(error, OSError) and error.strerror:
        return f"{name}: {error.strerror}"
    return name


def traced(error: BaseException) -> str:
    """The traceback of an error and of what it came from, the first first.

    An outage says in one line what it is: it comes with every request while it lasts.
    """
    if is_away(error):
        return told(error)
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = "".join(format_tb(error.__traceback__))
    own = f"Traceback (most recent call last):\n{lines}{told(error)}"
    return f"{traced(earlier)}\n\nThen:\n\n{own}" if earlier else own


def said(record: logging.LogRecord) -> str:
    """The message of a record, without what it says of a request."""
    if record.name.startswith("django.security."):
        return f"Refused: {record.name.rpartition('.')[2]}"
    if record.name == "django.request":
        return HTTPStatus(getattr(record, "status_code", 500)).phrase
    if record.name == "gunicorn.error":
        for beginning in OF_A_REQUEST:
            if str(record.msg).startswith(beginning):
                return beginning
    return record.getMessage()


class Plain(logging.Formatter):
    """A line for people: time, level, request, logger, message; a traceback below it."""

    def __init__(self, *, holds_back: bool = True):
        super().__init__("%(asctime)s %(levelname)s [%(request_id)s] %(name)s: %(message)s")
        self.holds_back = holds_back

    def format(self, record):
        record.request_id = REQUEST_ID.get()
        return super().format(record)

    def formatMessage(self, record):  # noqa: N802 - logging calls it so
        if self.holds_back:
            record.message = said(record)
        return super().formatMessage(record)

    def formatException(self, exc_info):  # noqa: N802
        return traced(exc_info[1]) if self.holds_back else super().formatException(exc_info)


class Json(logging.Formatter):
    """The same as one JSON object a line, with what an access line counts as fields."""

    def __init__(self, *, holds_back: bool = True):
        super().__init__()
        self.holds_back = holds_back

    def format(self, record):
        entry = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "request": REQUEST_ID.get(),
            "message": said(record) if self.holds_back else record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            error = record.exc_info[1]
            entry["error"] = (
                traced(error) if self.holds_back else self.formatException(record.exc_info)
            )
        return json.dumps(entry, ensure_ascii=False)


FORMATS = {"plain": Plain, "json": Json}


def configuration(*, form: str, level: str, holds_back: bool = True) -> dict:
    """The logging of the site and of its server, for logging.config.dictConfig."""
    own = {"handlers": [], "propagate": True}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"chosen": {"()": FORMATS[form], "holds_back": holds_back}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "chosen"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Nothing is mailed: a mailed error holds the whole request.
            "django": own,
            # What is not found or refused stands in the access log.
            "django.request": own | {"level": "ERROR"},
            "gunicorn.error": own,
        },
    }
