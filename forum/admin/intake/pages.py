"""The lists that were taken in, and what is done with one beside its rows."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from forum.admin.careful import aside
from forum.admin.careful.pages import careful_form, discarded, say_why_it_is_back
from forum.admin.intake.access import can_undo, found, kinds_for, page, to, visible_to
from forum.admin.intake.forms import ColumnsForm
from forum.admin.returning import next_of, returning
from forum.choices import IntakeState, RowState
from forum.history.undoing import Undoing, undo
from forum.intake.kinds import KINDS
from forum.intake.lists import place_of, tell_columns

PAGE, SAMPLES = 50, 3


def list_view(request):
    """The lists that the reader may see, the newest first."""
    if not kinds_for(request.user):
        raise PermissionDenied
    intakes = Paginator(visible_to(request.user), PAGE).get_page(request.GET.get("page"))
    rows = [
        {
            "intake": each,
            "kind": KINDS[each.kind].label,
            "counts": in_words(each.counts),
            "can_undo": can_undo(each, request.user),
        }
        for each in intakes
    ]
    return page(request, "list", {"title": _("Lists taken in"), "rows": rows, "page_obj": intakes})


def in_words(counts: dict[str, int]) -> str:
    """How many rows are in which state, in the order of the states."""
    known = [(state, counts[state]) for state in RowState if counts.get(state)]
    return ", ".join(f"{count} {state.label}" for state, count in known if state != RowState.EMPTY)


def columns_view(request, key):
    """Ask what the columns of a sheet are."""
    intake = found(request, key)
    if intake.state not in (IntakeState.MAPPING, IntakeState.READING, IntakeState.READY):
        return to(request, "intake_one", intake.pk)
    request = aside.brought_back(request)
    if answer := discarded(request):
        return answer
    kind, place = KINDS[intake.kind], place_of(intake, request.user)
    samples = [row.raw for row in intake.rows.exclude(raw=[])[:SAMPLES]]
    initial = {f"column{number}": name for number, name in enumerate(intake.columns)}
    bound = (request.POST,) if request.method == "POST" else ()
    form = ColumnsForm(kind, place, intake.headings, samples, *bound, initial=initial)
    say_why_it_is_back(request, form)
    if form.is_bound and form.is_valid():
        tell_columns(intake, form.columns)
        aside.forget(request)
        return to(request, "intake_one", intake.pk)
    context = {"title": _("Which column is what?"), "intake": intake, "kind": kind}
    context["place"] = [*place.records.values()]
    return page(request, "columns", context | careful_form(request, form))


@require_POST
def undo_view(request, key):
    """Take back all that a list brought."""
    intake = found(request, key)
    if intake.state != IntakeState.SAVED or intake.revision is None:
        return to(request, "intake_one", intake.pk)
    if not request.user.has_perms(Undoing.of(intake.revision).rights):
        raise PermissionDenied
    try:
        undo(intake.revision, by=request.user, leaving_out="leave_out" in request.POST)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        address = f"{reverse('admin:intake_one', args=[intake.pk])}?clash=1"
        return HttpResponseRedirect(returning(address, next_of(request)))
    intake.state = IntakeState.UNDONE
    intake.save()
    messages.success(request, _("The list is undone: everything is as it was before."))
    return to(request, "intake_one", intake.pk)


@require_POST
def delete_view(request, key):
    """Give up a list that was not saved."""
    intake = found(request, key)
    if intake.revision_id is None:
        intake.delete()
        messages.success(request, _("The list is deleted. Nothing was saved of it."))
    return HttpResponseRedirect(next_of(request, reverse("admin:intake")))
