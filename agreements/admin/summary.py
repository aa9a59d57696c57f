"""What is on record of an agreement before it is sealed, in words, and what is missing."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.admin.sealing import in_words
from agreements.ceremony.signings import named, problems, who
from agreements.choices import ONLOOKERS, WITH_SIGNATURES, PartyRole
from agreements.life.sealing import SUBSTANCE
from agreements.models import Agreement
from forum.choices import DatePrecision
from forum.records.relations import tie
from forum.records.texts import said

# In these ways somebody signs for each party.


@dataclass(frozen=True)
class Summary:
    facts: list[tuple[str, str]]
    # Each party with those who sign for it.
    parties: list[tuple[str, list[str]]]
    # Witnesses, and who signs for no party.
    others: list[str]
    provisions: list[str]
    texts: list[str]
    missing: list[str]


def summary(agreement: Agreement) -> Summary:
    parties = list(agreement.parties.with_names())
    people = list(agreement.signatories.with_dated_names().order_by("position", "pk"))
    tie(people, "party", parties)
    tie(parties, "agreement", [agreement])
    tie(people, "agreement", [agreement])
    texts = [str(text) for text in agreement.texts.all()]
    return Summary(
        facts=_facts(agreement),
        parties=[
            (named(party).in_words(), [who(each) for each in people if each.party_id == party.pk])
            for party in parties
        ],
        others=[
            f"{who(each)} ({each.get_role_display()})" for each in people if each.party_id is None
        ],
        provisions=[str(each) for each in agreement.provisions.select_related("topic")],
        texts=texts,
        missing=_missing(agreement, parties, people, texts),
    )


def _facts(agreement: Agreement) -> list[tuple[str, str]]:
    """What would be sealed of the agreement itself: each field's name, and what it says."""
    names = [name for name in SUBSTANCE if not name.endswith("_precision")]
    return [
        (capfirst(agreement._meta.get_field(name).verbose_name), words)
        for name in names
        if getattr(agreement, name) is not False and (words := in_words(agreement, name))
    ]


def _missing(agreement: Agreement, parties, people, texts) -> list[str]:
    """What is usual and not on record, each in a sentence."""
    place = said(agreement, "city") or agreement.country or agreement.is_online
    is_dated = agreement.concluded_on or agreement.concluded_on_precision == DatePrecision.UNKNOWN
    lacks = [
        (not is_dated, _("The date of its conclusion is not on record.")),
        (not place, _("The place is not on record.")),
        (not agreement.languages, _("The languages of the document are not on record.")),
        (not texts, _("No text of it is on record.")),
    ]
    found = [sentence for is_missing, sentence in lacks if is_missing]
    sides = [party for party in parties if party.role == PartyRole.PARTY]
    if agreement.mode in WITH_SIGNATURES:
        signing = [each for each in people if each.role not in ONLOOKERS]
        return found + problems(agreement, sides, signing)
    if len(sides) < 2:
        found.append(_("Fewer than two parties are on record."))
    return found
