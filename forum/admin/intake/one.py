"""One list: read with progress, then shown as a table to be checked, then saved."""

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from forum.admin.autocompletes import is_key
from forum.admin.careful import aside
from forum.admin.careful.pages import carried, discarded, why_it_is_back
from forum.admin.careful.problems import Problem
from forum.admin.intake.access import can_undo, found, page, to
from forum.admin.intake.forms import SaveForm
from forum.admin.intake.grid import INSTEAD, grid_of
from forum.admin.intake.pages import in_words
from forum.admin.intake.stepwise import in_a_sentence, is_long, saved_by_steps
from forum.admin.returning import next_of, returning
from forum.choices import IntakeState, RowState
from forum.derived import catch_up
from forum.derived.refresh import refresh
from forum.intake.deciding import spread
from forum.intake.kinds import KINDS, Kind, Link, Place
from forum.intake.limits import as_typed
from forum.intake.lists import add_rows, is_homeless, place_of
from forum.intake.preparing import Examiner, counts_of, prepare
from forum.intake.rows import BY_STAFF, NEW, NONE, TWIN
from forum.intake.saving import save
from forum.models import Intake, IntakeRow

ROWS, MORE_ROWS = 100, 10
# So long a page takes that goes on by itself.
SECONDS = 2


def one_view(request, key):
    intake = found(request, key)
    place = place_of(intake, request.user)
    if is_homeless(intake, place):
        messages.error(request, _("What this list belongs to was deleted."))
        return to(request, "intake")
    if _is_ready(intake):
        return _ready(aside.brought_back(request), intake, place)
    if intake.state == IntakeState.MAPPING:
        return to(request, "intake_columns", intake.pk)
    if intake.state == IntakeState.READING and not prepare(intake, place, seconds=SECONDS):
        return _progress(request, intake, place)
    return _table(request, intake, place) if _is_ready(intake) else _done(request, intake, place)


def _is_ready(intake: Intake) -> bool:
    return intake.state == IntakeState.READY


def _ready(request, intake: Intake, place: Place):
    """The table, with what was typed into it and could not be taken; or what is done with it."""
    if request.method != "POST" or aside.must_look(request):
        return _table(request, intake, place)
    if answer := discarded(request):
        return answer
    aside.forget(request)
    return _changed(request, intake, place)


def _progress(request, intake: Intake, place: Place):
    """How far the reading is; the page goes on by itself."""
    total = intake.rows.count()
    waiting = intake.rows.filter(state=RowState.WAITING).count()
    context = {
        "title": _("The list is being read"),
        "intake": intake,
        "kind": KINDS[intake.kind],
        "place": [*place.records.values()],
        "total": total,
        "read": total - waiting,
    }
    return page(request, "progress", context)


def _table(request, intake: Intake, place: Place):
    kind, counts = KINDS[intake.kind], counts_of(intake)
    state = request.GET.get("state", "")
    rows = intake.rows.all()
    if state in RowState.values:
        rows = rows.filter(state=state)
    shown = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    for each in shown.object_list if aside.must_look(request) else ():
        _take_over(each, kind, place, request.POST)
    examiner = Examiner.of(intake, place)
    read = examiner.read(shown.object_list)
    examiner.compare(read)
    shows_all = request.GET.get("columns") == "all"
    to_save = sum(counts.get(each, 0) for each in (RowState.NEW, RowState.CHANGED))
    context = {
        "title": kind.label,
        "intake": intake,
        "kind": kind,
        "place": [*place.records.values()],
        "grid": grid_of(intake, kind, place, shown.object_list, read, shows_all=shows_all),
        "page_obj": shown,
        "state": state,
        "counts": _filters(counts, state),
        "doubtful": counts.get(RowState.DOUBTFUL, 0),
        "refused": counts.get(RowState.REFUSED, 0),
        "to_save": to_save,
        "form": SaveForm(kind, request.user, initial=request.POST.dict()),
        "unused": _unused(intake),
        **carried(request),
        "problems": [Problem(text) for text in why_it_is_back(request)],
    }
    return page(request, "table", context)


def _filters(counts: Mapping[str, int], chosen: str) -> list[tuple[str, str, int, bool]]:
    known = [state for state in RowState if counts.get(state) and state != RowState.EMPTY]
    every = ("", _("all"), sum(counts.values()), not chosen)
    return [every, *((each, each.label, counts[each], each == chosen) for each in known)]


def _unused(intake: Intake) -> list[str]:
    """Headings whose columns are not read."""
    told = [*intake.columns, *[""] * len(intake.headings)]
    return [
        head for head, column in zip(intake.headings, told, strict=False) if head and not column
    ]


