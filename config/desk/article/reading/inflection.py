"""Whether a word of a text is a form of a word of a name, in the languages of the site.

By the stems of the search; and since names are shorter than what has a stem, by the endings that
names take: Алара, Кариса, Tartus, Қазақстанның.
"""

import re
from functools import lru_cache

from forum.search.spelling import CACHED, roman, sound
from forum.search.stems import CYRILLIC, stems

# The endings of cases, as they are in Latin letters.
RUSSIAN = "a u om e y i ya yu em ey oy ou am ami akh ov ev ii yami"
ADJECTIVES = "ogo ego omu emu ym im om em aya yaya oy ey uyu yuyu oe ee ye ie ykh ikh ymi imi"
KAZAKH = (
    "nyn nin dyn din tyn tin nyng ning dyng ding tyng ting ga ge qa ka ke na ne ny ni dy di ty "
    "ti n da de ta te nda nde dan den tan ten nan nen men ben pen dagy degi tagy tegi ndagy "
    "ndegi y i sy si synyn sinin synyng sining ynyn inin yna ine ynda inde lar ler dar der tar ter"
)
ESTONIAN = (
    "i e a u d t s st l lt le ga ks ni na ta is ist il ilt ile iga iks ini ina ita isse sse es "
    "est el elt ele ega eks as ast al alt ale aga aks us ust ul ult ule uga id ide ite idele idega "
    "tele tega"
)
ENDINGS = frozenset(f"{RUSSIAN} {ADJECTIVES} {KAZAKH} {ESTONIAN}".split())
VOWELS = frozenset("aeiouyаеёиоуыэюяйьіәөүұ")
# With fewer letters a word must be the same; with fewer left, another vowel says another word.
SHORTEST, SHORTEST_BASE = 3, 4
# How much longer than its stem a word can be.
LONGEST_ENDING = 4
SHORTEST_SOUND = 4
# What makes another word: a minister's, министрлік.
DERIVED = re.compile("[лдт](?:ік|іг|ық|ығ)")
# Who does something.
AGENT = re.compile("[eo]rs?$")


@lru_cache(CACHED)
def is_form(word: str, name: str) -> bool:
    """Whether `word`, as it stands in a text, is a form of `name` or another spelling of it."""
    one, other = _comparable(word, name)
    if one == other or roman(word) == roman(name):
        return True
    if min(len(one), len(other)) < SHORTEST or one.isdecimal() or other.isdecimal():
        return False
    if bool(DERIVED.search(one)) != bool(DERIVED.search(other)):
        return False
    return _has_ending(one, other) or _share_a_stem(word, name) or _sound_alike(word, name)


def _comparable(word: str, name: str) -> tuple[str, str]:
    """Both in small letters, in Latin ones if one of them is."""
    if CYRILLIC.search(word) and CYRILLIC.search(name):
        return word.casefold(), name.casefold()
    return roman(word), roman(name)


def _has_ending(one: str, other: str) -> bool:
    """Whether one is the other with an ending, maybe in the place of its last vowel."""
    bases = [other] if other[-1] not in VOWELS else [other, other[:-1]]
    # Estonian softens: president, presidendi; akadeemiline, akadeemilist.
    bases += [f"{other[:-1]}d"] if other.endswith("t") else []
    bases += [f"{other[:-2]}s"] if other.endswith("ne") else []
    bases += [other[:-2]] if other.endswith(("ый", "ий", "ой")) else []
    return any(
        one.startswith(base) and _is_ending(one[len(base) :])
        for base in bases
        if base == other or len(base) >= (SHORTEST if CYRILLIC.search(base) else SHORTEST_BASE)
    )


def _is_ending(letters: str) -> bool:
    return roman(letters) in ENDINGS


def _share_a_stem(word: str, name: str) -> bool:
    """By their stems; a Latin word that does something is no form of what is done: researcher."""
    own, others = ({each.casefold(), *stems(each)} for each in (word, name))
    if CYRILLIC.search(word):
        # A Kazakh word has several endings, however long.
        return name.casefold() in own or any(
            _is_beginning(stem, name) and _is_beginning(stem, word) for stem in own
        )
    if bool(AGENT.search(word)) != bool(AGENT.search(name)):
        return False
    return any(_is_beginning(stem, name) and _is_beginning(stem, word) for stem in own & others)


def _is_beginning(stem: str, word: str) -> bool:
    """Whether a stem is what an ending was added to, in one script or across."""
    if not (CYRILLIC.search(stem) and CYRILLIC.search(word)):
        stem, word = roman(stem), roman(word)
    word = word.casefold()
    is_near = len(word) - len(stem) <= LONGEST_ENDING
    return is_near and len(stem) > SHORTEST_BASE and word.startswith(stem)


def _sound_alike(word: str, name: str) -> bool:
    """Whether they are one name in two scripts."""
    heard = sound(name)
    if len(heard) < SHORTEST_SOUND or bool(CYRILLIC.search(word)) == bool(CYRILLIC.search(name)):
        return False
    return any(sound(each) == heard for each in (word, *stems(word)))
