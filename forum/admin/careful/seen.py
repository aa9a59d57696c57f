"""Pages that ask before they do something: it is done only to what the asked person saw."""

from collections.abc import Mapping

from django.apps import apps
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from forum.admin.careful.basis import who_and_when
from forum.history.differences import Change, Ident, State
from forum.history.keeping import label, serialized
from forum.rights import guarded

SEEN = "seen"


def states_of(*records: models.Model) -> dict[Ident, State]:
    """All that is kept of these records, as it is now."""
    return {(label(record), record.pk): serialized(record) for record in records}


def seal(states: Mapping[Ident, State]) -> str:
    """What a page carries of the records that it shows: of private fields only a print."""
    rows = [[*ident, state] for ident, state in _discreet(states).items()]
    return signing.Signer(salt=SEEN).sign_object(rows, compress=True)


def changes_since(request, states: Mapping[Ident, State]) -> list[Change]:
    """How these records differ from what the page that was sent had shown.

    None of them, if it carried nothing of them.
    """
    was = _read(request.POST.get(SEEN, ""))
    states = _discreet(states)
    idents = {**was, **states} if was else {}
    changes = [Change(ident, "", was.get(ident), states.get(ident)) for ident in idents]
    return [change for change in changes if change.before != change.after]


def changed_meanwhile(request, record: models.Model) -> ValidationError | None:
    """What to say, if somebody changed the record since the page that was sent was opened."""
    changes = changes_since(request, states_of(record))
    if not changes:
        return None
    lines = [
        _("%(field)s: “%(before)s” became “%(after)s”.")
        % {"field": capfirst(field), "before": before, "after": after}
        for field, before, after in changes[0].without(guarded(changes[0].model)).lines
    ]
    said = _("Somebody changed this record meanwhile (%(change)s). Look at it and send this again.")
    return ValidationError([said % {"change": who_and_when(record)}, *lines])


def _discreet(states: Mapping[Ident, State]) -> dict[Ident, State]:
    """With a print in the place of each private value: anybody can read what is signed."""
    return {
        ident: state and _printed(apps.get_model(ident[0]), state)
        for ident, state in states.items()
    }


def _printed(model, state: dict) -> dict:
    private = {
        name: salted_hmac(SEEN, f"{name}:{state['fields'][name]}").hexdigest()
        for name in guarded(model) & state["fields"].keys()
    }
    return state | {"fields": state["fields"] | private}


def _read(text: str) -> dict[Ident, State]:
    try:
        rows = signing.Signer(salt=SEEN).unsign_object(text)
    except signing.BadSignature:
        return {}
    return {(name, key): state for name, key, state in rows}
