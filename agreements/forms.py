from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.choices import Instrument, Status
from agreements.models import Agreement
from delegations.models import Institution
from forum.countries import choices_among
from forum.forms import ANY
from forum.models import Topic


class AgreementFilterForm(forms.Form):
    """What a visitor may narrow the register of agreements by."""

    status = forms.ChoiceField(
        label=_("Status today"), required=False, choices=[*ANY, *Status.choices]
    )
    instrument = forms.ChoiceField(
        label=_("Instrument"), required=False, choices=[*ANY, *Instrument.choices]
    )
    country = forms.ChoiceField(label=_("Country"), required=False)
    institution = forms.ModelChoiceField(
        label=_("Institution"),
        required=False,
        queryset=Institution.objects.none(),
        to_field_name="slug",
        empty_label=_("any"),
    )
    field = forms.ModelChoiceField(
        label=_("Field of cooperation"),
        required=False,
        queryset=Topic.objects.none(),
        to_field_name="slug",
        empty_label=_("any"),
    )
    year = forms.IntegerField(label=_("Year"), required=False, min_value=1000, max_value=9999)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        published = Agreement.objects.published()
        institutions = Institution.objects.published().filter(parties__agreement__in=published)
        self.fields["institution"].queryset = institutions.distinct().in_order()
        self.fields["field"].queryset = Topic.objects.filter(
            provisions__agreement__in=published
        ).distinct()
        self.fields["country"].choices = [*ANY, *choices_among(published.countries())]

    def narrow(self, agreements):
        """The agreements that the choices leave; a wrong choice is shown and leaves all."""
        chosen = self.cleaned_data if self.is_valid() else {}
        lookups = {
            "status": "status",
            "instrument": "instrument",
            "institution": "parties__institution",
            "field": "provisions__topic",
            "year": "concluded_on__year",
        }
        agreements = agreements.filter(
            **{lookup: chosen[name] for name, lookup in lookups.items() if chosen.get(name)}
        )
        if country := chosen.get("country"):
            agreements = agreements.of_country(country)
        return agreements.distinct()
