"""The rows of what was recognised in a text, each to be ticked and corrected.

A row brings along where it stands in the text, so that nothing has to be recognised again. Rows
refer to each other by their places: e0 is the first event, b0 the first body, p0 the first person.
"""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.choices import Instrument, Stage
from config.desk.article.fields import CountryField, SomeDayField
from config.desk.article.reading.marks import State
from config.desk.article.spans import TYPED
from delegations.choices import InstitutionKind
from forum.choices import EventKind, VisitKind
from forum.records.fields import TITLE_LENGTH

MOST_ROWS = 80
NEW = "new"
PARTIES = ("party_1", "party_2", "party_3")
STATES = {
    State.KNOWN: pgettext_lazy("recognised", "known"),
    State.DOUBTFUL: pgettext_lazy("recognised", "doubtful"),
    State.NEW: pgettext_lazy("recognised", "new"),
}
Choices = list[tuple[str, str]]


class RowForm(forms.Form):
    """A row: whether it is to be recorded, and where in the text it stands."""

    take = forms.BooleanField(label=pgettext_lazy("tick", "Record"), required=False)
    state = forms.ChoiceField(choices=STATES.items(), widget=forms.HiddenInput)
    spans = forms.RegexField(TYPED, max_length=5_000, required=False, widget=forms.HiddenInput)

    # What must be given if the row is to be recorded.
    needed: tuple[str, ...] = ()

    @property
    def state_now(self) -> State:
        """What the row is, as it was proposed or as the form brings it back."""
        value = self["state"].value()
        return State(value) if value in {*State} else State.NEW

    @property
    def state_label(self) -> str:
        return str(STATES[self.state_now])

    @property
    def heading(self) -> str:
        """What the row is about, in its own words."""
        names = [name for name in ("title", "name") if name in self.fields]
        return next((str(self[name].value()) for name in names if self[name].value()), "")

    @property
    def shown(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name != "take"]

    def clean(self):
        if self.cleaned_data.get("take"):
            for name in self.needed:
                if name in self.cleaned_data and not self.cleaned_data[name]:
                    self.add_error(name, self.fields[name].error_messages["required"])
        return self.cleaned_data


class EventRow(RowForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=EventKind)
    visit_kind = forms.ChoiceField(
        label=_("Kind of visit"), choices=[("", "—"), *VisitKind.choices], required=False
    )
    title = forms.CharField(label=_("Title"), max_length=TITLE_LENGTH, required=False)
    city = forms.CharField(label=_("City"), max_length=120, required=False)
    country = CountryField(label=_("Country"), required=False)
    starts_on = SomeDayField(label=_("First day"), max_length=60, required=False)
    ends_on = SomeDayField(label=_("Last day"), max_length=60, required=False)

    needed = ("title",)

    def clean(self):
        row = super().clean()
        if row.get("kind") != EventKind.VISIT and row.get("visit_kind"):
            self.add_error("visit_kind", _("Only a visit has a kind of visit."))
        first, last = row.get("starts_on"), row.get("ends_on")
        if last and not first:
            self.add_error("ends_on", _("An event with a last day needs a first day."))
        elif last and (last[1] != first[1] or last[0] < first[0]):
            self.add_error("ends_on", _("The last day is after the first, and as exactly known."))
        return row


class Chosen(RowForm):
    """A row of somebody or something that may be on record: one of the candidates, or new."""

    which = forms.ChoiceField(label=_("On record"), required=False)
    candidates = forms.RegexField(
        r"^(?:\d{1,18}(?: |\Z)){0,12}\Z", required=False, widget=forms.HiddenInput
    )
    new: str = ""

    def __init__(
        self, *args, named: dict[str, str], refers: dict[str, Choices], may_add: bool, **kwargs
    ):
        super().__init__(*args, **kwargs)
        keys = str(self["candidates"].value() or "").split()
        offered = [(key, named[key]) for key in keys if key in named]
        unsure = [("", _("Choose …"))] if self.state_now == State.DOUBTFUL else []
        new = [(NEW, self.new)] if may_add else []
        self.fields["which"].choices = [*unsure, *offered, *new]
        if not (offered or new):
            # Who may record nobody new is not asked whether to.
            self.fields["take"].disabled, self.initial["take"] = True, False

    def clean(self):
        row = super().clean()
        if row.get("take") and "which" in row and not row["which"]:
            self.add_error("which", _("Choose which it is, or that it is new."))
        if row.get("take") and row.get("which") == NEW and not row.get("name"):
            self.add_error("name", self.fields["name"].error_messages["required"])
        return row


