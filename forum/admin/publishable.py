"""Records with a page of their own in the admin: publishing them, and taking them off the site."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forum.admin.alike import OffersAlike
from forum.admin.records import RecordAdmin
from forum.admin.returning import next_of, returning
from forum.admin.reviewing import ReviewFilter, review_of
from forum.review.submissions import is_on
from forum.rights import PUBLISH, sees_all
from forum.services import set_published


class PublishableAdmin(OffersAlike, RecordAdmin):
    """A kind of record that has a page of its own, once it is published.

    `published_with` names the pages that publish such records with what they name: “event” those
    called event_publish and event_unpublish. Then nothing else publishes them.
    """

    actions = ["publish", "unpublish"]
    published_with = ""

    @admin.action(description=_("Publish the selected records"), permissions=["publish"])
    def publish(self, request, queryset):
        return self._set_published(request, queryset, is_published=True)

    @admin.action(description=_("Take the selected records off the site"), permissions=["publish"])
    def unpublish(self, request, queryset):
        return self._set_published(request, queryset, is_published=False)

    def has_publish_permission(self, request, obj=None):
        return request.user.has_perm(PUBLISH) and self.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        """Whoever deletes what is published takes it off the site."""
        may = super().has_delete_permission(request, obj)
        return may and (request.user.has_perm(PUBLISH) or not getattr(obj, "is_published", False))

    def _set_published(self, request, queryset, *, is_published):
        if self.published_with:
            return self._ask_along(request, queryset, is_published)
        try:
            changed = set_published(queryset, is_published=is_published, by=request.user)
        except ValidationError as refusal:
            return self.message_user(request, " ".join(refusal.messages), messages.ERROR)
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
        is_asked = request.user.has_perm(PUBLISH) and not (self.published_with or is_on())
        own = [] if is_asked else ["is_published"]
        return [*super().get_readonly_fields(request, obj), *own]

    def get_list_filter(self, request):
        narrowed = [ReviewFilter] if is_on() and sees_all(request.user) else []
        return [*super().get_list_filter(request), *narrowed]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and self.has_change_permission(request, obj):
            context |= review_of(request, obj, request.get_full_path())
        may_publish = self.published_with and self.has_publish_permission(request, obj)
        if may_publish:
            context["saves_to_publish"] = not (obj and obj.is_published)
        if may_publish and obj:
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
        is_asked = "_publish" in request.POST and self.published_with
        if is_asked and self.has_publish_permission(request, obj):
            return HttpResponseRedirect(self._and_back(request, obj, is_published=True))
        return None

    def _and_back(self, request, obj, *, is_published) -> str:
        return returning(self.publishing_url([obj.pk], is_published), next_of(request))
