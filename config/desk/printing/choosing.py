"""For whom something is printed, and in which language: what staff choose in the address."""

from collections.abc import Iterable
from dataclasses import replace

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from config.desk.printing.gathering import Choice, Gathering

WIDEST = 40


class Several(forms.TypedMultipleChoiceField):
    """Any of some choices, none of which narrows nothing."""

    def __init__(self, *, label, choices: Iterable[tuple], coerce=str, widget=None):
        super().__init__(
            label=label,
            choices=list(dict.fromkeys(choices)),
            coerce=coerce,
            required=False,
            widget=widget or forms.CheckboxSelectMultiple,
        )


class PrintForm(forms.Form):
    """Chosen with a GET, since nothing is changed: a choice can be kept as a bookmark."""

    language = forms.ChoiceField(
        label=_("language of the documents"), choices=settings.LANGUAGES, required=False
    )
    width = forms.IntegerField(
        label=_("seats in a row"), min_value=1, max_value=WIDEST, required=False
    )

    def __init__(self, data, gathering: Gathering):
        super().__init__(data, initial={"language": get_language(), "width": gathering.width})
        self.gathering, guests = gathering, gathering.guests
        sides = [(each.key, each.name) for each in gathering.sides]
        functions = [(each.function, each.function_name) for each in guests]
        states = [(each.entry.state, each.entry.state_name) for each in guests]
        self.fields["width"].widget.attrs["placeholder"] = gathering.width
        names = [(each.key, each.called) for each in guests]
        hidden = forms.MultipleHiddenInput
        self.fields["delegation"] = Several(label=_("delegations"), choices=sides, coerce=int)
        self.fields["function"] = Several(label=_("functions"), choices=functions)
        self.fields["state"] = Several(label=_("accreditation"), choices=states)
        self.fields["member"] = Several(
            label=_("members"), choices=names, coerce=int, widget=hidden
        )

    def narrowed(self) -> Gathering:
        """Those for whom it is; of a form that is refused, nobody is left out."""
        said = self.cleaned_data if self.is_valid() else {}
        width = said.get("width") or self.gathering.width
        choice = Choice(
            sides=frozenset(said.get("delegation", ())),
            guests=frozenset(said.get("member", ())),
            functions=frozenset(said.get("function", ())),
            states=frozenset(said.get("state", ())),
        )
        return replace(self.gathering.narrowed(choice), width=width)


def language_of(request) -> str:
    """The language in which the address asks for a document, or else that of the page."""
    asked = request.GET.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else get_language()
