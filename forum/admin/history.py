"""The history of a record in the admin: what changed, and the way back."""

from collections.abc import Iterable

import reversion
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from forum.admin.autocompletes import is_key
from forum.admin.careful.seen import changes_since, seal
from forum.admin.returning import next_of
from forum.audit.seeing import note_shown
from forum.history.differences import Change, Entry, history_of
from forum.history.keeping import label
from forum.history.locking import lock
from forum.history.restoring import differences_from, put_back, what_went_with
from forum.models import Removal
from forum.rights import REVERT, guarded, sees_all

PAGE = 50


class HistoryAdmin(admin.ModelAdmin):
    """Keeps what its forms change as revisions, shows them, and puts records back."""

    def get_urls(self):
        view, opts = self.admin_site.admin_view, self.opts
        name = f"{opts.app_label}_{opts.model_name}"
        return [
            path("deleted/", view(self.deleted_view), name=f"{name}_deleted"),
            path("deleted/<int:removal>/", view(self.bring_back_view), name=f"{name}_bring_back"),
            path("<path:object_id>/history/", view(self.history_view), name=f"{name}_history"),
            path(
                "<path:object_id>/history/<int:revision>/",
                view(self.revision_view),
                name=f"{name}_revision",
            ),
            *super().get_urls(),
        ]

    # What Django's log says of a change is the sentence of its revision.

    def log_addition(self, request, obj, message):
        return _with_sentence(super().log_addition(request, obj, message))

    def log_change(self, request, obj, message):
        return _with_sentence(super().log_change(request, obj, message))

    def history_view(self, request, object_id, extra_context=None):
        record = self._found(request, object_id)
        entries = self._entries(request, record)[::-1]
        page = Paginator(entries, PAGE).get_page(request.GET.get("page"))
        context = {"title": _("History: %(record)s") % {"record": record}, "page_obj": page}
        return self._history_page(request, "history", record, context | (extra_context or {}))

    def revision_view(self, request, object_id, revision):
        """What a revision changed, and what putting the record back to it would change now."""
        record = self._found(request, object_id)
        ident = (label(record), record.pk)
        entries = {entry.revision.pk: entry for entry in self._entries(request, record)}
        if revision not in entries:
            raise Http404
        if request.method == "POST":
            lock(record)
        changes = differences_from(ident, revision)
        if request.method == "POST" and self._is_as_seen(request, changes):
            day = localtime(entries[revision].at)
            comment = _("Put back as it was on %(day)s.")
            comment %= {"day": date_format(day, "DATETIME_FORMAT")}
            self._put_back(request, changes, comment)
            return HttpResponseRedirect(next_of(request, self._address("history", record.pk)))
        context = {
            "title": _("Revision: %(record)s") % {"record": record},
            "entry": entries[revision],
            "changes": _seen(request, changes),
            "may_put_back": self._may_put_back(request, changes),
            "seen": seal(_current(changes)),
        }
        return self._history_page(request, "revision", record, context)

    def deleted_view(self, request):
        """What was deleted of this kind and is not there again."""
        self._refuse_without_right(request)
        there = self.model._base_manager.filter(pk=OuterRef("key"))
        rows = Removal.objects.filter(~Exists(there), model=label(self.model))
        page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
        context = {"title": _("Deleted records"), "page_obj": page}
        return self._history_page(request, "deleted", None, context)

    def bring_back_view(self, request, removal):
        """What a deletion took away, to be brought back as a whole."""
        removal = get_object_or_404(Removal, pk=removal, model=label(self.model))
        self._refuse_without_right(request)
        changes = what_went_with(removal)
        note_shown(request, removal, _private(_seen(request, changes)))
        if request.method == "POST":
            if self._put_back(request, changes, _("Brought back.")):
                return HttpResponseRedirect(self._address("change", removal.key))
            return HttpResponseRedirect(self._address("deleted"))
        context = {
            "title": _("Bring back: %(record)s") % {"record": removal},
            "changes": _seen(request, changes),
            "may_put_back": self._may_put_back(request, changes),
        }
        return self._history_page(request, "bring_back", None, context)

    def _found(self, request, object_id):
        self._refuse_without_right(request)
        record = self.get_object(request, object_id) if is_key(object_id) else None
        if record is None:
            raise Http404
        return record

    def _refuse_without_right(self, request) -> None:
        """Whoever sees only what is published has no history, which tells what was not."""
        if not (sees_all(request.user) and self.has_view_permission(request)):
            raise PermissionDenied

    def _entries(self, request, record) -> list[Entry]:
        """The history of the record, without the parts that the reader may not see."""
        entries = history_of((label(record), record.pk))
        for entry in entries:
            entry.changes = _seen(request, entry.changes)
        note_shown(request, record, _private(each for entry in entries for each in entry.changes))
        return [entry for entry in entries if entry.changes]

    def _may_put_back(self, request, changes) -> bool:
        return request.user.has_perms({REVERT}.union(*(change.rights for change in changes)))

    def _is_as_seen(self, request, changes) -> bool:
        """Whether nobody changed anything since the page was shown; if somebody did, it says so."""
        if not changes_since(request, _current(changes)):
            return True
        text = _("Somebody changed this record meanwhile: look at it and send this again.")
        self.message_user(request, text, messages.WARNING)
        return False

    def _put_back(self, request, changes, comment: str) -> bool:
        """Whether it was done; if not, a message says why. Refuses those who lack a right."""
        if not self._may_put_back(request, changes):
            raise PermissionDenied
        try:
            put_back(changes, by=request.user, comment=comment)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return False
        self.message_user(request, comment, messages.SUCCESS)
        return True

    def _address(self, name: str, *arguments) -> str:
        view = f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}"
        return reverse(view, args=arguments)

    def _history_page(self, request, name: str, record, context: dict) -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": record,
            "next": next_of(request),
            "urls": f"admin:{self.opts.app_label}_{self.opts.model_name}",
            **context,
        }
        return TemplateResponse(request, f"admin/history/{name}.html", context)


def _current(changes) -> dict:
    return {change.ident: change.before for change in changes}


def _seen(request, changes) -> list[Change]:
    """The changes as far as the reader may know of them."""
    return [seen for change in changes if (seen := change.seen_by(request.user))]


def _private(changes: Iterable[Change]) -> set[str]:
    """The names of the private fields that these changes tell of."""
    return {name for change in changes for name in change.changed & guarded(change.model)}


def _with_sentence(entry):
    if reversion.is_active() and not reversion.get_comment():
        reversion.set_comment(entry.change_message)
    return entry