def _changed(request, intake: Intake, place: Place):
    """Keep what staff changed on a page of the table, and do what they ask."""
    kind, data = KINDS[intake.kind], request.POST
    keys = [key for key in data.getlist("row") if is_key(key)][:ROWS]
    catch_up()
    with transaction.atomic():
        stored = [*intake.rows.filter(pk__in=keys).order_by("position")]
        said = {each.pk: dict(each.values) for each in stored}
        changed = [each for each in stored if _take_over(each, kind, place, data)]
        if changed:
            changed += spread(intake, kind, changed, said)
            Examiner.of(intake, place).examine(changed)
        if "all_out" in data:
            doubtful = intake.rows.filter(state=RowState.DOUBTFUL)
            doubtful.update(is_left_out=True, state=RowState.LEFT_OUT)
    if "more" in data:
        add_rows(intake, MORE_ROWS)
        last = (intake.rows.count() - 1) // ROWS + 1
        return _again(request, f"?page={last}", "#end")
    if "save" in data:
        return _save(request, intake, place)
    go = data.get("go", "")
    if go.startswith("?"):
        return _again(request, go)
    return HttpResponseRedirect(request.get_full_path())


def _again(request, query: str = "", anchor: str = "") -> HttpResponseRedirect:
    return HttpResponseRedirect(returning(f"{request.path}{query}", next_of(request)) + anchor)


def _take_over(stored: IntakeRow, kind: Kind, place: Place, data: Mapping) -> bool:
    """Let a row say what its fields do now; whether anything is other than it was."""
    prefix = f"row{stored.pk}"
    before = (dict(stored.values), stored.is_left_out, stored.answers)
    values = dict(stored.values)
    for column in kind.columns_in(place):
        name = f"{prefix}-{column.name}"
        if name in data:
            values[column.name] = as_typed(data[name])
    values |= _said_instead(kind, prefix, data)
    stored.values = {name: text for name, text in values.items() if text}
    comes_back = stored.is_left_out and f"{prefix}~out" not in data
    stored.is_left_out = f"{prefix}~out" in data
    stored.answers = {
        link.name: _answer(stored, link, before[0], data.get(f"{prefix}~{link.name}", ""))
        for link in kind.links
        if link.name in stored.answers
    }
    for link in kind.links:
        _leave_out_twin(stored, link, comes_back)
    return before != (stored.values, stored.is_left_out, stored.answers)


def _said_instead(kind: Kind, prefix: str, data: Mapping) -> dict[str, str]:
    """The cells for which staff chose another text."""
    chosen = {link.name: data.get(f"{prefix}~{link.name}", "") for link in kind.links}
    return {
        name: as_typed(choice.removeprefix(INSTEAD))
        for name, choice in chosen.items()
        if choice.startswith(INSTEAD)
    }


def _leave_out_twin(stored: IntakeRow, link: Link, comes_back: bool) -> None:
    """What is the same as in another row need not come in twice; taken back in, it is open."""
    answer = stored.answers.get(link.name)
    if link.is_itself and answer and answer["chosen"] == TWIN:
        if comes_back:
            stored.answers[link.name] = answer | {"chosen": "", "by": ""}
        stored.is_left_out = not comes_back


def _answer(stored: IntakeRow, link: Link, before: Mapping, chosen: str) -> dict:
    """What is meant now: of a cell that says something else nothing is decided yet."""
    answer = stored.answers[link.name]
    if stored.values.get(link.name) != before.get(link.name):
        return {"candidates": [], "chosen": "", "by": ""}
    offered = {str(key) for key, _sign in answer["candidates"]} | {NEW, NONE, TWIN}
    if chosen in offered and chosen != answer["chosen"]:
        return answer | {"chosen": chosen, "by": BY_STAFF}
    return answer


def _save(request, intake: Intake, place: Place):
    """Save a list; a long one on a page that says how far it is."""
    form = SaveForm(KINDS[intake.kind], request.user, request.POST)
    if not form.is_valid():
        return _again(request)
    saving, takes_doubtful = form.saving(place), form.cleaned_data["takes_doubtful"]
    if is_long(intake, place, takes_doubtful=takes_doubtful):
        return saved_by_steps(request, intake, saving, takes_doubtful=takes_doubtful)
    try:
        intake = save(intake, saving, takes_doubtful=takes_doubtful)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, in_a_sentence(intake))
    return _again(request)


def _done(request, intake: Intake, place: Place):
    """What came of the list; the search learns of many records for a while."""
    kind = KINDS[intake.kind]
    context = {
        "title": kind.label,
        "intake": intake,
        "kind": kind,
        "place": [*place.records.values()],
        "counts": in_words(intake.counts),
        "leads_to": next_of(request, kind.leads_to(place)),
        "can_undo": can_undo(intake, request.user),
        "has_clash": "clash" in request.GET,
        "unfinished": refresh(seconds=SECONDS),
    }
    return page(request, "done", context)
