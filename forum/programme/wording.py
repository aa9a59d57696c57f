"""What kind an item of a programme is by the words of its title, in the four languages.

The first kind that a title speaks of wins: a coffee break is no session, a signing no ceremony.
"""

import re

from forum.choices import SessionKind

# What words of a title begin with.
WORDS = (
    (SessionKind.SIGNING, "signing подписани қол_қою allkirjasta"),
    (
        SessionKind.LOGISTICS,
        "logistic registration arrival departure transfer check-in регистраци прибыти",
    ),
    (
        SessionKind.LOGISTICS,
        "организационн отъезд заезд трансфер ұйымдастыру тіркеу келу аттану",
    ),
    (SessionKind.LOGISTICS, "logistika registreeri saabu lahku"),
    (
        SessionKind.BREAK,
        "break coffee lunch перерыв кофе обед үзіліс түскі paus vaheaeg kohvi lõuna",
    ),
    (SessionKind.PRESS, "press briefing пресс брифинг баспасөз pressi ajakirjandus"),
    (SessionKind.RECEPTION, "reception dinner banquet приём прием ужин банкет қабылдау кешкі"),
    (SessionKind.RECEPTION, "vastuvõtt õhtusöök bankett"),
    (
        SessionKind.CULTURE,
        "concert cultural exhibition sightseeing концерт культурн выставк экскурси",
    ),
    (SessionKind.CULTURE, "концерті мәдени көрме kontsert kultuuri näitus [^\\W\\d]*ekskursioon"),
    (SessionKind.PANEL, "panel панел paneel paneeli"),
    (
        SessionKind.ROUND_TABLE,
        "round_table roundtable discussion круглый_стол круглого_стол дискусси",
    ),
    (SessionKind.ROUND_TABLE, "дөңгелек_үстел талқылау ümarlaud arutelu"),
    (
        SessionKind.OPENING,
        "opening welcome открыти приветств ашылу құттықтау avamine avasõna tervitus",
    ),
    (SessionKind.PLENARY, "plenary session пленар сесси заседани сессия отырыс plenaar istung"),
    (
        SessionKind.LECTURE,
        "lecture keynote talk presentation лекци доклад презентаци дәріс баяндама",
    ),
    (SessionKind.LECTURE, "таныстырылым loeng ettekanne esitlus"),
    (SessionKind.CEREMONY, "ceremony церемони рәсім tseremoonia"),
    (SessionKind.VISIT, "visit tour посещени визит сапар külastus visiit"),
    (SessionKind.MEETING, "meeting talks встреч переговор кездесу келіссөз kohtumine"),
    (
        SessionKind.ADDRESS,
        "address speech remarks closing выступлени речь закрыти сөз жабылу kõne sõnavõt",
    ),
)


def _pattern(words: str) -> re.Pattern[str]:
    beginnings = "|".join(word.replace("_", r"\s") for word in words.split())
    return re.compile(rf"(?<![^\W_])(?:{beginnings})", re.IGNORECASE)


PATTERNS = [(kind, _pattern(words)) for kind, words in WORDS]


def kind_of_item(title: str) -> str:
    """The kind that a title speaks of; empty if it speaks of none."""
    return next((kind for kind, pattern in PATTERNS if pattern.search(title)), "")
