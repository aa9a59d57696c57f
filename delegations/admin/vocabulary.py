"""The offices that many hold: their page, and where they are offered to whoever types one."""

from collections.abc import Iterable

from django.contrib import admin
from django.db.models import QuerySet
from django.http import JsonResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from delegations.models import Appointment, CommonOffice, Member
from forum.admin.offering import Offered
from forum.admin.records import RecordAdmin
from forum.derived import catch_up
from forum.published import open_to
from forum.records.texts import LANGUAGES
from forum.records.translated import columns

# So many of the vocabulary stand in the page; so many are offered for what is typed, from those
# that were recorded last.
USUAL, OFFERED, LATEST = 150, 20, 2000
ON_RECORD = (Appointment, Member)


def usual_offices() -> dict[str, list[str]]:
    """The common offices in each language, in the reader's alphabet."""
    catch_up()
    rows = CommonOffice.objects.order_by(CommonOffice.sort_key.here)[:USUAL]
    names = {language: [getattr(row, f"name_{language}") for row in rows] for language in LANGUAGES}
    return {language: [*dict.fromkeys(filter(None, texts))] for language, texts in names.items()}


OFFICES = Offered("offices", usual_offices, more="admin:delegations_commonoffice_offices")


class OffersOffices:
    """A form of somebody in an office."""

    offers = {"office": OFFICES, "also_office": OFFICES}


def offices_with(text: str, language: str, on_record: Iterable[QuerySet]) -> list[str]:
    """Offices with a text in them: common ones, then what was recorded last, each once."""
    wanted = text.casefold()
    texts = usual_offices()[language]
    column = f"office_{language}"
    for records in on_record:
        rows = records.exclude(**{column: ""}).order_by("-pk")
        texts += rows.values_list(column, flat=True)[:LATEST]
    found = dict.fromkeys(each for each in texts if wanted in each.casefold())
    return sorted(found, key=lambda each: not each.casefold().startswith(wanted))[:OFFERED]


class CommonOfficeAdmin(RecordAdmin):
    fieldsets = [(None, {"fields": ["name", "rank", "spellings"]})]
    list_display = ["name", "rank", "in_all_languages"]
    list_filter = ["rank"]
    list_select_related = ["rank"]
    search_fields = [*columns("name"), "spellings"]
    sortable_by = None

    @admin.display(description=_("in all languages"), boolean=True)
    def in_all_languages(self, office):
        return all(getattr(office, column) for column in columns("name"))

    def get_urls(self):
        view = self.admin_site.admin_view(self.offices_view)
        name = "delegations_commonoffice_offices"
        return [path("offices/", view, name=name), *super().get_urls()]

    def offices_view(self, request):
        """Offices that have what is typed, as JSON: {offered}; on record only what one may see."""
        language = request.GET.get("language", "")
        if language not in LANGUAGES:
            return JsonResponse({"offered": []})
        seen = [each for each in ON_RECORD if self._may_see(request, each)]
        text = request.GET.get("text", "")[:200]
        rows = [open_to(request.user, model.objects.all()) for model in seen]
        return JsonResponse({"offered": offices_with(text, language, rows)})

    def _may_see(self, request, model) -> bool:
        return self.admin_site.get_model_admin(model).has_view_permission(request)
