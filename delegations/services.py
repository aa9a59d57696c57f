import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from delegations.choices import DelegationRole, NameKind
from delegations.models import Delegation, Drawing, Institution, Official
from delegations.protocol import lots
from forum.choices import PrecedenceRule
from forum.history.keeping import revision
from forum.history.locking import lock
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


@transaction.atomic
def draw_lots(*, event: Event, by: str, again: bool = False, reason: str = "") -> Drawing:
    """Draw lots among the delegations that have none yet, or anew among all that come.

    The draw is kept with its seed, and each delegation has its number. Raises ValidationError if
    the event goes by another rule, nobody is left to draw, or a new draw has no reason.
    """
    lock(event)
    if event.precedence_rule != PrecedenceRule.DRAWN:
        raise ValidationError(_("The order of this event is not drawn by lot."), code="rule")
    if again:
        event.delegations.update(lot=None)
    coming = {each.pk: each for each in event.delegations.present().select_related("institution")}
    free = {key: each for key, each in coming.items() if each.lot is None}
    if not free:
        raise ValidationError(
            _("Every delegation has its lot. To draw again, give a reason."), code="drawn"
        )
    last = event.delegations.aggregate(last=Max("lot"))["last"] or 0
    seed = lots.new_seed()
    with revision(comment=gettext_noop("Lots were drawn.")):
        result = []
        for number, key in enumerate(lots.drawn(seed, free), start=last + 1):
            free[key].lot = number
            free[key].save()
            result.append({"number": key, "name": str(free[key]), "lot": number})
        drawing = Drawing(
            event=event,
            drawn_by=by,
            seed=seed,
            result=result,
            is_again=again,
            reason=reason.strip(),
        )
        drawing.full_clean()
        drawing.save()
    return drawing
