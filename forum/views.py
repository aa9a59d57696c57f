from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView

from forum.files import file_response
from forum.forms import EventFilterForm
from forum.models import Attachment, Event, EventCitation
from forum.programme import by_day


class EventListView(ListView):
    queryset = Event.objects.published().for_listing().newest_first()
    paginate_by = 50

    def get_queryset(self):
        self.filters = EventFilterForm(self.request.GET)
        return self.filters.narrow(super().get_queryset())

    def get_context_data(self, **kwargs):
        return super().get_context_data(filters=self.filters, **kwargs)


class EventDetailView(DetailView):
    model = Event
    queryset = Event.objects.published().for_listing().select_related("parent")

    def get_context_data(self, **kwargs):
        event = self.object
        return super().get_context_data(
            children=event.children.published().in_time(),
            attachments=event.attachments.public(),
            figures=event.figures.besides_documents().select_related("source"),
            citations=event.citations.select_related("source"),
            **kwargs,
        )


class EventProgrammeView(DetailView):
    model = Event
    queryset = Event.objects.published().select_related("venue")
    template_name = "forum/event_programme.html"

    def get_context_data(self, **kwargs):
        sessions = self.object.sessions.public().in_order().select_related("venue__parent")
        return super().get_context_data(
            sessions=sessions,
            days=by_day(sessions),
            citations=EventCitation.objects.filter(session__in=sessions).select_related(
                "source", "session"
            ),
            **kwargs,
        )


@require_safe
def attachment_file(request, slug, pk):
    """Hand out a public file of a published event."""
    public = Attachment.objects.public().filter(event__in=Event.objects.published())
    attachment = get_object_or_404(public.exclude(file=""), event__slug=slug, pk=pk)
    return file_response(attachment.file.open, as_attachment=True)
