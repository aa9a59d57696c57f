"""One head of a delegation: held by its form over all rows, and told where there is none."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from delegations.admin.offices import WarningFormSet, WarnsInRows
from delegations.models import Delegation, Member
from delegations.models.delegation import SECOND_HEAD


class OneHeadFormSet(WarningFormSet):
    """Members of one delegation: who leads may change places with another in one form."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form.instance.is_among_rows = True
        return form

    def clean(self):
        super().clean()
        rows = [form for form in self.forms if form.has_changed() or form.instance.pk]
        staying = [form for form in rows if not self._should_delete_form(form)]
        heads = [form for form in staying if _leads(form)]
        if len(heads) + self._heads_elsewhere(rows) > 1:
            for form in heads[1:] or heads:
                form.add_error("function", ValidationError(SECOND_HEAD, code="second_head"))

    def _heads_elsewhere(self, rows) -> int:
        """How many heads the delegation has that this page of the form does not show."""
        if not self.instance.pk:
            return 0
        shown = [form.instance.pk for form in rows if form.instance.pk]
        return Member.objects.heads().filter(delegation=self.instance).exclude(pk__in=shown).count()


def _leads(form) -> bool:
    return form.is_valid() and form.instance.is_head


class OneHead(WarnsInRows):
    """An inline of the members of a delegation."""

    formset = OneHeadFormSet


class TellsOfNoHead:
    """The admin of delegations, whose form tells if nobody leads one that comes."""

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and request.method == "GET" and Delegation.objects.without_head().contains(obj):
            messages.warning(request, _("This delegation has no head yet."))
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
