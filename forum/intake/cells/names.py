"""What looks like the name of a person, and what stands before and after it."""

from forum.intake.cells.vocabulary import (
    DISTINCTIONS,
    EDGES,
    HONORIFICS,
    LONG_HONORIFICS,
    NEVER_NAMES,
    PARTICLES,
    bare,
    is_body,
    is_office,
    is_unit,
)

FEWEST, MOST = 2, 5


def is_name(words: list[str]) -> bool:
    """Whether these words look like a name in full: capitals, and no word of an office or body."""
    own = [word for word in words if bare(word) not in PARTICLES]
    return len(own) >= FEWEST and len(words) <= MOST and all(map(is_name_word, own))


def is_name_word(word: str) -> bool:
    """Whether a word may be a part of a name: Bekova, BEKOVA, A., А.Б., Saint-Exupéry, O’Neill."""
    plain = word.rstrip(".,")
    letters = plain.replace("-", "").replace(".", "").translate(dict.fromkeys(map(ord, "'’ʻʼ‘`")))
    if not letters.isalpha() or not letters[0].isupper() or word.strip(EDGES) != word.strip(".,"):
        return False
    return not (is_body(word) or is_office(word) or is_unit(word) or NEVER_NAMES.match(bare(word)))


def split_honorific(text: str) -> tuple[str, str]:
    """Take the forms of address from the beginning of a text, if something stands behind them."""
    long = LONG_HONORIFICS.match(text)
    start = long.end() if long else 0
    words = text[start:].split(" ")
    count = 0
    while count < len(words) - 1 and _is_honorific(words[count], words[count + 1 :]):
        count += 1
    found = [text[:start].strip(), *words[:count]]
    return " ".join(filter(None, found)), " ".join(words[count:])


def _is_honorific(word: str, rest: list[str]) -> bool:
    """A professor who is followed by a name is addressed so; by anything else, an office."""
    if bare(word) not in HONORIFICS:
        return False
    is_marked = (word[:1].isupper() or "." in word) and not is_office(word)
    return is_marked or is_name([each for each in rest if bare(each) not in HONORIFICS])


def split_distinctions(words: list[str]) -> tuple[list[str], str]:
    """Take degrees from the end of a name: Mari Tamm PhD."""
    for place in range(1, len(words)):
        if DISTINCTIONS.fullmatch(" ".join(words[place:]).strip(" ,")):
            return words[:place], " ".join(words[place:])
    return words, ""
