from django import forms
from django.utils.translation import gettext_lazy as _

from forum.choices import EventKind
from forum.countries import choices_among
from forum.models import Event, Series, Topic

ANY = [("", _("any"))]


def countries_among(queryset) -> list[tuple[str, str]]:
    """Choices of the countries that occur, in the reader's language."""
    return choices_among(queryset.order_by().values_list("country", flat=True).distinct())


class EventFilterForm(forms.Form):
    """What a visitor may narrow the list of events by."""

    when = forms.ChoiceField(
        label=_("When"),
        required=False,
        choices=[*ANY, ("upcoming", _("upcoming")), ("past", _("past"))],
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[*ANY, *EventKind.choices])
    country = forms.ChoiceField(label=_("Country"), required=False)
    series = forms.ModelChoiceField(
        label=_("Series"),
        required=False,
        queryset=Series.objects.all(),
        to_field_name="slug",
        empty_label=_("any"),
    )
    topic = forms.ModelChoiceField(
        label=_("Topic"),
        required=False,
        queryset=Topic.objects.all(),
        to_field_name="slug",
        empty_label=_("any"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        published = Event.objects.published()
        self.fields["country"].choices = [*ANY, *countries_among(published)]
        self.fields["series"].queryset = Series.objects.filter(events__in=published).distinct()
        self.fields["topic"].queryset = Topic.objects.filter(events__in=published).distinct()

    def narrow(self, events):
        """The events that the given choices leave; a wrong choice is shown and leaves all."""
        chosen = self.cleaned_data if self.is_valid() else {}
        when = chosen.get("when")
        if when:
            events = events.upcoming() if when == "upcoming" else events.past()
        lookups = {"kind": "kind", "country": "country", "series": "series", "topic": "topics"}
        return events.filter(
            **{lookup: chosen[name] for name, lookup in lookups.items() if chosen.get(name)}
        )
