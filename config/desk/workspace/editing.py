"""A row edited where it stands: its essentials, through the form and the rights of its admin."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.forms import HiddenInput, ModelForm
from django.utils.translation import gettext as _

from agreements.models import (
    Agreement,
    AgreementCitation,
    Commitment,
    Outcome,
)
from config.desk.workspace.desk import Desk
from config.desk.workspace.tables import Line
from delegations.models import Delegation, DelegationCitation, Meeting, Member, Transfer, Zone
from forum.admin.careful import aside
from forum.admin.typed import HeldToAllRules
from forum.models import Attachment, Event, EventCitation, Figure, Session
from forum.records.texts import reader_language
from forum.records.translated import TranslatedField

CITATION = ("field", "value", "as_printed", "is_preferred")
# What staff change most often; the rest is in the record's own form.
ESSENTIALS: dict[type[Model], tuple[str, ...]] = {
    Event: ("title", "status", "starts_on", "ends_on", "date_precision"),
    Session: ("title", "day", "starts_at", "ends_at", "visibility"),
    Figure: ("value", "as_stated", "is_preferred"),
    Attachment: ("title", "kind", "is_public"),
    Delegation: ("role", "status", "position"),
    Member: ("office", "function", "position", "is_listed"),
    Zone: ("code", "name", "categories"),
    Meeting: ("topic", "status", "day", "starts_at"),
    Transfer: ("day", "starts_at", "ends_at"),
    Agreement: ("title", "concluded_on", "concluded_on_precision", "is_published"),
    Outcome: ("title", "kind", "happened_on", "happened_on_precision"),
    Commitment: ("text", "due_on", "state", "is_public"),
    EventCitation: CITATION,
    DelegationCitation: CITATION,
    AgreementCitation: CITATION,
}


def essentials(model: type[Model]) -> list[str]:
    """The columns of a row's form: of a translated field that of the reader's language."""
    return [
        f"{name}_{reader_language()}" if _is_translated(model, name) else name
        for name in ESSENTIALS[model]
    ]


def _is_translated(model: type[Model], name: str) -> bool:
    return isinstance(getattr(model, name, None), TranslatedField)


def open_line(desk: Desk, lines: list[Line], key: str) -> Line | None:
    """The line that the reader asks to edit, with its form; None if there is none to edit.

    Raises PermissionDenied if a form is sent of a line that the reader may not change.
    """
    line = next((each for each in lines if each.key == key), None)
    if line is None:
        return None
    if not desk.admin_of(line.record).has_change_permission(desk.request, line.record):
        if desk.request.method == "POST":
            raise PermissionDenied
        return None
    if desk.request.method == "POST":
        # Kept to this request, and read anew.
        line.record = desk.admin_of(line.record).get_object(desk.request, str(line.record.pk))
    line.form = _form(desk, line.record)
    return line


def _form(desk: Desk, record: Model) -> ModelForm:
    """Its form; how exact a date is follows from how it is typed."""
    model_admin = desk.admin_of(record)
    form_class = model_admin.get_form(
        desk.request,
        record,
        change=True,
        form=_held_to_all_rules(model_admin.form),
        fields=essentials(type(record)),
    )
    form = form_class(desk.request.POST if desk.request.method == "POST" else None, instance=record)
    for name, field in form.fields.items():
        field.help_text = ""
        if name.endswith("_precision"):
            field.widget = HiddenInput()
    return form


def _held_to_all_rules(form_class: type[ModelForm]) -> type[ModelForm]:
    """The form, held to the rules about columns too that the row does not show."""
    if issubclass(form_class, HeldToAllRules):
        return form_class
    return type(form_class.__name__, (HeldToAllRules, form_class), {})


def save_line(desk: Desk, line: Line) -> bool:
    """Save what was typed as the record's own admin would; False if its form refuses it."""
    form, model_admin = line.form, desk.admin_of(line.record)
    if not form.is_valid():
        return False
    record = model_admin.save_form(desk.request, form, change=True)
    model_admin.save_model(desk.request, record, form, change=True)
    model_admin.save_related(desk.request, form, [], change=True)
    said = model_admin.construct_change_message(desk.request, form, [], False)
    model_admin.log_change(desk.request, record, said)
    aside.forget(desk.request)
    done = _("“%(record)s” is saved.") % {"record": record}
    model_admin.message_user(desk.request, done)
    return True
