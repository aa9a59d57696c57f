"""The way from the admin to a record's page on the site, for whoever may see the record."""

from django.contrib import admin
from django.contrib.admin.exceptions import NotRegistered
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from forum.admin.autocompletes import is_key


def view_on_site(request, content_type_id, object_id):
    """Lead there: Django would do so for any record, and its address tells what it is called."""
    if not (is_key(content_type_id) and is_key(object_id)):
        raise Http404
    try:
        model = get_object_or_404(ContentType, pk=content_type_id).model_class()
        record_admin = admin.site.get_model_admin(model)
    except NotRegistered as error:
        raise Http404 from error
    if not record_admin.has_view_permission(request):
        raise PermissionDenied
    if record_admin.get_object(request, object_id) is None:
        raise Http404
    return shortcut(request, content_type_id, object_id)
