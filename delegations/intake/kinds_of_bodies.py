"""What an institution probably is, by a word of its name: staff see it and may say otherwise."""

from delegations.choices import InstitutionKind
from forum.search.words import folded

# The beginnings of words, those that decide before those that may stand beside them.
WORDS = {
    InstitutionKind.EMBASSY: ("embass", "посольств", "елшіл", "saatkon"),
    InstitutionKind.MINISTRY: ("ministr", "министерств", "министрл", "ministeer"),
    InstitutionKind.PARLIAMENT: ("parliament", "парламент", "riigikog", "мәжіліс", "сенат"),
    InstitutionKind.FOUNDATION: ("foundation", "фонд", "қор", "sihtasutus"),
    InstitutionKind.AGENCY: ("agenc", "агентств", "агенттік", "agentuur"),
    InstitutionKind.ASSOCIATION: ("association", "ассоциаци", "қауымдаст", "liit", "союз"),
    InstitutionKind.ACADEMY: ("academyofsciences", "академиянаук"),
    InstitutionKind.UNIVERSITY: ("universit", "университет", "ülikool", "kõrgkool"),
    InstitutionKind.INSTITUTE: ("institute", "институт", "instituut"),
    InstitutionKind.COMPANY: ("ltd", "llc", "gmbh", "тоо", "ооо", "жшс"),
}
STEMS = {
    kind: tuple("".join(folded(each)) for each in beginnings) for kind, beginnings in WORDS.items()
}


def likely_kind(name: str) -> str:
    """The kind that a word of the name says; of none, a university, as most are."""
    words = [*folded(name), "".join(folded(name))]
    for kind, stems in STEMS.items():
        if any(word.startswith(stems) for word in words):
            return kind
    return InstitutionKind.UNIVERSITY
