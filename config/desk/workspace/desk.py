"""An event on a member of staff's desk: who works on it, in which tab, and what they may do."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from delegations.naming import Reader
from delegations.protocol.order import Precedence, ranked
from forum.admin.alike import address_of
from forum.admin.autocompletes import is_key
from forum.admin.returning import returning
from forum.models import Event
from forum.published import open_to
from forum.rights import may, sees_all


@dataclass(frozen=True)
class Desk:
    request: HttpRequest
    event: Event
    tab: str

    @property
    def address(self) -> str:
        """The page of this tab, to which every form that it opens returns."""
        return reverse("admin:workspace", args=[self.event.pk, self.tab])

    def may(self, action: str, model: type[Model]) -> bool:
        return may(self.request.user, action, model)

    @property
    def sees_all(self) -> bool:
        return sees_all(self.request.user)

    @cached_property
    def order(self) -> Precedence:
        """Who comes before whom, as far as the reader may see who comes."""
        order = ranked(self.event, Reader.STAFF if self.sees_all else Reader.VISITOR)
        order.explain()
        return order

    def shown(self, rows: QuerySet) -> QuerySet:
        """Of these rows those that the reader may see."""
        return open_to(self.request.user, rows)

    def form_of(self, record: Model) -> str:
        """Where the record is changed, and back."""
        return returning(address_of(record), self.address)

    def link(self, record: Model, text: str = "") -> SafeString | str:
        """The record, as the way to its form for those who may see that."""
        text = text or str(record)
        if not self.may("view", type(record)):
            return text
        return format_html('<a href="{}">{}</a>', self.form_of(record), text)

    def adding(self, model: type[Model], **preset) -> str:
        """Where a record of the kind is added, and back; empty for those who may not."""
        if not self.may("add", model):
            return ""
        known = {name: value for name, value in preset.items() if value}
        address = f"{reverse(admin_urlname(model._meta, 'add'))}?{urlencode(known)}"
        return returning(address, self.address)

    def admin_of(self, record: Model) -> admin.ModelAdmin:
        return admin.site.get_model_admin(type(record))


def yes(is_so: bool) -> str:
    return _("yes") if is_so else _("no")


def event_at(request: HttpRequest, key: str) -> Event:
    """The event at an address of its workspace, for whoever may view it."""
    if not may(request.user, "view", Event):
        raise PermissionDenied
    rows = Event.objects.select_related("parent", "series")
    return get_object_or_404(open_to(request.user, rows), pk=key if is_key(key) else None)
