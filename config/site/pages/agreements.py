"""The page of an agreement, said again for machines."""

from agreements import views
from config.site import linked_data


class AgreementDetailView(views.AgreementDetailView):
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        link = self.request.build_absolute_uri
        said = {name: context[name] for name in ("parties", "references", "places")}
        data = linked_data.document(self.object, link, **said)
        return context | {"data": data}
