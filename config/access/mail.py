"""Mail about accounts, sent when the answer is given: its time tells nobody who has an account."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

log = logging.getLogger(__name__)


def send(request, to: str, template: str, said: dict) -> None:
    """Write a mail in the reader's language now; `AfterTheAnswer` sends it."""
    context = said | {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL}
    subject, body = (
        render_to_string(f"{template}_{part}.txt", context).strip()
        for part in ("subject", "message")
    )
    request.mail_to_send.append(EmailMessage(subject, body, to=[to]))


class AfterTheAnswer:
    """Send what a request has written once the answer is given; a failure is logged, not told."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.mail_to_send = []
        response = self.get_response(request)
        if request.mail_to_send:
            response._resource_closers.append(lambda: _deliver(request.mail_to_send))
        return response


def _deliver(letters: list[EmailMessage]) -> None:
    for letter in letters:
        try:
            letter.send()
        except (OSError, SMTPException):
            log.exception("A mail about an account could not be sent")
