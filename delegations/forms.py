from django import forms
from django.utils.translation import gettext_lazy as _

from delegations.choices import InstitutionKind
from delegations.models import Institution
from forum.forms import ANY, countries_among


class InstitutionFilterForm(forms.Form):
    """What a visitor may narrow the list of institutions by."""

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[*ANY, *InstitutionKind.choices]
    )
    country = forms.ChoiceField(label=_("Country"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [*ANY, *countries_among(Institution.objects.published())]

    def narrow(self, institutions):
        """The institutions that the choices leave; a wrong choice is shown and leaves all."""
        chosen = self.cleaned_data if self.is_valid() else {}
        return institutions.filter(**{name: value for name, value in chosen.items() if value})
