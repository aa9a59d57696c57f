"""A person or an institution recorded on the way, from the form of something else.

Such a form asks only for what tells one from another, and takes over from where one stands what
it can: the country and kind of a delegation, the institution of a row, the name that was typed.
"""

from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import ValidationError

from delegations.admin.doubles import AsksAboutDoubles
from delegations.choices import DelegationKind, InstitutionKind
from delegations.models import Appointment
from forum.admin.autocompletes import is_key
from forum.admin.languages import columns_here
from forum.records.texts import reader_language

# What those who come in a delegation of a kind mostly belong to.
KIND_OF_BODY = {
    DelegationKind.OFFICIAL: InstitutionKind.MINISTRY,
    DelegationKind.ACADEMIC: InstitutionKind.UNIVERSITY,
    DelegationKind.BUSINESS: InstitutionKind.COMPANY,
    DelegationKind.CULTURAL: InstitutionKind.CULTURE,
    DelegationKind.PARLIAMENTARY: InstitutionKind.PARLIAMENT,
}


class QuickAdmin:
    """A kind of record that is often added from a chooser of another form."""

    def quick_rows(self, request) -> list:
        """The rows of its short form."""
        raise NotImplementedError

    def get_fieldsets(self, request, obj=None):
        if is_quick(request, obj):
            return [(None, {"fields": self.quick_rows(request)})]
        return super().get_fieldsets(request, obj)

    def get_inlines(self, request, obj):
        return [] if is_quick(request, obj) else super().get_inlines(request, obj)

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        name = {f"name_{reader_language()}": initial["name"]} if "name" in initial else {}
        return initial | name


class QuickInstitution(QuickAdmin):
    def quick_rows(self, request):
        return [columns_here("name"), ("country", "kind")]

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        if kind := KIND_OF_BODY.get(initial.get("delegation_kind")):
            initial["kind"] = kind
        return self._country_there(request, initial.get("institution")) | initial

    def _country_there(self, request, key) -> dict:
        """The country of the institution for which somebody is recorded, for one of its own."""
        is_seen = is_key(key) and self.has_view_permission(request)
        body = self.get_queryset(request).filter(pk=key).first() if is_seen else None
        return {"country": body.country} if body else {}


class QuickOfficialForm(AsksAboutDoubles):
    """Asks for the office too, which is recorded as held from a day that is not known."""

    appointment = None

    def _post_clean(self):
        super()._post_clean()
        given = {name: self.cleaned_data.get(name) for name in OFFICE if name in self.fields}
        if not any(given.values()):
            return
        self.appointment = Appointment(**given)
        try:
            self.appointment.full_clean(exclude=["official"])
        except ValidationError as refusal:
            self.add_error(None, refusal.messages)

    def _save_m2m(self):
        super()._save_m2m()
        if self.appointment:
            self.appointment.official = self.instance
            self.appointment.save()


OFFICE = (*Appointment.office.fields, "institution")


class QuickOfficial(QuickAdmin):
    def quick_rows(self, request):
        office = [columns_here("office"), "institution"] if _may_appoint(request) else []
        return [columns_here("name"), *office]

    def get_form(self, request, obj=None, change=False, **kwargs):
        if is_quick(request, obj) and _may_appoint(request):
            fields = {name: self._field(name, request) for name in OFFICE}
            kwargs["form"] = type("QuickOfficialForm", (QuickOfficialForm,), fields)
        return super().get_form(request, obj, change=change, **kwargs)

    def _field(self, name, request):
        return self.formfield_for_dbfield(Appointment._meta.get_field(name), request)


def _may_appoint(request) -> bool:
    return request.user.has_perm("delegations.add_appointment")


def is_quick(request, record) -> bool:
    """Whether the form of a new record was opened from another form."""
    return record is None and (IS_POPUP_VAR in request.GET or IS_POPUP_VAR in request.POST)
