"""The list of universities of the world and their domains that Hipo keeps (JSON)."""

from collections.abc import Iterator

from forum.intake.formats.json_texts import filled, first_record, listed, plain, records

TELLING = {"name", "domains", "web_pages", "alpha_two_code"}


def recognises(text: str) -> bool:
    return first_record(text).keys() >= TELLING


def rows(text: str) -> Iterator[dict[str, str]]:
    """A row for each university."""
    for record in records(text):
        domains = [plain(each) for each in listed(record.get("domains"))]
        pages = [plain(each) for each in listed(record.get("web_pages"))]
        yield filled(
            {
                "name": plain(record.get("name")),
                "country": plain(record.get("alpha_two_code")) or plain(record.get("country")),
                "kind": "university",
                "website": next(filter(None, pages), ""),
                "domains": " ".join(filter(None, domains)),
            }
        )
