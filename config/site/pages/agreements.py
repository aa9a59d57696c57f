"""The page of an agreement, said again for machines."""

from agreements import views
from config.site import linked_data


class AgreementDetailView(views.AgreementDetailView):
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        link = self.request.build_absolute_uri
        data = linked_data.document(self.object, context["parties"], context["references"], link)
        return context | {"data": data}
