"""The periods and rounds of each agreement's life, its sides, whom it binds, its files' words."""

from dataclasses import asdict

from agreements import ties
from agreements.life.periods import periods
from agreements.life.rounds import rounds
from agreements.models import (
    Agreement,
    AgreementLink,
    Party,
    Period,
    Round,
    Side,
    Step,
    Text,
    TextWords,
)
from delegations.models import Attendance, Institution
from delegations.tallies import put_in_place, recount, year_of
from forum.derived import Derivation, derive
from forum.uploads.pdf import words_of_pdf


def write_periods(keys: list[int]) -> None:
    agreements = Agreement.objects.with_facts().filter(pk__in=keys)
    facts = {agreement: agreement.facts() for agreement in agreements}
    rows = [
        Period(
            agreement=agreement,
            status=span.status,
            first_on=span.first_on,
            last_on=span.last_on,
            expires_on=span.expires_on,
        )
        for agreement, known in facts.items()
        for span in periods(known)
    ]
    Period.objects.filter(agreement__in=keys).delete()
    Period.objects.bulk_create(rows)
    days = [
        Round(agreement=agreement, **asdict(each))
        for agreement, known in facts.items()
        for each in rounds(known)
    ]
    Round.objects.filter(agreement__in=keys).delete()
    Round.objects.bulk_create(days)


def write_sides(keys: list[int]) -> None:
    rows = Agreement.objects.published().filter(pk__in=keys).with_told_sides().order_by()
    parts = set()
    for key, day, country, institution in rows.values_list(
        "pk", "concluded_on", "side", "parties__institution"
    ):
        parts |= {(key, country or "", None, year_of(day)), (key, "", institution, year_of(day))}
    before = ties.bound_by(keys)
    put_in_place(Side, "agreement", keys, {part for part in parts if part[1] or part[2]})
    ties.put_in_place(ties.bound((key, body) for key, _country, body, _year in parts), before)


def sweep_sides() -> None:
    recount(Side, "agreement", Agreement.objects.published())
    ties.recount()


def write_words(keys: list[int]) -> None:
    """Read the files that were not read yet; one that is replaced is read again."""
    known = dict(TextWords.objects.filter(text__in=keys).values_list("text", "sha256"))
    texts = Text.objects.filter(pk__in=keys).exclude(file="")
    new = [text for text in texts if known.get(text.pk) != text.sha256]
    stale = {*keys} - {text.pk for text in texts} | {text.pk for text in new}
    TextWords.objects.filter(text__in=stale).delete()
    TextWords.objects.bulk_create(
        [TextWords(text=text, sha256=text.sha256, words=_words(text)) for text in new]
    )


def _words(text: Text) -> str:
    try:
        with text.file.open() as file:
            return words_of_pdf(file)
    except OSError:
        # The file is not where it was: its other words still lead to the agreement.
        return ""


derive(Derivation(name="text-words", of=Text, write=write_words))
derive(
    Derivation(
        name="periods",
        of=Agreement,
        write=write_periods,
        read_from={
            # What replaces it, and that document's own days.
            AgreementLink: ("pk", "other_id"),
            Agreement: "links_in__agreement",
            Party: ("pk", "agreement_id"),
            Step: ("pk", "agreement_id"),
        },
    )
)
derive(
    Derivation(
        name="sides",
        of=Agreement,
        write=write_sides,
        read_from={
            Party: ("pk", "agreement_id"),
            Institution: "parties__institution",
            Attendance: ("event", "event_id"),
        },
        sweep=sweep_sides,
    )
)
