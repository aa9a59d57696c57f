from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage, storages
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from agreements.models import Agreement
from delegations.models import Institution, Official
from forum.files import file_response
from forum.models import Event

# Who may open the files of a folder of the private storage.
PERMISSION_OF_FOLDER = {
    "attachments": "forum.view_attachment",
    "texts": "agreements.view_text",
}


class HomeView(TemplateView):
    template_name = "home.html"

    def get_context_data(self, **kwargs):
        events = Event.objects.published()
        agreements = Agreement.objects.published()
        return super().get_context_data(
            upcoming=events.upcoming().for_listing()[:5],
            recent=events.past().for_listing()[:5],
            agreements=agreements.for_listing().newest_first()[:5],
            event_count=events.count(),
            agreement_count=agreements.count(),
            institution_count=Institution.objects.published().count(),
            official_count=Official.objects.published().count(),
            **kwargs,
        )


@require_safe
def healthz(request):
    """Say that the process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request):
    """Say whether the database answers and is migrated; 503 if it is not migrated."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return HttpResponse("migrations pending", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def media(request, name):
    """Hand out a public picture. A web server in front may do it faster."""
    return file_response(lambda: default_storage.open(name))


@staff_member_required
@require_safe
def private_file(request, name):
    """Hand out a private file to staff who may see the record that it belongs to."""
    # The plain name of a file in its folder: “..” must not lead from one folder to another.
    folder, _slash, file = name.partition("/")
    permission = PERMISSION_OF_FOLDER.get(folder) if "/" not in file else None
    if permission is None or not request.user.has_perm(permission):
        raise PermissionDenied
    response = file_response(lambda: storages["private"].open(name), as_attachment=True)
    response["Cache-Control"] = "private, no-store"
    return response
