"""What search engines are told to read, in every language."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from agreements.dossier.pairs import pairs
from agreements.models import Agreement, Commitment
from delegations.models import Institution, Official
from forum.models import Event, Session


class PagesSitemap(Sitemap):
    i18n = alternates = x_default = True

    def items(self):
        lists = ("event-list", "agreement-list", "institution-list", "official-list")
        return ["home", "about", *lists, "relation-list"]

    def location(self, item):
        return reverse(item)


class RelationsSitemap(Sitemap):
    """Every pair of countries that has something."""

    i18n = alternates = x_default = True
    limit = 5000

    def items(self):
        return pairs()


class RecordsSitemap(Sitemap):
    """Every published record of one kind, with the day of its last change."""

    i18n = alternates = x_default = True
    limit = 5000

    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.published().order_by("pk")

    def get_latest_lastmod(self):
        return None

    def lastmod(self, record):
        return record.changed_at


class ItemsSitemap(RecordsSitemap):
    """The public items of published programmes, each of which has a page of its own."""

    def __init__(self):
        super().__init__(Session)

    def items(self):
        items = Session.objects.public().filter(event__is_published=True)
        return items.select_related("event").order_by("pk")


SITEMAPS = {"pages": PagesSitemap, "relations": RelationsSitemap, "items": ItemsSitemap} | {
    model._meta.model_name + "s": lambda model=model: RecordsSitemap(model)
    for model in (Event, Agreement, Commitment, Institution, Official)
}
