"""What becomes of an error of our own: a page with its number, and a report if one is wanted."""

from django.http import HttpResponse
from django.template.loader import render_to_string

from config.operations.logs import HARMLESS, REQUEST_ID

# What a report may say: what failed and where. The rest says who asked for what.
REPORTED = ("event_id", "timestamp", "level", "platform", "release", "environment", "exception")
SAYS_NO_DATA = {kind.__name__ for kind in HARMLESS}


def server_error(request):
    """The page that says so in all languages, with the number of the request in the log."""
    page = render_to_string("500.html", {"request_id": REQUEST_ID.get()})
    return HttpResponse(page, status=500, headers={"Cache-Control": "no-store"})


def report_to(dsn: str) -> None:
    """Report errors to the Sentry at this address; needs the extra ops."""
    import sentry_sdk

    sentry_sdk.init(
        dsn,
        auto_session_tracking=False,
        before_send=scrubbed,
        include_local_variables=False,
        max_request_body_size="never",
        send_default_pii=False,
    )


def scrubbed(event: dict, hint: dict) -> dict | None:
    """The kinds of errors and where they arose, without values; None where nothing was raised."""
    if "exception" not in event:
        return None
    for error in event["exception"]["values"]:
        if error["type"] not in SAYS_NO_DATA:
            error["value"] = ""
    kept = {name: event[name] for name in REPORTED if name in event}
    return kept | {"tags": {"request": REQUEST_ID.get()}}
