"""The page on which a list is pasted, uploaded or typed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from forum.admin.autocompletes import is_key
from forum.admin.careful import aside, once
from forum.admin.careful.pages import careful_form, discarded, say_why_it_is_back
from forum.admin.intake.access import kind_for, kinds_for, page, to
from forum.admin.intake.forms import SourceForm
from forum.admin.intake.grid import blank, typed
from forum.intake.kinds import KINDS, Kind, Place
from forum.intake.lists import add_rows, take_in, take_typed
from forum.models import Intake

BLANK_ROWS, MORE_ROWS = 10, 10


def new_view(request):
    """Ask for a list of the kind that the address names, or for the kind."""
    name = request.GET.get("kind", "")
    if name not in KINDS:
        if not (links := _links(request)):
            raise PermissionDenied
        return page(request, "kinds", {"title": _("Take in a list"), "kinds": links})
    kind = kind_for(request, name)
    request = aside.brought_back(request)
    if answer := _answered(request):
        return answer
    form = _form(request, kind)
    if form.is_bound and form.is_valid() and (answer := _take(request, kind, form)):
        return answer
    once.release(request)
    place = form.place if form.is_bound and form.is_valid() else _place_for(form, request.user)
    shows_all = not {"more_columns", "all_columns"}.isdisjoint(request.POST)
    context = {
        "title": kind.label,
        "kind": kind,
        **careful_form(request, form),
        "place": [*place.records.values()],
        "grid": blank(kind, place, request.POST, BLANK_ROWS, shows_all=shows_all),
        "shows_all": shows_all,
        "media": form.media,
    }
    return page(request, "new", context)


def _answered(request):
    """The answer to a list that was taken in before, or that was brought back and is unwanted."""
    if request.method != "POST":
        return None
    aside.take_files(request)
    key = once.claim(request, Intake)
    return to(request, "intake_one", key) if key else discarded(request)


def _form(request, kind: Kind) -> SourceForm:
    initial = {stand.name: request.GET.get(stand.name, "") for stand in kind.stands_in}
    initial = {name: key for name, key in initial.items() if is_key(key)}
    # More columns are shown without complaints about what is still missing.
    is_sent = request.method == "POST" and "more_columns" not in request.POST
    bound = (request.POST, request.FILES) if is_sent or aside.must_look(request) else ()
    initial = _with_event(kind, initial | request.POST.dict())
    form = SourceForm(kind, request.user, *bound, initial=initial)
    say_why_it_is_back(request, form)
    return form


def _links(request) -> list[tuple[str, str]]:
    """The kinds that the reader may take in, each with the place that the address names."""
    found = []
    for kind in kinds_for(request.user):
        query = request.GET.copy()
        query["kind"] = kind.name
        found.append((kind.label, f"?{query.urlencode()}"))
    return found


def _with_event(kind: Kind, initial: dict) -> dict:
    """The place, with the event of a delegation that is named alone."""
    stands = {stand.name: stand.model for stand in kind.stands_in}
    if "delegation" in initial and "event" in stands and "event" not in initial:
        own = stands["delegation"].objects.filter(pk=initial["delegation"]).first()
        return initial | ({"event": own.event_id} if own else {})
    return initial


def _place_for(form: SourceForm, user) -> Place:
    """The place as far as it is known before the form is sent."""
    asked = form.data if form.is_bound else form.initial
    records = {}
    for stand in form.kind.stands_in:
        key = asked.get(stand.name) or ""
        found = stand.model._base_manager.filter(pk=key).first() if is_key(key) else None
        if found:
            records[stand.name] = found
    return Place(user, get_language(), records)


def _take(request, kind: Kind, form: SourceForm):
    """Begin with the list that was brought; if none was, the form says so."""
    place = form.place
    rows = typed(kind, place, request.POST, BLANK_ROWS)
    if form.sheet_read:
        file = form.cleaned_data.get("file")
        sheet = form.sheet_read
        intake = take_in(kind, place, sheet.rows, source=file.name[:200] if file else "")
        others = [name for name in sheet.all_names if name != sheet.name]
        if others:
            said = {"sheet": sheet.name, "others": ", ".join(others)}
            text = _("The sheet “%(sheet)s” was read. The file also has: %(others)s.")
            messages.info(request, text % said)
    elif rows or "more" in request.POST:
        intake = take_typed(kind, place, rows)
        if "more" in request.POST:
            add_rows(intake, MORE_ROWS)
    else:
        form.add_error(None, _("Paste or upload a list, or type into the table."))
        return None
    once.done(request, intake)
    aside.forget(request)
    return to(request, "intake_one", intake.pk)
