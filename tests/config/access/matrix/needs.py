"""What each address takes, as rights: what the matrix holds the answers against."""

from django.contrib.auth.models import Group, User

from agreements.models import (
    Agreement,
    Commitment,
    Outcome,
    Party,
    ProgressNote,
    Provision,
    Reminder,
    Signatory,
    Text,
)
from delegations.admin.nominating.asking import RIGHTS as ASKING
from delegations.models import Delegation, Institution, Member, Official
from delegations.rights import ACCREDIT, CHECK_IN
from forum.models import Event, EventCitation, Letter, Source
from forum.rights import ERASE, EXPORT, MERGE, PUBLISH, REVERT, VIEW_UNPUBLISHED
from tests.config.access.matrix.addresses import Route

PUBLISHABLE = (Event, Institution, Official, Agreement)
NOBODY_HAS = "nobody"
# What was sent is only looked at.
READ_ONLY = (Letter, Reminder)
SEALED = (Party, Signatory, Provision, Text)
REVIEWED = (Party, Outcome, Commitment, ProgressNote)


def right(action: str, model) -> str:
    return f"{model._meta.app_label}.{action}_{model._meta.model_name}"


def viewing(*models) -> set[str]:
    return {right("view", model) for model in models}


def _deleting(model) -> set[str]:
    """The records of the matrix are published."""
    if model in READ_ONLY:
        return {NOBODY_HAS}
    return {right("delete", model)} | ({PUBLISH} if model in PUBLISHABLE else set())


def _viewing(model) -> set[str]:
    contact = {"agreements.view_party_contact"} if model is Reminder else set()
    return viewing(model) | contact


def _changing(model) -> set[str]:
    return {NOBODY_HAS} if model in READ_ONLY else _viewing(model) | {right("change", model)}


def _adding(model) -> set[str]:
    if model in READ_ONLY:
        return {NOBODY_HAS}
    return {right("add", model)} | ({right("change", model)} if model is User else set())


def _history(model) -> set[str]:
    """Accounts, groups and reminders have that of Django, which tells no content."""
    return _viewing(model) | (set() if model in (User, Group, *READ_ONLY) else {VIEW_UNPUBLISHED})


def _acting(_model) -> set[str]:
    return {right("change", Agreement), VIEW_UNPUBLISHED}


def _bringing_back(model) -> set[str]:
    return {right("add", model), REVERT} | ({PUBLISH} if model in PUBLISHABLE else set())


def _merging(model) -> set[str]:
    return {right("change", model), right("delete", model), MERGE, VIEW_UNPUBLISHED}


