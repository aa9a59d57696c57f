"""The page of an event from which staff print: for whom, and every document for those."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import ngettext

from config.desk.printing.choosing import PrintForm
from config.desk.printing.documents import DOCUMENTS, Document
from config.desk.printing.gathering import Gathering, Guest
from config.desk.printing.reading import gathering
from forum.models import Event

FORMS = {"pdf": "PDF", "csv": "CSV", "xlsx": "XLSX"}
# What a hundred badges with photographs take on a small server, measured.
SECONDS_A_HUNDRED = 3


@dataclass(frozen=True)
class Printout:
    """A document as it is offered: `links` are pairs of a label and an address."""

    document: Document
    count: str
    links: list[tuple[str, str]]
    left_out: list[tuple[Guest, str]]
    about_parts: str = ""


def context(request, event: Event) -> dict:
    """What the page shows; before anybody has chosen, everything is for everybody."""
    whole = gathering(event, request.user)
    form = PrintForm(request.GET if request.GET else None, whole)
    chosen = form.narrowed()
    is_refused = form.is_bound and not form.is_valid()
    return {
        "form": form,
        "only": _only(form, chosen),
        "printouts": [] if is_refused else _printouts(request, event, chosen),
    }


def _only(form: PrintForm, chosen: Gathering) -> list[str]:
    """The names of those who were chosen one by one."""
    is_narrowed = form.is_valid() and form.cleaned_data["member"]
    return [guest.called for guest in chosen.guests] if is_narrowed else []


def _printouts(request, event: Event, chosen: Gathering) -> list[Printout]:
    offered = (name for name, each in DOCUMENTS.items() if each.is_open_to(request.user))
    return [_printout(request.GET, event, name, chosen) for name in offered]


def _printout(asked: QueryDict, event: Event, name: str, chosen: Gathering) -> Printout:
    document = DOCUMENTS[name]
    on_it = document.on_it(chosen)
    count, parts = len(document.rows(on_it)), document.parts(on_it)

    def to(form: str, **more) -> str:
        query = asked.copy()
        query.update(more)
        address = reverse("admin:printed", args=[event.pk, name, form])
        return f"{address}?{query.urlencode()}" if query else address

    links = [(FORMS[form], to(form)) for form in document.forms]
    if parts:
        links = [
            (f"PDF {part.start + 1}–{part.stop}", to("pdf", part=number))
            for number, part in enumerate(parts, 1)
        ]
    return Printout(
        document=document,
        count=_counted(name, count),
        links=links if count else [],
        left_out=document.left_out(chosen),
        about_parts=_about(document) if parts else "",
    )


def _counted(name: str, count: int) -> str:
    if DOCUMENTS[name].is_of_delegations:
        text = ngettext("%(count)d delegation", "%(count)d delegations", count)
    else:
        text = ngettext("%(count)d person", "%(count)d people", count)
    return text % {"count": count}


def _about(document: Document) -> str:
    seconds = document.part * SECONDS_A_HUNDRED // 100
    text = ngettext(
        "In parts: each takes about %(count)d second.",
        "In parts: each takes about %(count)d seconds.",
        seconds,
    )
    return text % {"count": seconds}
