"""What is new and what changed, as Atom (RFC 4287)."""

from datetime import UTC, datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from agreements.filters import Register
from agreements.wording import status_label
from config.site.facets import EVENT_FACETS
from forum import wording
from forum.models import Event
from forum.records.texts import one_line, printable, said
from forum.search.facets import Filters
from forum.search.find import find, hits

LENGTH = 40
NEVER = datetime.fromtimestamp(0, tz=UTC)


def newest_changes(records) -> list:
    """The records that were changed last; at most 40."""
    return list(records.order_by("-changed_at", "-pk")[:LENGTH])


class Changes(Atom1Feed):
    """An Atom feed that is changed when an entry of it is, and by nothing else."""

    def latest_post_date(self):
        """When an entry was changed last; of none the same moment for all who ask, not "now"."""
        return max((item["updateddate"] for item in self.items), default=NEVER)


class ChangesFeed(Feed):
    """What changed last among published records; subclasses say which records."""

    feed_type = Changes

    def __call__(self, request, *args, **kwargs):
        self.request = request
        # A feed is read in the language of its address.
        self.language = get_language()
        response = super().__call__(request, *args, **kwargs)
        # Browsers show it as text, not as a download.
        response["Content-Type"] = "application/atom+xml; charset=utf-8"
        return response

    # One of the whole feed, as its entries have none (RFC 4287, 4.1.1).
    author_name = settings.SITE_NAME

    def feed_url(self):
        return self.request.get_full_path()

    def feed_guid(self):
        return self.request.build_absolute_uri()

    def item_title(self, item):
        field = next(name for name in ("title", "name", "text") if hasattr(item, name))
        return one_line(said(item, field))

    def item_guid(self, item):
        """A tag (RFC 4151): the address of a record may change, this may not."""
        kind = item._meta.model_name
        return f"tag:{settings.SITE_DOMAIN},2025:{self.language}/{kind}/{item.pk}"

    def item_description(self, item):
        # Readers take it for HTML.
        text = "\n".join(str(line) for line in self.lines(item) if line)
        return linebreaksbr(printable(text), autoescape=True)

    def lines(self, item) -> list[str]:
        """What the feed says of a record under its title."""
        return [said(item, "summary")] if hasattr(item, "summary") else []

    def item_updateddate(self, item):
        return item.changed_at


class EventFeed(ChangesFeed):
    def title(self):
        return _("New and changed events")

    def link(self):
        return reverse("event-list")

    def items(self):
        filters = Filters(self.request.GET, Event.objects.published(), EVENT_FACETS, "event")
        return newest_changes(filters.records)

    def lines(self, item):
        off = capfirst(item.get_status_display()) if item.is_off else ""
        return [off, wording.dates(item), *super().lines(item)]


class AgreementFeed(ChangesFeed):
    def title(self):
        return _("New and changed agreements")

    def link(self):
        return reverse("agreement-list")

    def items(self):
        register = Register(self.request.GET)
        return newest_changes(register.records.with_status(register.on))

    def lines(self, item):
        return [status_label(item), *super().lines(item)]


class SearchFeed(ChangesFeed):
    def title(self):
        return _("Search: %(words)s") % {"words": one_line(self.request.GET.get("q", ""))[:200]}

    def link(self):
        return f"{reverse('search')}?{self.request.GET.urlencode()}"

    def items(self):
        query = self.request.GET.get("q", "")
        keys = [key for entries in find(query).entries.values() for key in entries[:LENGTH]]
        rows = [hit.record for hit in hits(keys, query)]
        return sorted(rows, key=lambda row: row.changed_at, reverse=True)[:LENGTH]