# Of a page of a model: what it takes to open it, and to send its form if that is more.
PAGES = {
    "changelist": (_viewing, None),
    "add": (_adding, None),
    "change": (_viewing, _changing),
    "delete": (_deleting, None),
    "history": (_history, None),
    "revision": (_history, lambda model: _history(model) | {REVERT}),
    "deleted": (_history, None),
    "bring_back": (_history, lambda model: _history(model) | _bringing_back(model)),
    "alike": (_viewing, None),
    "doubles": (_history, lambda model: _history(model) | {right("change", model)}),
    "merge": (_merging, None),
    "held": (_viewing, None),
    "offices": (lambda model: set(), None),
    "step": (_acting, None),
    "conclude": (lambda model: _acting(model) | viewing(*SEALED), None),
    "reopen": (_acting, None),
    "correct": (_acting, None),
    "correct_portion": (_acting, None),
    "correct_part": (_acting, None),
    "review": (lambda model: viewing(Agreement, *REVIEWED) | {VIEW_UNPUBLISHED}, None),
    "accredit": (lambda model: viewing(model) | {ACCREDIT}, None),
    "password_change": (_changing, None),
    "nominees": (lambda model: {right("view", model), *ASKING}, None),
    "invitation": (lambda model: {right("view", model), *ASKING}, None),
    "table": (lambda model: viewing(model) | {EXPORT}, None),
}
EVENT = viewing(Event)
PACK = viewing(Agreement, Party, Signatory) | {VIEW_UNPUBLISHED, EXPORT}
PRINTING = viewing(Delegation, Member, Official, Institution) | {VIEW_UNPUBLISHED, EXPORT}
# All kinds of lists may be taken in by whoever may record anything.
TAKING_IN = {VIEW_UNPUBLISHED, "delegations.add_member"}
DRAFTING = {VIEW_UNPUBLISHED, *(right("add", each) for each in (Source, Event, EventCitation))}
# The same of the other addresses, by name.
OTHERS = {
    "index": set(),
    "app_list": set(),
    "view_on_site": EVENT,
    "workspace": EVENT,
    "draw_lots": EVENT | {VIEW_UNPUBLISHED, right("change", Delegation)},
    "changes": {VIEW_UNPUBLISHED},
    "record_forum": {right("add", Event)},
    "article": DRAFTING,
    "article_done": DRAFTING,
    "review": {VIEW_UNPUBLISHED},
    "person": viewing(Official) | {ERASE},
    "person_erase": viewing(Official) | {ERASE},
    "staff_account": viewing(User) | {ERASE},
    "intake": TAKING_IN,
    "intake_new": TAKING_IN,
    "intake_one": TAKING_IN,
    "intake_columns": TAKING_IN,
    "intake_undo": TAKING_IN,
    "intake_delete": TAKING_IN,
    "printed": PRINTING,
    "event-ceremony": PACK,
    "session-ceremony": PACK,
    "questions": {*ASKING, *viewing(Event, Delegation)},
    "doors": {CHECK_IN},
    "door": {CHECK_IN},
    "door_inside": {CHECK_IN},
    "door_member": {CHECK_IN},
    "door_photo": {CHECK_IN},
    "reminders": set(),
    "reminders-address": set(),
    "reminders-address-end": set(),
    "reminders-calendar": set(),
    "private-file": viewing(Text),
    # Tried for each field by itself.
    "autocomplete": None,
}
for model in PUBLISHABLE:
    name = model._meta.model_name
    OTHERS[f"{name}_publish"] = OTHERS[f"{name}_unpublish"] = {right("change", model), PUBLISH}
    OTHERS[f"{name}_review"] = {right("change", model), VIEW_UNPUBLISHED}
# Whoever does not see what is not published is told that there is nothing.
HIDDEN = {f"{model._meta.model_name}_review" for model in PUBLISHABLE}
ACTIONS = {
    "delete_selected": _deleting,
    "publish": lambda model: {right("change", model), PUBLISH},
    "unpublish": lambda model: {right("change", model), PUBLISH},
    "merge_records": _merging,
    **dict.fromkeys(
        ("approve", "issue_badges", "reject", "withdraw"),
        lambda model: {right("view", model), ACCREDIT},
    ),
    "print_for_members": lambda model: PRINTING,
    "as_csv_with_commas": lambda model: {right("view", model), EXPORT},
    "as_csv_with_semicolons": lambda model: {right("view", model), EXPORT},
    "take_second_factor_off": lambda model: {right("change", model)},
    "as_xlsx": lambda model: {right("view", model), EXPORT},
}


def to_open(route: Route, url: str = "") -> set[str] | None:
    """The rights that it takes to open an address; None if that depends on what is asked.

    Raises KeyError for an address of which nobody has said what it takes.
    """
    if route.model:
        return PAGES[route.page][0](route.model)
    tells_of_all = {VIEW_UNPUBLISHED} if url.endswith(("/readiness/", "/changes/")) else set()
    tells_of_all |= PRINTING if url.endswith("/print/") else set()
    if url.endswith("/print/answers.csv"):
        tells_of_all |= {"delegations.view_private_delegation"}
    rights = OTHERS[route.page]
    return rights if rights is None else rights | tells_of_all


def to_send(route: Route, url: str = "") -> set[str] | None:
    """The same to send its form."""
    if route.model is None:
        sets_aside = {right("change", Event)} if url.endswith("/readiness/") else set()
        opening = to_open(route, url)
        return opening if opening is None else opening | sets_aside
    opening, sending = PAGES[route.page]
    return (sending or opening)(route.model)
