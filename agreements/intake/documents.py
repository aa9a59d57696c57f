"""Lists of documents that were signed: a row for each, with its parties and who signed for them."""

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices import Instrument, Stage
from agreements.instruments import instrument_of
from agreements.intake import sides
from agreements.intake.lines import read_document
from agreements.intake.occasion import Occasion
from agreements.models import Agreement
from forum.choices import Sign
from forum.history import bulk
from forum.intake.cells import parties, people
from forum.intake.kinds import Ask, Column, Kind, Link, Place, Stand, register, to_tab
from forum.intake.readers import Choice, Text, day, languages
from forum.intake.rows import Candidate, Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.models import Event
from forum.records import partial_dates
from forum.records.fields import TITLE_LENGTH
from forum.records.slugs import own_slugs
from forum.records.texts import LANGUAGES
from forum.search.words import folded

INSTRUMENT = Choice(Instrument, {"mou": "memorandum", "agreement": "cooperation"})


def instrument(text: str) -> str:
    """An instrument by its name, or by words of it: “Cooperation Agreement”."""
    try:
        return INSTRUMENT(text)
    except ValidationError:
        if found := instrument_of(text):
            return found
        raise


COLUMNS = (
    Column(
        name="title",
        label=gettext_lazy("Title"),
        read=Text(TITLE_LENGTH),
        synonyms=(
            *("document", "agreement", "name", "documents signed"),
            *("название", "документ", "соглашение", "наименование", "құжат", "атауы"),
            *("pealkiri", "dokument", "leping", "nimetus"),
        ),
        size=32,
    ),
    Column(
        name="instrument",
        label=gettext_lazy("Instrument"),
        read=instrument,
        synonyms=("type", "kind", "тип", "вид документа", "түрі", "liik"),
        offers=INSTRUMENT.labels,
        size=14,
    ),
    *sides.COLUMNS,
    Column(
        name="date",
        label=gettext_lazy("Concluded on"),
        read=day,
        synonyms=(
            *("date", "signed on", "date of signature", "дата", "дата подписания"),
            *("күні", "қол қойылған күні", "kuupäev", "allkirjastatud"),
        ),
        size=10,
    ),
    Column(
        name="place",
        label=gettext_lazy("Place"),
        read=Text(200),
        synonyms=("city", "signed in", "место", "город", "орны", "қала", "koht", "linn"),
        size=10,
    ),
    Column(
        name="languages",
        label=gettext_lazy("Languages"),
        read=languages,
        synonyms=("language", "языки", "язык", "тілдері", "keeled", "keel"),
        size=10,
        is_usual=False,
    ),
)


def split(values: dict[str, str], _place: Place) -> list[dict[str, str]]:
    """A line as its columns; parties beyond the columns of a row stand in rows below it."""
    found = {column: text for column, text in values.items() if text}
    if any(found.get(f"party_{number}") for number in sides.SIDES[1:]):
        return [found]
    listed, signed = parties(found.pop("party_1", "")), people(found.pop("signatory_1", ""))
    if not listed:
        line = read_document(found.get("title", ""))
        listed, signed = list(line.parties), signed or list(line.signatories)
        read = {"title": line.title, "date": found.get("date") or line.date}
        found |= {column: text for column, text in read.items() if text}
    if not found.get("instrument") and (named := instrument_of(found.get("title", ""))):
        found["instrument"] = str(Instrument(named).label)
    first, *others = sides.say(listed, signed)
    return [found | first, *others]


def find_documents(rows: Sequence[Row], place: Place) -> list[list[Candidate]]:
    """Documents of that title, at the same event if the list is of one."""
    titles = {row.cells.get("title", "") for row in rows} - {""}
    known: dict[str, list[int]] = {}
    for language in LANGUAGES:
        column = f"title_{language}"
        documents = Agreement.objects.filter(**{f"{column}__in": titles})
        if place["event"]:
            documents = documents.filter(event=place["event"])
        for key, title in documents.values_list("pk", column):
            known.setdefault(title, []).append(key)
    return [
        [Candidate(key, Sign.NAME) for key in known.get(row.cells.get("title", ""), [])]
        for row in rows
    ]


