"""A long list is saved on a page that is sent bit by bit, and says how far it is.

A web server gives up an answer that does not begin within some seconds; this one begins at once.
"""

import logging
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.http import StreamingHttpResponse
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from forum.admin.intake.access import page
from forum.admin.returning import next_of, returning
from forum.choices import RowState
from forum.intake.kinds import KINDS, Place
from forum.intake.saving import Saving, save_by_steps, states_written
from forum.models import Intake

logger = logging.getLogger(__name__)
# More rows than this are written on a page that is sent bit by bit.
LONG = 500
# Where in its template the lines about the progress go.
HERE = "<!-- lines -->"


def is_long(intake: Intake, place: Place, *, takes_doubtful: bool) -> bool:
    states = states_written(KINDS[intake.kind], place, takes_doubtful=takes_doubtful)
    return intake.rows.filter(state__in=states).count() > LONG


def in_a_sentence(intake: Intake) -> str:
    """How many rows of a list were saved."""
    written = sum(intake.counts.get(each, 0) for each in (RowState.NEW, RowState.CHANGED))
    text = ngettext("%(count)d row is saved.", "%(count)d rows are saved.", written)
    return text % {"count": written}


def saved_by_steps(
    request, intake: Intake, saving: Saving, *, takes_doubtful: bool
) -> StreamingHttpResponse:
    """Save a list while its page is read."""
    context = {"title": _("The list is being saved")}
    before, after = page(request, "saving", context).rendered_content.split(HERE)
    steps = save_by_steps(intake, saving, takes_doubtful=takes_doubtful)
    language, address = get_language(), returning(request.path, next_of(request))

    def parts() -> Iterator[str]:
        yield before
        # This is read after the request is over, which may have taken its language along.
        with override(language):
            yield from _lines(steps, intake, address)
        yield after

    answer = StreamingHttpResponse(parts())
    # A proxy that collects an answer before it sends it would show nothing until the end.
    answer["X-Accel-Buffering"] = "no"
    return answer


def _lines(steps: Iterator[tuple[int, int]], intake: Intake, address: str) -> Iterator[str]:
    try:
        for done, total in steps:
            text = _("%(done)d of %(total)d rows are written.") % {"done": done, "total": total}
            yield format_html("<p>{}</p>\n", text)
    except ValidationError as error:
        yield _failed(" ".join(error.messages), address)
    except Exception:
        # The answer has begun: a page that breaks off would say nothing.
        logger.exception("A list could not be saved")
        yield _failed(_("Something went wrong, and nothing was saved."), address)
    else:
        intake.refresh_from_db()
        yield format_html(
            '<p><strong>{}</strong> <a href="{}">{}</a></p>\n'
            '<meta http-equiv="refresh" content="0; url={}">\n',
            *(in_a_sentence(intake), address, _("Go on"), address),
        )


def _failed(text: str, address: str) -> str:
    return format_html(
        '<p class="errornote" role="alert">{} <a href="{}">{}</a></p>\n',
        *(text, address, _("Back to the list")),
    )
