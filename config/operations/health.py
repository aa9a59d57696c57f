"""What a load balancer or a monitor asks: does the process run, can it do its work."""

from pathlib import Path
from tempfile import TemporaryFile

from django.core.files.storage import FileSystemStorage, storages
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.operations.away import RETRY_AFTER


@never_cache
@require_safe
def healthz(request):
    """Say that the process answers."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def readyz(request):
    """Say that all that the site needs is there, or 503 and what is not, without details."""
    missing = _missing()
    response = HttpResponse(missing or "ok", content_type="text/plain")
    if missing:
        response.status_code = 503
        response["Retry-After"] = RETRY_AFTER
    return response


def _missing() -> str:
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, InterfaceError):
        return "database away"
    if pending:
        return "migrations pending"
    return "" if all(map(_is_writable, ("default", "private"))) else "media not writable"


def _is_writable(name) -> bool:
    """Whether a file could be kept; a store on another machine says so itself when it is used."""
    storage = storages[name]
    if not isinstance(storage, FileSystemStorage):
        return True
    folder = Path(storage.location)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as file:
            file.write(b"ready")
    except OSError:
        return False
    return True
