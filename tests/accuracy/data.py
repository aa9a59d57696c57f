"""Real names to measure with: those of a folder, or the sample that the repository has."""

import csv
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
FOLDER = Path(os.environ.get("ACCURACY_DATA") or SAMPLES)


def _path(name: str) -> Path:
    return FOLDER / name if (FOLDER / name).exists() else SAMPLES / name


def rows(name: str) -> list[dict[str, str]]:
    with _path(name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def people() -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The one name that is recorded of each person, and other spellings with whose they are."""
    found = rows("spellings.csv")
    names = {row["person"]: row["name"] for row in found}
    return names, [(row["other_spelling"], row["person"]) for row in found]


def organisations() -> Iterator[dict]:
    """Organisations of the Research Organization Registry, in either version of its schema."""
    with _path("ror-organisations.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield _organisation(json.loads(line))


def _organisation(record: dict) -> dict:
    if isinstance(record.get("names"), list):
        shown = [n for n in record["names"] if "ror_display" in n["types"]]
        others = [n for n in record["names"] if "ror_display" not in n["types"]]
        names = [(n["value"], n["lang"] or "") for n in [*shown, *others]]
        country = record["locations"][0]["geonames_details"]["country_code"]
        websites = [link["value"] for link in record["links"] if link["type"] == "website"]
    else:
        names = [(record["name"], "")]
        names += [(n, "") for n in [*record["aliases"], *record["acronyms"]]]
        names += [(label["label"], label["iso639"] or "") for label in record["labels"]]
        country = record["country"]["country_code"]
        websites = record["links"]
    return {
        "id": record["id"].rsplit("/", 1)[1],
        "names": names,
        "country": country,
        "domains": [*(record.get("domains") or []), *map(_domain, websites)],
    }


def _domain(address: str) -> str:
    return address.partition("//")[2].partition("/")[0].removeprefix("www.")


def affiliations() -> list[tuple[str, set[str]]]:
    return [(row["affiliation"], {*row["ror_ids"].split()}) for row in rows("affiliations.csv")]


def universities() -> list[dict]:
    return json.loads(_path("universities.json").read_text(encoding="utf-8"))


def by(key, values) -> dict:
    found = defaultdict(list)
    for value in values:
        found[key(value)].append(value)
    return found
