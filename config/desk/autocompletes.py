"""What an autocomplete of the admin offers: a record with what tells it from others of its name."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView

from forum.search.find import kind_of
from forum.search.index import KINDS


class TellingAutocomplete(AutocompleteJsonView):
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        shown = context["object_list"]
        kind = KINDS.get(kind_of(shown.model) or "") if hasattr(shown, "model") else None
        records = kind.records().in_bulk([record.pk for record in shown]) if kind else {}
        self.about = {key: kind.about(record) for key, record in records.items()}
        return context

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        about = self.about.get(obj.pk)
        return result | {"text": f"{obj} ({about})"} if about else result
