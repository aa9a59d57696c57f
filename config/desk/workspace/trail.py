"""The way to a record in the admin: through what it stands in, from an event down."""

from itertools import pairwise

from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst

from agreements.models import (
    Agreement,
    AgreementCitation,
    Commitment,
    Outcome,
)
from config.desk.workspace.tabs import TABS
from delegations.models import Delegation, DelegationCitation, Meeting, Transfer, Zone
from forum.admin.alike import address_of
from forum.admin.autocompletes import is_key
from forum.history.keeping import KEPT
from forum.models import Event, EventCitation, Session
from forum.published import open_to
from forum.rights import may, sees_all

# In which tab of its event a record stands.
TAB_OF = {
    Session: "programme",
    Delegation: "delegations",
    Meeting: "delegations",
    Transfer: "delegations",
    Zone: "accreditation",
    Agreement: "agreements",
    Outcome: "outcomes",
    Commitment: "outcomes",
    EventCitation: "sources",
    DelegationCitation: "sources",
    AgreementCitation: "sources",
}
# What stands in something without being a part of its history.
ALSO_IN = {Agreement: ("event",)}

Step = tuple[str, str]


def trail(record: Model, user) -> list[Step]:
    """The steps to a record, without itself: pairs of a label and an address."""
    wholes = [each for each in _wholes(record) if _is_open(each, user)]
    first = type(wholes[0] if wholes else record)
    steps = [_list_of(first)] if may(user, "view", first) else []
    for whole, inner in pairwise([*wholes, record]):
        steps += _steps(whole, inner)
    return steps


def _is_open(record: Model, user) -> bool:
    """Whether the user may see it: an address may name what a record is to stand in."""
    if not may(user, "view", type(record)):
        return False
    return sees_all(user) or open_to(user, type(record).objects.filter(pk=record.pk)).exists()


def trail_to_tab(event: Event, tab: str, user) -> list[Step]:
    """The steps to a tab of an event, with that tab."""
    here = [(str(event), _tab(event, "overview")), (TABS[tab].label, _tab(event, tab))]
    return [*trail(event, user), *here]


def beginning(model: type[Model], request) -> Model:
    """A record that is not there yet, in what its form was opened for."""
    asked = {
        name: request.POST.get(name) or request.GET.get(name, "") for name in _stands_in(model)
    }
    return model(**{f"{name}_id": key for name, key in asked.items() if is_key(key)})


def _stands_in(model: type[Model]) -> tuple[str, ...]:
    return KEPT[model].part_of + ALSO_IN.get(model, ()) if model in KEPT else ()


def _wholes(record: Model) -> list[Model]:
    """What the record stands in, the outermost first."""
    for name in _stands_in(type(record)):
        whole = _related(record, name)
        if whole is not None:
            return [*_wholes(whole), whole]
    return []


def _related(record: Model, name: str) -> Model | None:
    try:
        return getattr(record, name)
    except ObjectDoesNotExist:
        return None


def _steps(whole: Model, inner: Model) -> list[Step]:
    if not isinstance(whole, Event):
        return [(str(whole), address_of(whole))]
    steps = [(str(whole), _tab(whole, "overview"))]
    if tab := TAB_OF.get(type(inner)):
        steps.append((TABS[tab].label, _tab(whole, tab)))
    return steps


def _tab(event: Event, tab: str) -> str:
    return reverse("admin:workspace", args=[event.pk, tab])


def _list_of(model: type[Model]) -> Step:
    label = capfirst(model._meta.verbose_name_plural)
    try:
        return label, reverse(admin_urlname(model._meta, "changelist"))
    except NoReverseMatch:
        return label, ""
