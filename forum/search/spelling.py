"""How a word is spelled elsewhere: in the letters a to z, and by what its spellings share.

Transliterations differ in their vowels, in the signs for hissing and throaty sounds, and in
whether a consonant is voiced. `roman` keeps all of these, `sound` forgives what careful spellings
differ in, `vocal` and `skeletons` what careless ones do.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from anyascii import anyascii

APOSTROPHES = "'’‘ʻʼʹ`´"
CACHED = 50_000
MOST_READINGS = 16


def _letters(pairs: str) -> dict[int, str]:
    """A table for str.translate: letters, each followed by what it becomes ("-": nothing)."""
    words = pairs.split()
    values = ("" if word == "-" else word for word in words[1::2])
    return str.maketrans(dict(zip(words[::2], values, strict=True)))


# Letters whose sound is lost where each is transliterated by its looks.
LETTERS = _letters(
    "š sh ž zh č ch ş sh ș sh ç ch ć ch ś sh ź zh ż zh ţ ts ț ts ř rzh ğ g ñ n "
    "ж zh ш sh щ shch ч ch ц ts х kh ҳ kh һ h қ k ғ g ң n ө o ү u ұ u і i ў o "
    "ҷ j ӣ i ӯ u җ j ъ - ь - ы y й y э e ё yo ю yu я ya"
) | str.maketrans(dict.fromkeys(APOSTROPHES, ""))
# The Arabic alphabet in which Kazakh is written in China; unlike Arabic it writes the vowels.
KAZAKH_ARABIC = _letters(
    "ا a أ a ب b ۆ v گ g ع g د d ە e ج zh ز z ي i ی i ك k ک k ق k ل l م m ن n ڭ n و o پ p "
    "ر r س s ت t ۇ u ف f ح h ھ h ه h چ ch ش sh ى y ۋ u ء - ٴ -"
)
ARABIC = re.compile("[\u0600-\u06ff]")

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern), letters) for pattern, letters in pairs)


ONE_SOUND = _rules(("ph", "f"), ("ck|q", "k"), ("w", "v"))
# An i beside a vowel, however it is written, and doubled letters come and go.
GLIDES = _rules(("[yj]", "i"), ("(?<=[aeou])i+|i+(?=[aeou])", ""), (r"(.)\1+", r"\1"))
HISSING = _rules(("t?sch|t?sh|tch|tz|t?s|d?zh|dz|cz|rz|z", "s"), ("dj", "j"), ("gh", "g"))
SILENT_H = _rules(("(?<=[gkptdbrs])h", ""))
SOUND = (*ONE_SOUND, *_rules(("x", "ks"), ("(?<=[bcdfgklmnprstvz])h", "")), *GLIDES)
CONSONANTS = (*ONE_SOUND, *HISSING, *SILENT_H)
VOCAL = (*CONSONANTS, *GLIDES, *_rules(("[ei]", "i"), ("[ou]", "u")))
UNVOICED = str.maketrans("dbvghc", "tpfkks")

# Which consonants a letter may stand for; what is not here stands for itself.
READINGS: Mapping[str, tuple[str, ...]] = (
    {"ch": ("s", "k"), "c": ("s", "k"), "j": ("", "s"), "x": ("k", "ks")}
    | dict.fromkeys("kgh", ("k",))
    | dict.fromkeys("td", ("t",))
    | dict.fromkeys("pb", ("p",))
    | dict.fromkeys("fv", ("f",))
    | dict.fromkeys("aeiouy", ("",))
)


def _apply(rules: Rules, word: str) -> str:
    for pattern, letters in rules:
        word = pattern.sub(letters, word)
    return word


@lru_cache(CACHED)
def roman(word: str) -> str:
    """A word in the letters a to z and digits, transliterated if it needs to be."""
    word = unicodedata.normalize("NFC", word.casefold())
    if ARABIC.search(word):
        word = word.translate(KAZAKH_ARABIC)
    letters = anyascii(word.translate(LETTERS)).lower()
    return "".join(letter for letter in letters if letter.isalnum())


@lru_cache(CACHED)
def sound(word: str) -> str:
    """What careful spellings of a name share: Вейнталь and Vjenthal are both “vental”."""
    return _apply(SOUND, roman(word))


@lru_cache(CACHED)
def vocal(word: str) -> str:
    """What careless ones share: three vowels, and consonants without their voice."""
    return _apply(VOCAL, roman(word)).translate(UNVOICED)


@lru_cache(CACHED)
def skeletons(word: str) -> frozenset[str]:
    """The consonants of a word by class, in each way that its letters can be read."""
    found = [""]
    for letter in re.findall("ch|.", _apply(CONSONANTS, roman(word))):
        readings = READINGS.get(letter, (letter,))
        found = [key + reading for key in found for reading in readings][:MOST_READINGS]
    return frozenset(re.sub(r"(.)\1+", r"\1", key) for key in found)
