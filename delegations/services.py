import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from delegations.choices import DelegationRole, NameKind
from delegations.models import Delegation, Institution, Official
from forum.models import Event
from forum.records.slugs import own_slug
from forum.records.texts import LANGUAGES
from forum.search.words import SIGNS

WHOLE_NAMES = (NameKind.ALIAS, NameKind.TRANSLITERATION)


def use_preferred_names(
    record: Official | Institution, *, on: dt.date, is_new: bool = False
) -> None:
    """Call a person or institution in each language as the names on record prefer it.

    A preferred name of one of the site's languages that is still in use becomes the record's
    own; what stood there stays as another spelling. The address of a new record is made anew.
    """
    longest = type(record)._meta.get_field("name_en").max_length
    before = {language: getattr(record, f"name_{language}") or "" for language in LANGUAGES}
    preferred = {
        name.language: name.text
        for name in record.names.filter(is_preferred=True, language__in=LANGUAGES)
        if _is_the_name(name, on) and len(name.text) <= longest
    }
    changed = {each: text for each, text in preferred.items() if text != before[each]}
    if not changed:
        return
    for language, text in changed.items():
        setattr(record, f"name_{language}", text)
        lost = before[language]
        if lost and not record.names.filter(text=lost).exists():
            # Signs in a column of ours are of no language of ours.
            own = "" if SIGNS.search(lost) else language
            record.names.create(text=lost, language=own, kind=NameKind.ALIAS)
    if is_new:
        record.slug = ""
        record.slug = own_slug(record, "name")
    record.save()


def _is_the_name(name, on: dt.date) -> bool:
    """Whether it is the whole name, and of that day."""
    begun = name.valid_from is None or name.valid_from <= on
    is_over = name.valid_until is not None and name.valid_until < on
    return name.kind in WHOLE_NAMES and begun and not is_over


@transaction.atomic
def record_event(event: Event, *, hosts: Iterable[str], guests: Iterable[str]) -> None:
    """Save a new event with a delegation for each of the countries, the hosts first."""
    event.save()
    sides = [(code, DelegationRole.HOST) for code in hosts]
    sides += [(code, DelegationRole.GUEST) for code in guests]
    for position, (code, role) in enumerate(sides, start=1):
        Delegation.objects.create(event=event, country=code, role=role, position=position)
