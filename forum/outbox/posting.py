"""Letters are written in the reader's language, in the transaction of what they tell of."""

from collections.abc import Callable, Mapping

from django.template.loader import render_to_string
from django.utils.translation import override

from forum.models import Event, Letter

# Where a letter has the private address that is made when it leaves.
PLACE = "{address}"
# What gives a private address to the letter's `key`, by the name in `opens`; "" if it has ended.
OPENERS: dict[str, Callable[[int], str]] = {}


def opener(name: str):
    """Declare what gives the private address of letters that open something of this name."""

    def declare(function: Callable[[int], str]):
        OPENERS[name] = function
        return function

    return declare


def post(
    template: str,
    *,
    to: str,
    language: str,
    event: Event | None = None,
    context: Mapping[str, object],
    opens: str = "",
    key: int | None = None,
) -> Letter:
    """Put a letter in the outbox: the first line of its template is the subject."""
    with override(language):
        written = render_to_string(f"mail/{template}.txt", {**context, "address": PLACE})
    subject, _line, text = written.strip().partition("\n")
    return Letter.objects.create(
        event=event,
        recipient=to,
        language=language,
        subject=" ".join(subject.split())[:300],
        text=text.strip() + "\n",
        opens=opens,
        key=key,
    )
