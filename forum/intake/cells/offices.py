"""What a piece of a cell says that names an office: what is of the office, the body, the name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from forum.intake.cells.names import is_name
from forum.intake.cells.titles import known_title
from forum.intake.cells.vocabulary import (
    EDGES,
    NEVER_NAMES,
    OF,
    SMALL,
    bare,
    is_acronym,
    is_body,
    is_country,
    is_office,
    is_top,
    is_unit,
)

QUOTES = '»”“"'
NAMED_AFTER = frozenset(["имени", "им", "named", "after", "nimeline"])
ADJECTIVE = re.compile(r"[а-яё-]+(ого|его|ой|ей|ый|ий|ая|ому|ым)$")
# Endings of the body whose office it is: университетінің, ülikooli.
KAZAKH_GENITIVE = re.compile(r"(?<=[а-яәіңғүұқөһ]{4})(ның|нің|дың|дің|тың|тің)$", re.IGNORECASE)
ESTONIAN_GENITIVES = (
    ("ülikooli", "ülikool"),
    ("kõrgkooli", "kõrgkool"),
    ("ministeeriumi", "ministeerium"),
    ("instituudi", "instituut"),
    ("kolledži", "kolledž"),
    ("saatkonna", "saatkond"),
    ("liidu", "liit"),
    ("keskuse", "keskus"),
    ("muuseumi", "muuseum"),
)


@dataclass(frozen=True)
class Reading:
    """What a piece says; parts that stand beside an office were without a separator."""

    office: str = ""
    name: str = ""
    institution: str = ""


def read_piece(text: str, offices: tuple[str, ...] = ()) -> Reading | None:
    """What a piece with an office says; None if it names none."""
    words = text.split(" ")
    named = [place for place, word in enumerate(words) if is_office(word)]
    known = known_title(words, offices)
    if known is None and not named:
        return None
    # Of «советник ректора» the office is the first, though only the second is a known title.
    start, end, title = known or (named[0], named[0] + 1, words[named[0]])
    is_alone = all(start <= place < end for place in named)
    if named and named[0] < start:
        start, end = named[0], named[0] + 1
    name, institution, before = _before(words[:start])
    office, after, behind = _after(words[end:])
    if before or not is_alone:
        title = " ".join(words[start:end]).strip(EDGES)
    return Reading(" ".join([*before, title, *office]), name or behind, institution or after)


def _before(words: list[str]) -> tuple[str, str, list[str]]:
    """What stands before a title: a name, or the body whose office it is, and what is of it."""
    for length in range(len(words), 1, -1):
        if is_name(words[:length]) and all(map(_is_attribute, words[length:])):
            return " ".join(words[:length]), "", words[length:]
    last = max((place for place, word in enumerate(words) if is_body(word)), default=-1)
    if last < 0 or not any(word[:1].isupper() or is_top(word) for word in words[: last + 1]):
        return "", "", words
    if bare(" ".join(words[last + 1 : last + 2])) in OF:
        return "", " ".join(words), []
    return "", nominative(" ".join(words[: last + 1])), words[last + 1 :]


def _is_attribute(word: str) -> bool:
    """Whether a word before a title belongs to it: First, Senior, acting."""
    return word[:1].islower() or bool(NEVER_NAMES.match(bare(word)))


def nominative(body: str) -> str:
    """A body that stands in the genitive before its office, where its own form is certain."""
    for genitive, own in ESTONIAN_GENITIVES:
        if body.casefold().endswith(genitive):
            return body[: -len(genitive)] + body[-len(genitive)] + own[1:]
    return KAZAKH_GENITIVE.sub("", body)


def _after(words: list[str]) -> tuple[list[str], str, str]:
    """What stands behind a title: more of the office, the body, the name."""
    if is_name(words) and not (is_country(words[0]) and is_name(words[1:])):
        return [], "", " ".join(words)
    cut = _where_name_begins(words)
    words, name = words[:cut], " ".join(words[cut:])
    start = _where_body_begins(words)
    office = words[:start]
    while office and bare(office[-1]) in OF | {"the", "в", "при"}:
        office = office[:-1]
    body = " ".join(words[start:]).removeprefix("the ")
    return office, body, name


def _where_name_begins(words: list[str]) -> int:
    """The place from which the rest is a name for certain; the end if there is none."""
    for place in range(1, len(words) - 1):
        is_of_a_country = is_country(words[place]) and is_name(words[place + 1 :])
        if is_name(words[place:]) and not is_of_a_country and _ends_something(words[:place]):
            return place
    return len(words)


def _ends_something(words: Sequence[str]) -> bool:
    """Whether a name can begin after these words: after a body, a country or a common noun."""
    last = words[-1]
    if is_body(last) or is_country(last) or NEVER_NAMES.match(bare(last)):
        return True
    if last[:1].islower():
        return bare(last) not in SMALL | NAMED_AFTER
    # University of Tartu Mari Tamm; университета имени К. Сатпаева Алия Бекова
    place = max((place for place, word in enumerate(words[:-1]) if _needs_one(word)), default=-2)
    between = words[place + 1 : -1]
    is_complete = place >= 0 and not _is_initial(last) and all(map(_is_initial, between))
    return last[-1:] in QUOTES or is_complete


def _needs_one(word: str) -> bool:
    return bare(word) in NAMED_AFTER | {"of"}


def _is_initial(word: str) -> bool:
    return len(word) < 5 and word.endswith(".")


def _where_body_begins(words: list[str]) -> int:
    """The place from which the rest is the body: of the last “of”, or in the genitive."""
    bodies = [place for place, word in enumerate(words) if is_body(word) or _is_short(words, place)]
    if not bodies:
        return len(words)
    for place in reversed(range(bodies[-1])):
        if bare(words[place]) in OF and _is_named(words[place + 1 :]):
            return place + 1
    start = bodies[-1]
    while start and _belongs(words[start - 1]):
        start -= 1
    while start < bodies[-1] and words[start][:1].islower():
        start += 1
    return start if words[start].strip(EDGES)[:1].isupper() else len(words)


def _is_short(words: list[str], place: int) -> bool:
    """Whether the short name of a body stands there: Rector TSUE, Rector of the TSUE."""
    before = bare(words[place - 1]) if place else "of"
    return is_acronym(words[place]) and before in OF | {"the"}


def _belongs(word: str) -> bool:
    """Whether a word before a body is a part of its name."""
    if is_unit(word) or is_office(word) or (NEVER_NAMES.match(bare(word)) and word[:1].islower()):
        return bool(ADJECTIVE.fullmatch(word)) and not is_office(word) and not is_unit(word)
    return word.strip(EDGES)[:1].isupper() or bool(ADJECTIVE.fullmatch(word))


def _is_named(words: list[str]) -> bool:
    """Whether words name a body: of “the University of Tartu”, but not “the university”."""
    own = [word for word in words if bare(word) not in SMALL]
    return bool(own) and own[0].strip(EDGES)[:1].isupper() and not is_unit(own[0])
