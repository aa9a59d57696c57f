"""People, the bodies they belong to and their posts, as Popolo has them (JSON)."""

from collections.abc import Iterator

from forum.intake.formats.json_texts import (
    Record,
    filled,
    first_record,
    inner,
    inners,
    plain,
    records,
)
from forum.records.texts import LANGUAGES

IDENTIFIERS = {"wikidata": "wikidata_id", "orcid": "orcid"}


def recognises(text: str) -> bool:
    first = first_record(text)
    if isinstance(first.get("persons"), list):
        return True
    # People alone, each with memberships inside.
    return isinstance(first.get("name"), str) and isinstance(first.get("memberships"), list)


def rows(text: str) -> Iterator[dict[str, str]]:
    """A row for each membership of somebody, and one for who has none."""
    for record in records(text):
        is_whole = isinstance(record.get("persons"), list)
        file = record if is_whole else {}
        bodies = _by_id(file, "organizations")
        posts = _by_id(file, "posts")
        held: dict[str, list[Record]] = {}
        for each in inners(file.get("memberships")):
            held.setdefault(plain(each.get("person_id")), []).append(each)
        for person in inners(file["persons"]) if is_whole else [record]:
            own = [*inners(person.get("memberships")), *held.get(plain(person.get("id")), [])]
            for membership in own or [{}]:
                yield filled(_person(person) | _membership(membership, bodies, posts))


def _by_id(file: Record, name: str) -> dict[str, Record]:
    return {plain(each.get("id")): each for each in inners(file.get(name))}


def _person(person: Record) -> dict[str, str]:
    others = inners(person.get("other_names"))
    ours: dict[str, str] = {}
    for each in others:
        if each.get("lang") in LANGUAGES and plain(each.get("name")):
            ours.setdefault(f"name_{each['lang']}", plain(each["name"]))
    name = plain(person.get("name"))
    every = dict.fromkeys(plain(each.get("name")) for each in others)
    links = [plain(each.get("url")) for each in inners(person.get("links"))]
    return {
        "name": name,
        **ours,
        "sort_name": plain(person.get("sort_name")),
        "honorific": plain(person.get("honorific_prefix")),
        "distinctions": plain(person.get("honorific_suffix")),
        "other_names": "; ".join(each for each in every if each not in {name, *ours.values()}),
        "website": next(filter(None, links), ""),
        **_identifiers(person),
    }


def _identifiers(person: Record) -> dict[str, str]:
    found = {}
    for each in inners(person.get("identifiers")):
        column = IDENTIFIERS.get(plain(each.get("scheme")).casefold())
        if column:
            found[column] = plain(each.get("identifier")).rsplit("/", 1)[-1]
    return found


def _membership(
    membership: Record, bodies: dict[str, Record], posts: dict[str, Record]
) -> dict[str, str]:
    """The office, the body and since when; of a post that is named by its key, what it says."""
    post = inner(membership.get("post")) or posts.get(plain(membership.get("post_id")), {})
    body = inner(membership.get("organization")) or bodies.get(
        plain(membership.get("organization_id")) or plain(post.get("organization_id")), {}
    )
    said = [membership.get("role"), post.get("label"), post.get("role"), membership.get("label")]
    return {
        "office": next(filter(None, map(plain, said)), ""),
        "institution": plain(body.get("name")),
        "starts_on": plain(membership.get("start_date")),
        "ends_on": plain(membership.get("end_date")),
    }
