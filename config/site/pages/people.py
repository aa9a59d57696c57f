"""The pages of institutions and officials, with what they signed."""

from django.utils import timezone

from agreements import reads
from config.site import linked_data
from delegations import views


class InstitutionDetailView(views.InstitutionDetailView):
    def get_context_data(self, **kwargs):
        return super().get_context_data(
            bonds=reads.bonds_of(self.object, timezone.localdate()),
            data=linked_data.organization(self.object, self.request.build_absolute_uri),
            **kwargs,
        )


class OfficialDetailView(views.OfficialDetailView):
    def get_context_data(self, **kwargs):
        return super().get_context_data(
            deeds=reads.deeds_of(self.object),
            data=linked_data.person(self.object, self.request.build_absolute_uri),
            **kwargs,
        )
