"""Lists of promises: of a document or an event, one on each line, with paragraph and day."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import Agreement, Commitment
from agreements.pasted import promise
from forum.choices import DatePrecision, Sign
from forum.history import bulk
from forum.intake.comparing import apply, differences
from forum.intake.kinds import Column, Kind, Link, Place, Stand, register, to_tab
from forum.intake.readers import Text, day
from forum.intake.rows import Candidate, Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.models import Event
from forum.records.texts import LANGUAGES

YES = frozenset(("yes", "public", "1", "x", "да", "открыто", "иә", "ашық", "jah", "avalik"))
COLUMNS = (
    Column(
        name="text",
        label=gettext_lazy("Commitment"),
        read=Text(5_000, is_long=True),
        synonyms=(
            *("promise", "undertaking", "text", "what", "обязательство", "обещание", "текст"),
            *("міндеттеме", "уәде", "мәтін", "kohustus", "lubadus", "tekst"),
        ),
        size=48,
    ),
    Column(
        name="paragraph",
        label=gettext_lazy("Paragraph"),
        read=Text(40),
        synonyms=("article", "no", "пункт", "статья", "№", "тармақ", "бап", "punkt", "lõige"),
        size=6,
    ),
    Column(
        name="due_on",
        label=gettext_lazy("Due on"),
        read=day,
        synonyms=(
            *("due", "deadline", "until", "by", "срок", "до", "мерзімі", "tähtaeg", "tähtpäev"),
        ),
        size=10,
    ),
    Column(
        name="is_public",
        label=gettext_lazy("Public"),
        read=lambda text: text.casefold() in YES,
        synonyms=("published", "visible", "публично", "жария", "avalik"),
        size=6,
        is_usual=False,
    ),
)


def split(values: dict[str, str], _place: Place) -> list[dict[str, str]]:
    """A line as its columns: a paragraph before the text, a day behind it."""
    if values.get("paragraph") or values.get("due_on"):
        return [values]
    found = promise(values.get("text", ""))
    read = {
        "text": found.text,
        "paragraph": found.paragraph,
        "due_on": found.due_on.isoformat() if found.due_on else "",
    }
    return [values | {column: text for column, text in read.items() if text}]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _own(place: Place) -> dict[str, object]:
    """The document or event of the list, by the columns of a commitment."""
    agreement = place["agreement"]
    return {"agreement": agreement, "event": None if agreement else place["event"]}


def find_promises(rows: Sequence[Row], place: Place) -> list[list[Candidate]]:
    """Promises of the same document or event with the same text in any language."""
    known: dict[str, set[int]] = {}
    columns = [f"text_{language}" for language in LANGUAGES]
    for key, *texts in Commitment.objects.filter(**_own(place)).values_list("pk", *columns):
        for text in filter(None, texts):
            known.setdefault(_plain(text), set()).add(key)
    found = [sorted(known.get(_plain(row.says("text")), ())) for row in rows]
    return [[Candidate(key, Sign.NAME) for key in keys] for keys in found]


def signs(row: Row) -> Iterable[str]:
    yield _plain(row.says("text"))


PROMISE = Link(
    name="text",
    model=Commitment,
    find=find_promises,
    signs=signs,
    is_itself=True,
    right="agreements.add_commitment",
    records=lambda: Commitment.objects.select_related("agreement", "event"),
)


def complete(rows: Sequence[Row], place: Place) -> None:
    for row in rows:
        if not any(_own(place).values()):
            row.problems["text"] = _("Give an agreement or an event.")
        elif not row.says("text"):
            row.problems["text"] = _("Say what is promised.")
        date, precision = row.cells.get("due_on") or (None, DatePrecision.DAY)
        if precision != DatePrecision.DAY:
            row.problems["due_on"] = _("Give the day, not a month or a year.")
        row.cells["due_on"] = date


def compare(rows: Sequence[Row], place: Place) -> None:
    keys = {row.answers["text"].key for row in rows if "text" in row.answers} - {None}
    records = Commitment.objects.in_bulk(keys)
    for row in rows:
        answer = row.answers.get("text")
        if answer and (record := records.get(answer.key)):
            row.known, row.differences = record, differences(record, _values(row))


def _values(row: Row) -> dict[str, object]:
    columns = ("paragraph", "due_on", "is_public")
    return {column: row.cells[column] for column in columns if row.cells.get(column)}


def write(rows: Sequence[Row], saving: Saving) -> None:
    new = [row for row in rows if row.known is None]
    saving.meant(new, PROMISE, lambda row: _made(row, saving.place))
    changed, columns = [], set()
    for row in rows:
        if row.known is not None and (taken := [*filter(saving.takes, row.differences)]):
            columns |= {*apply(row.known, taken)}
            changed.append(row.known)
    bulk.change(changed, columns)


def _made(row: Row, place: Place) -> Commitment:
    text = str(row.cells["text"])
    column = f"text_{column_language(text, place.language)}"
    return Commitment(**_own(place), **_values(row), **{column: text})


def leads_to(place: Place) -> str:
    if place["agreement"] is None:
        return to_tab("outcomes")(place)
    address = reverse("admin:agreements_commitment_changelist")
    return f"{address}?agreement__id__exact={place['agreement'].pk}"


register(
    Kind(
        name="commitments",
        label=gettext_lazy("Commitments"),
        columns=COLUMNS,
        stands_in=(
            Stand(name="agreement", model=Agreement, is_required=False, is_asked=True),
            Stand(name="event", model=Event, is_required=False, is_asked=True),
        ),
        links=(PROMISE,),
        rights=("agreements.add_commitment",),
        change_right="agreements.change_commitment",
        keeps_numbers=True,
        is_prose=True,
        split=split,
        complete=complete,
        compare=compare,
        write=write,
        leads_to=leads_to,
    )
)
