"""What staff bring: a text, a file, and where it belongs."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from forum.admin.autocompletes import is_key
from forum.admin.careful.files import KeepingFileInput
from forum.intake.kinds import Kind, Place
from forum.intake.limits import UnreadableError
from forum.intake.saving import Saving
from forum.intake.sheets import Sheet, read_text, read_upload, refuse_empty
from forum.review.submissions import is_on
from forum.rights import PUBLISH

SEPARATORS = {
    "auto": ("", _("as it looks")),
    "tab": ("\t", _("tab")),
    "semicolon": (";", _("semicolon")),
    "comma": (",", _("comma")),
    "bar": ("|", _("bar")),
    "none": ("\n", _("each line is one cell")),
}
# What hardly any list needs.
FURTHER = ("separator", "sheet")
# So many records are offered to choose from where the address names none.
OFFERED = 200


class SourceForm(forms.Form):
    """Where a list belongs, and the list itself, unless it is typed into the table below."""

    text = forms.CharField(
        label=_("Paste the list"),
        required=False,
        widget=forms.Textarea({"rows": 8, "class": "vLargeTextField", "autofocus": True}),
        help_text=_(
            "From a spreadsheet, a table in Word or on a web page, or the lines of a mail: one row"
            " on each line. A first row with headings is recognised."
        ),
    )
    file = forms.FileField(
        label=_("Or upload it"),
        required=False,
        widget=KeepingFileInput,
        help_text=_("CSV, XLSX, XLS, ODS or JSON; also files of ROR, pretalx and Popolo."),
    )
    language = forms.ChoiceField(
        label=_("Language of the list"),
        choices=settings.LANGUAGES,
        help_text=_("Names and offices are recorded in this language."),
    )
    separator = forms.ChoiceField(
        label=_("Between the cells"),
        choices=[(name, label) for name, (_sign, label) in SEPARATORS.items()],
        required=False,
    )
    sheet = forms.CharField(
        label=_("Sheet"),
        required=False,
        max_length=100,
        help_text=_("The name of the sheet, if it is not the first with anything in it."),
    )

    def __init__(self, kind: Kind, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.user, self.sheet_read = kind, user, None
        self.initial.setdefault("language", get_language())
        for stand in kind.stands_in:
            self._add_stand(stand)

    @property
    def essential(self) -> list:
        return [field for field in self.visible_fields() if field.name not in FURTHER]

    @property
    def further(self) -> list:
        return [self[name] for name in FURTHER]

    def _add_stand(self, stand) -> None:
        asked = (self.data if self.is_bound else self.initial).get(stand.name)
        rows = stand.model._default_manager.all()
        known = rows.filter(pk=asked if is_key(asked or "") else None)
        is_open = not known and (stand.is_required or stand.is_asked)
        self.fields[stand.name] = forms.ModelChoiceField(
            rows,
            label=stand.model._meta.verbose_name.capitalize(),
            required=stand.is_required,
            widget=forms.Select if is_open else forms.HiddenInput,
        )
        if is_open:
            self.fields[stand.name].choices = [
                ("", "–"),
                *((each.pk, str(each)) for each in rows.order_by("-pk")[:OFFERED]),
            ]

    def clean(self):
        data = super().clean()
        event, delegation = data.get("event"), data.get("delegation")
        if delegation and event and delegation.event_id != event.pk:
            self.add_error(None, _("That delegation is at another event."))
        if data.get("file") or data.get("text", "").strip():
            try:
                self.sheet_read = self._read(data)
            except (UnreadableError, ValidationError) as error:
                said = error.messages if isinstance(error, ValidationError) else [str(error)]
                self.add_error("file" if data.get("file") else "text", said)
        return data

    def _read(self, data) -> Sheet:
        how = {
            "separator": SEPARATORS[data.get("separator") or "auto"][0],
            "keeps_numbers": self.kind.keeps_numbers,
            "heads": self.kind.heads,
        }
        file = data.get("file")
        if file:
            return refuse_empty(read_upload(file, sheet=data.get("sheet", ""), **how))
        return refuse_empty(read_text(data["text"], **how))

    @property
    def place(self) -> Place:
        """Where the list belongs, once the form is valid."""
        stands = {stand.name: self.cleaned_data.get(stand.name) for stand in self.kind.stands_in}
        records = {name: record for name, record in stands.items() if record}
        return Place(self.user, self.cleaned_data["language"], records)

    def clean_sheet(self):
        return self.cleaned_data["sheet"].strip()


class SaveForm(forms.Form):
    """How a list is saved: what all kinds ask, and what its own does."""

    is_published = forms.TypedChoiceField(
        label=_("New records are"),
        choices=[("", _("drafts")), ("on", _("published"))],
        coerce=bool,
        required=False,
        empty_value=False,
    )
    takes_doubtful = forms.TypedChoiceField(
        label=_("Doubtful rows without a decision"),
        choices=[("", _("are left out")), ("on", _("become new records"))],
        coerce=bool,
        required=False,
        empty_value=False,
    )
    replaces = forms.TypedChoiceField(
        label=_("In records already there"),
        choices=[
            ("", _("fill in what is empty")),
            ("on", _("also replace what is different")),
        ],
        coerce=bool,
        required=False,
        empty_value=False,
    )

    def __init__(self, kind: Kind, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = [each.name for each in kind.asks]
        for each in kind.asks:
            self.fields[each.name] = forms.ChoiceField(label=each.label, choices=each.choices)
        if is_on() or not (kind.can_publish and user.has_perm(PUBLISH)):
            del self.fields["is_published"]

    def saving(self, place: Place) -> Saving:
        """How the list is saved, once the form is valid."""
        options = self.cleaned_data
        chosen = {name: options[name] for name in self.asked}
        return Saving(place, options.get("is_published", False), options["replaces"], chosen)


class ColumnsForm(forms.Form):
    """Which column of the list is what, each with a few of its cells."""

    def __init__(self, kind: Kind, place: Place, headings, samples, *args, **kwargs):
        super().__init__(*args, **kwargs)
        columns = [(column.name, column.label) for column in kind.columns_in(place)]
        self.samples = samples
        width = max(len(headings), max(map(len, samples), default=0))
        for number in range(width):
            heading = headings[number] if number < len(headings) else ""
            label = heading or _("Column %(number)d") % {"number": number + 1}
            self.fields[f"column{number}"] = forms.ChoiceField(
                label=label,
                choices=[("", _("not used")), *columns],
                required=False,
                help_text=self._sample(number),
            )

    def _sample(self, number: int) -> str:
        cells = (row[number] for row in self.samples if number < len(row))
        return " · ".join(cell[:60] for cell in cells if cell)

    def clean(self):
        told = [name for name in self.cleaned_data.values() if name]
        if not told:
            raise ValidationError(_("Say of at least one column what it is."))
        if len({*told}) < len(told):
            raise ValidationError(_("Two columns cannot be the same."))
        return self.cleaned_data

    @property
    def columns(self) -> list[str]:
        return [self.cleaned_data.get(name, "") for name in self.fields]
