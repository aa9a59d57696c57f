"""The periods of each agreement's life, as its facts say, and the words of its files."""

from agreements.life.periods import periods
from agreements.models import Agreement, AgreementLink, Party, Period, Step, Text, TextWords
from agreements.uploads import words_of_pdf
from forum.derived import Derivation, derive


def write_periods(keys: list[int]) -> None:
    agreements = Agreement.objects.with_facts().filter(pk__in=keys)
    rows = [
        Period(
            agreement=agreement,
            status=span.status,
            first_on=span.first_on,
            last_on=span.last_on,
            expires_on=span.expires_on,
        )
        for agreement in agreements
        for span in periods(agreement.facts())
    ]
    Period.objects.filter(agreement__in=keys).delete()
    Period.objects.bulk_create(rows)


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
