"""Records with a page of their own in the admin: publishing them, and taking them off the site."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forum.admin.alike import OffersAlike
from forum.admin.records import RecordAdmin
from forum.admin.returning import next_of, returning
from forum.services import set_published


class PublishableAdmin(OffersAlike, RecordAdmin):
    """A kind of record that has a page of its own, once it is published.

    `published_with` names the pages that publish such records with what they name: “event” those
    called event_publish and event_unpublish. Then nothing else publishes them.
    """

    actions = ["publish", "unpublish"]
    published_with = ""

    @admin.action(description=_("Publish the selected records"), permissions=["change"])
    def publish(self, request, queryset):
        return self._set_published(request, queryset, is_published=True)

    @admin.action(description=_("Take the selected records off the site"), permissions=["change"])
    def unpublish(self, request, queryset):
        return self._set_published(request, queryset, is_published=False)

    def _set_published(self, request, queryset, *, is_published):
        if self.published_with:
            return self._ask_along(request, queryset, is_published)
        changed = set_published(queryset, is_published=is_published, by=request.user)
        text = ngettext("%(count)d record changed.", "%(count)d records changed.", changed)
        self.message_user(request, text % {"count": changed}, messages.SUCCESS)
        return None

    def _ask_along(self, request, queryset, is_published):
        keys = list(queryset.values_list("pk", flat=True)[: self.list_per_page + 1])
        if len(keys) > self.list_per_page:
            text = _("Choose at most %(most)d at a time.") % {"most": self.list_per_page}
            return self.message_user(request, text, messages.ERROR)
        return HttpResponseRedirect(self.publishing_url(keys, is_published))

    def publishing_url(self, keys, is_published) -> str:
        """Where staff see what the pages of these records name, and publish it along."""
        act = "publish" if is_published else "unpublish"
        return reverse(f"admin:{self.published_with}_{act}", args=[",".join(map(str, keys))])

    def get_readonly_fields(self, request, obj=None):
        own = ["is_published"] if self.published_with else []
        return [*super().get_readonly_fields(request, obj), *own]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if self.published_with:
            context["saves_to_publish"] = not (obj and obj.is_published)
        if self.published_with and obj:
            context["publish_url"] = self._and_back(request, obj, is_published=True)
            context["unpublish_url"] = self._and_back(request, obj, is_published=False)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        response = super().response_add(request, obj, post_url_continue)
        return self._to_publishing(request, obj) or response

    def response_change(self, request, obj):
        response = super().response_change(request, obj)
        return self._to_publishing(request, obj) or response

    def _to_publishing(self, request, obj):
        if "_publish" in request.POST and self.published_with:
            return HttpResponseRedirect(self._and_back(request, obj, is_published=True))
        return None

    def _and_back(self, request, obj, *, is_published) -> str:
        return returning(self.publishing_url([obj.pk], is_published), next_of(request))
