"""Organisations of the Research Organization Registry: a dump or an answer, versions 1 and 2.

A release may hold records of both; each is read for itself.
"""

from collections.abc import Iterator

from forum.intake.formats.json_texts import (
    Record,
    filled,
    first_record,
    inner,
    inners,
    listed,
    plain,
    records,
)
from forum.records.texts import LANGUAGES

ADDRESS = "https://ror.org/"
# What ROR says of an organisation, in our words; it may say several.
KINDS = {
    "education": "university",
    "facility": "research institute",
    "government": "government",
    "company": "company",
    "archive": "library, museum or other place of culture",
    "healthcare": "other institution",
    "nonprofit": "other institution",
    "funder": "foundation",
    "other": "other institution",
}


def recognises(text: str) -> bool:
    record = first_record(text)
    first = next(iter(inners(record.get("items"))), record)
    return plain(first.get("id")).startswith(ADDRESS)


def rows(text: str) -> Iterator[dict[str, str]]:
    """A row for each organisation, with its names in our languages in columns of their own.

    Those that are “inactive” or “withdrawn” say so in their status.
    """
    for record in records(text):
        # An answer of the API wraps what it found.
        for each in inners(record.get("items")) or [record]:
            yield filled(_row(each))


def _row(record: Record) -> dict[str, str]:
    is_new = isinstance(record.get("names"), list)
    return {
        **(_names_of_2(record) if is_new else _names_of_1(record)),
        **(_place_of_2(record) if is_new else _place_of_1(record)),
        "kind": _kind(record),
        "website": _website(record),
        "domains": " ".join(filter(None, map(plain, listed(record.get("domains"))))),
        "ror_id": plain(record.get("id")).removeprefix(ADDRESS),
        "wikidata_id": _wikidata(record),
        "founded_on": plain(record.get("established")),
        "status": plain(record.get("status")),
        "parent": _related(record, "parent"),
        "successors": _related(record, "successor"),
    }


def _names_of_2(record: Record) -> dict[str, str]:
    names = [
        (plain(each.get("value")), plain(each.get("lang")), listed(each.get("types")))
        for each in inners(record.get("names"))
    ]
    shown = next((name for name, _, types in names if "ror_display" in types), "")
    labels = [(lang, name) for name, lang, types in names if "label" in types]
    acronyms = [name for name, _, types in names if "acronym" in types]
    return _names(shown, labels, acronyms, [name for name, _, _ in names])


def _names_of_1(record: Record) -> dict[str, str]:
    labels = [
        (plain(each.get("iso639")), plain(each.get("label")))
        for each in inners(record.get("labels"))
    ]
    acronyms = list(map(plain, listed(record.get("acronyms"))))
    others = map(plain, listed(record.get("aliases")))
    every = [*acronyms, *others, *(name for _, name in labels)]
    return _names(plain(record.get("name")), labels, acronyms, every)


def _names(
    shown: str, labels: list[tuple[str, str]], acronyms: list[str], every: list[str]
) -> dict[str, str]:
    """The name shown, what it is called in each of our languages, its acronym and the rest."""
    ours: dict[str, str] = {}
    for language, name in labels:
        if language in LANGUAGES:
            ours.setdefault(f"name_{language}", name)
    short = next(filter(None, acronyms), "")
    used = {shown, short, *ours.values()}
    others = [name for name in dict.fromkeys(every) if name and name not in used]
    return {"name": shown, **ours, "short_name": short, "other_names": "; ".join(others)}


def _place_of_2(record: Record) -> dict[str, str]:
    details = [inner(each.get("geonames_details")) for each in inners(record.get("locations"))]
    first = next(iter(details), {})
    return {"country": plain(first.get("country_code")), "city": plain(first.get("name"))}


def _place_of_1(record: Record) -> dict[str, str]:
    address = next(iter(inners(record.get("addresses"))), {})
    country = inner(record.get("country"))
    return {"country": plain(country.get("country_code")), "city": plain(address.get("city"))}


def _kind(record: Record) -> str:
    kinds = [plain(each).casefold() for each in listed(record.get("types"))]
    # Who funds is mostly something else, too.
    first = next((kind for kind in kinds if kind != "funder"), "funder" if kinds else "")
    return KINDS.get(first, "")


def _website(record: Record) -> str:
    links = listed(record.get("links"))
    sites = [plain(each.get("value")) for each in inners(links) if each.get("type") == "website"]
    return next(filter(None, [*sites, *map(plain, links)]), "")


def _wikidata(record: Record) -> str:
    known = record.get("external_ids")
    entry = inner(inner(known).get("Wikidata"))
    entry = entry or next((each for each in inners(known) if each.get("type") == "wikidata"), {})
    every = [plain(entry.get("preferred")), *map(plain, listed(entry.get("all")))]
    return next(filter(None, every), "")


def _related(record: Record, kind: str) -> str:
    related = [
        plain(each.get("id")).removeprefix(ADDRESS)
        for each in inners(record.get("relationships"))
        if plain(each.get("type")).casefold() == kind
    ]
    return " ".join(filter(None, related))
