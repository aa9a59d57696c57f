from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from forum.models import Attachment, Event
from forum.uploads.sending import PUBLIC, file_response


@require_safe
def attachment_file(request, slug, pk):
    """Hand out a public file of a published event."""
    public = Attachment.objects.public().filter(event__in=Event.objects.published())
    attachment = get_object_or_404(public.exclude(file=""), event__slug=slug, pk=pk)
    said = {"as_attachment": True, "filename": attachment.file_name}
    return file_response(attachment.file.open, caching=PUBLIC, **said)