class BodyRow(Chosen):
    name = forms.CharField(label=_("Name"), max_length=300, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=InstitutionKind)
    country = CountryField(label=_("Country"), required=False)
    event = forms.ChoiceField(label=_("Takes part in"), required=False)
    office = forms.CharField(label=_("Represented by"), max_length=300, required=False)

    new = _("a new institution")

    def __init__(self, *args, refers, **kwargs):
        super().__init__(*args, refers=refers, **kwargs)
        self.fields["event"].choices = [("", "—"), *refers["events"]]


class PersonRow(Chosen):
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    office = forms.CharField(label=_("Office"), max_length=300, required=False)
    institution = forms.ChoiceField(label=_("Institution"), required=False)
    country = CountryField(label=_("Side"), required=False)
    event = forms.ChoiceField(label=_("Takes part in"), required=False)

    new = _("a new person")

    def __init__(self, *args, refers, **kwargs):
        super().__init__(*args, refers=refers, **kwargs)
        self.fields["institution"].choices = [("", "—"), *refers["bodies"]]
        self.fields["event"].choices = [("", "—"), *refers["events"]]

    def clean(self):
        row = super().clean()
        is_of_a_side = row.get("country") or row.get("institution")
        if row.get("take") and row.get("event") and not is_of_a_side:
            self.add_error("country", _("Say on whose side: a country or an institution."))
        return row


class DocumentRow(RowForm):
    instrument = forms.ChoiceField(label=_("Kind"), choices=Instrument)
    title = forms.CharField(label=_("Title"), max_length=TITLE_LENGTH, required=False)
    party_1 = forms.ChoiceField(label=_("Party"), required=False)
    party_2 = forms.ChoiceField(label=_("Party"), required=False)
    party_3 = forms.ChoiceField(label=_("Party"), required=False)
    stage = forms.ChoiceField(
        label=_("Stage"),
        choices=[
            (Stage.NEGOTIATION, _("in preparation")),
            (Stage.CONCLUDED, Stage.CONCLUDED.label),
        ],
        initial=Stage.NEGOTIATION,
    )
    needed = ("title",)

    def __init__(self, *args, refers, **kwargs):
        super().__init__(*args, **kwargs)
        offered = [("", "—"), *refers["bodies"], *refers["countries"]]
        for name in PARTIES:
            self.fields[name].choices = offered


class LectureRow(RowForm):
    title = forms.CharField(label=_("Title as printed"), max_length=TITLE_LENGTH, required=False)
    speaker = forms.ChoiceField(label=_("Speaker"), required=False)
    event = forms.ChoiceField(label=_("Part of"), required=False)

    needed = ("event",)

    def __init__(self, *args, refers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["speaker"].choices = [("", "—"), *refers["people"]]
        self.fields["event"].choices = [("", "—"), *refers["events"]]


class PlaceRow(RowForm):
    """A day or place, which is shown but not recorded by itself."""

    what = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    which = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    name = forms.CharField(max_length=400, required=False, widget=forms.HiddenInput)


class TopicRow(PlaceRow):
    which = forms.RegexField(r"^\d{1,18}\Z", widget=forms.HiddenInput)


def formset(row: type[RowForm]) -> type[forms.BaseFormSet]:
    return forms.formset_factory(
        row, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
    )
