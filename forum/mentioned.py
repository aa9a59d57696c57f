"""Which other events the pages of an event name."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from forum.mentions import Mention, mentioned_on
from forum.models import Event


@mentioned_on(Event)
def parts_and_whole(events) -> Iterator[Mention]:
    """Its parts, and the visit or summit that it is a part of."""
    for part in Event.objects.filter(parent__in=events).in_time():
        yield Mention(part, _("a part of it"), is_part=True)
    wholes = {event.parent_id for event in events if event.parent_id}
    for whole in Event.objects.filter(pk__in=wholes):
        yield Mention(whole, _("it is a part of this"), is_meant=False)
