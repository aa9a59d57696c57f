"""The beginnings that the forms of a word share, in the languages of the site.

Russian, Estonian and English by the Snowball algorithms (snowballstem.org); Kazakh by taking off
its endings, of which a word has several in a row: number, possession, case.
"""

import re
from functools import lru_cache

import snowballstemmer

from forum.search.spelling import CACHED

# What is shorter begins too many words: Karis is no Karimov.
SHORTEST = 5
CYRILLIC, LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[a-z]")
KAZAKH, ESTONIAN = re.compile("[әғқңөұүһі]"), re.compile("[õäöüšž]")
# From the end of a word inwards: a word has at most one of each.
KAZAKH_ENDINGS = [
    sorted(endings.split(), key=len, reverse=True)
    for endings in (
        "ның нің дың дің тың тің ға ге қа ке на не а е ны ні ды ді ты ті н да де та те нда нде "
        "дан ден тан тен нан нен мен бен пен дағы дегі тағы тегі ндағы ндегі",
        "ым ім ың ің ы і сы сі ымыз іміз ыңыз іңіз",
        "лар лер дар дер тар тер",
        "лық лік дық дік тық тік",
    )
]
SNOWBALL = {"ru": "russian", "en": "english", "et": "estonian"}
# What a stem still has that other forms do not: the -y of universities, the vowel of a genitive,
# and what makes of a country its people and what is of it.
STILL_THERE = {
    "ru": re.compile("(?<=...)ск$"),
    "en": re.compile("i$|(?<=ia)n$"),
    "et": re.compile("(?<=.....)[aeiu]$"),
}


@lru_cache(CACHED)
def stems(word: str) -> tuple[str, ...]:
    """The beginnings that other forms of the word may have, at least five letters each."""
    word = word.casefold()
    found = [each for language in _languages(word) for each in _in_language(word, language)]
    return tuple(dict.fromkeys(each for each in found if SHORTEST <= len(each) < len(word)))


def _languages(word: str) -> tuple[str, ...]:
    if CYRILLIC.search(word):
        return ("kk",) if KAZAKH.search(word) else ("ru", "kk")
    if LATIN.search(word):
        return ("et",) if ESTONIAN.search(word) else ("en", "et")
    return ()


def _in_language(word: str, language: str) -> list[str]:
    if language == "kk":
        return [_without_endings(word)]
    # Made each time: a stemmer keeps the word that it works on, and threads would share it.
    stem = snowballstemmer.stemmer(SNOWBALL[language]).stemWord(word)
    return [stem, STILL_THERE[language].sub("", stem)]


def _without_endings(word: str) -> str:
    for endings in KAZAKH_ENDINGS:
        fitting = (each for each in endings if word.endswith(each))
        ending = next((each for each in fitting if len(word) - len(each) > SHORTEST), "")
        word = word.removesuffix(ending)
    return word