def signs(row: Row) -> Iterable[str]:
    """Two rows are one document if title and parties are the same: many are called alike."""
    said = [row.says("title"), row.says("date")]
    said += [row.says(f"party_{number}") for number in sides.SIDES]
    yield " | ".join(" ".join(folded(text)) for text in said if text)


DOCUMENT = Link(
    name="title",
    model=Agreement,
    find=find_documents,
    signs=signs,
    is_itself=True,
    right="agreements.add_agreement",
    records=lambda: Agreement.objects.select_related("event"),
    about=lambda agreement: str(agreement.event or ""),
)


def complete(rows: Sequence[Row], _place: Place) -> None:
    for row in rows:
        title = row.says("title")
        if not title and not sides.has_parties(row):
            row.problems["title"] = _("Give the title of the document.")
        # “The following documents were signed:” is none of them.
        row.is_left_out = row.is_left_out or (title.endswith(":") and not sides.has_parties(row))
        row.cells.setdefault("instrument", instrument_of(title) or Instrument.OTHER)


def compare(rows: Sequence[Row], _place: Place) -> None:
    """A document that is on record stays as it is there."""
    keys = {row.answers["title"].key for row in rows if "title" in row.answers} - {None}
    records = Agreement.objects.in_bulk(keys)
    for row in rows:
        if answer := row.answers.get("title"):
            row.known = records.get(answer.key)


def write(rows: Sequence[Row], saving: Saving) -> None:
    occasion = Occasion.of(saving.place["event"])
    titled = [row for row in rows if row.says("title")]
    made = saving.meant(titled, DOCUMENT, lambda row: _made(row, occasion, saving), write=_write)
    agreements = {}
    for row in rows:
        # A row without a title has further parties of the document above it.
        agreement = made.get(row.position) or saving.made.get(("above", ""))
        if agreement is not None:
            agreements[row.position] = saving.made["above", ""] = agreement
    sides.write_sides([row for row in rows if row.position in agreements], agreements, saving)


def _write(records: list[Agreement]) -> None:
    own_slugs(records, "title")
    bulk.create(records)


def _made(row: Row, occasion: Occasion, saving: Saving) -> Agreement:
    language, title = saving.place.language, str(row.cells["title"])
    fields = occasion.fields() | {f"title_{column_language(title, language)}": title}
    if place := row.cells.get("place"):
        fields |= {f"city_{each}": "" for each in LANGUAGES} | {"country": ""}
        fields[f"city_{column_language(str(place), language)}"] = place
    if said := row.cells.get("languages"):
        fields["languages"] = said
    stage = saving.chosen.get("stage", Stage.CONCLUDED)
    date = row.cells.get("date") or occasion.date()
    if date and stage == Stage.CONCLUDED:
        fields["concluded_on"] = partial_dates.first_day(*date)
        fields["concluded_on_precision"] = date[1]
    return Agreement(
        instrument=row.cells["instrument"],
        stage=stage,
        is_published=saving.is_published,
        **fields,
    )


def leads_to(place: Place) -> str:
    return to_tab("agreements")(place) or reverse("admin:agreements_agreement_changelist")


register(
    Kind(
        name="agreements",
        label=gettext_lazy("Agreements"),
        columns=COLUMNS,
        stands_in=(Stand(name="event", model=Event, is_required=False, is_asked=True),),
        links=(DOCUMENT, *sides.LINKS),
        rights=(
            "agreements.add_agreement",
            "agreements.add_party",
            "agreements.add_signatory",
        ),
        change_right="agreements.change_agreement",
        can_publish=True,
        is_prose=True,
        asks=(
            Ask(
                name="stage",
                label=gettext_lazy("The documents are"),
                choices=(
                    (Stage.CONCLUDED, gettext_lazy("concluded")),
                    (Stage.AGREED, gettext_lazy("in preparation, still without their day")),
                ),
            ),
        ),
        split=split,
        complete=complete,
        compare=compare,
        write=write,
        leads_to=leads_to,
    )
)
