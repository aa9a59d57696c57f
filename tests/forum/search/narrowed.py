"""The list of events as somebody narrows it."""

from django.http import QueryDict

from config.site.facets import EVENT_FACETS
from forum.models import Event
from forum.search.facets import Filters


def narrowed(query=""):
    return Filters(QueryDict(query), Event.objects.published(), EVENT_FACETS, "event")


def choices(filters, label):
    (group,) = [group for group in filters.groups if group.label == label]
    return {choice.label: choice.count for choice in group.choices}
