"""Names of persons, plainly composed of syllables, and how other scripts write them."""

from typing import NamedTuple

from config.archive.chance import Chance

CONSONANTS, VOWELS = "bdgklmnprstvz", "aeiou"
SCRIPTS = {
    "ru": str.maketrans(CONSONANTS + VOWELS, "бдгклмнпрствзаеиоу"),
    "ka": str.maketrans(CONSONANTS + VOWELS, "ბდგკლმნპრსტვზაეიოუ"),
    "el": str.maketrans(CONSONANTS + VOWELS, "βδγκλμνπρστβζαειου"),
}


class PersonName(NamedTuple):
    given: str
    family: str

    @property
    def plain(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def to_sort(self) -> str:
        return f"{self.family}, {self.given}"

    def in_script(self, language: str) -> "PersonName":
        table = SCRIPTS[language]
        return PersonName(*(each.lower().translate(table).title() for each in self))


def compose(chance: Chance) -> PersonName:
    return PersonName(_word(chance, 2), _word(chance, 3))


def _word(chance: Chance, syllables: int) -> str:
    word = "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(syllables))
    return (word + chance.choice(["", *"lnrs"])).title()
