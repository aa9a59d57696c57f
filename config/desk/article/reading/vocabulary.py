"""Words by which an article speaks of offices, events and documents, in four languages.

General words alone: names and offices come from records. A word stands for all its forms, a phrase
for its words, each in any form, one after the other.
"""

import re
from collections.abc import Mapping, Sequence

from agreements.choices import Instrument
from forum.choices import EventKind, VisitKind

Phrases = Mapping[str, Sequence[str]]

EVENTS: Phrases = {
    EventKind.VISIT: ("visit", "визит", "сапар", "visiit", "riigivisiit", "töövisiit"),
    EventKind.SUMMIT: ("summit", "саммит", "tippkohtumine", "tippkohtumise"),
    EventKind.FORUM: ("forum", "форум", "foorum"),
    EventKind.CONFERENCE: ("conference", "конференция", "konverents"),
    EventKind.ROUND_TABLE: (
        *("round table", "roundtable", "круглый стол", "дөңгелек үстел", "ümarlaud"),
    ),
    EventKind.EXHIBITION: ("exhibition", "выставка", "көрме", "näitus"),
    EventKind.FAIR: ("fair", "ярмарка", "жәрмеңке", "mess"),
}
VISITS: Phrases = {
    VisitKind.STATE: ("state", "государственный", "мемлекеттік", "riigivisiit"),
    VisitKind.OFFICIAL: ("official", "официальный", "ресми", "ametlik"),
    VisitKind.WORKING: ("working", "рабочий", "жұмыс", "töövisiit"),
    VisitKind.STUDY: ("study", "ознакомительный", "танысу", "õppevisiit"),
    VisitKind.PRIVATE: ("private", "частный", "жеке", "eravisiit"),
}
INSTRUMENTS: Phrases = {
    Instrument.MEMORANDUM: (
        *("memorandum of understanding", "memorandum", "mou"),
        *("меморандум о взаимопонимании", "меморандум о сотрудничестве", "меморандум"),
        *("өзара түсіністік туралы меморандум", "vastastikuse mõistmise memorandum"),
    ),
    Instrument.COOPERATION: (
        *("cooperation agreement", "agreement on cooperation", "partnership agreement"),
        *("agreement", "соглашение о сотрудничестве", "договор о сотрудничестве", "соглашение"),
        *("ынтымақтастық туралы келісім", "келісім", "koostööleping", "koostöölepe", "leping"),
    ),
    Instrument.FRAMEWORK: ("framework agreement", "рамочное соглашение", "raamleping"),
    Instrument.LETTER_OF_INTENT: (
        *("letter of intent", "письмо о намерениях", "ниет туралы хат", "kavatsuste kiri"),
    ),
    Instrument.ROAD_MAP: ("road map", "roadmap", "дорожная карта", "жол картасы", "teekaart"),
    Instrument.PLAN: ("action plan", "план действий", "іс-қимыл жоспары", "tegevuskava"),
    Instrument.JOINT_STATEMENT: (
        *("joint statement", "совместное заявление", "бірлескен мәлімдеме", "ühisavaldus"),
    ),
    Instrument.PROTOCOL: ("protocol", "протокол", "хаттама", "protokoll"),
    Instrument.CONTRACT: ("contract", "договор", "шарт"),
}
BETWEEN = ("between", "между", "арасында", "арасындағы", "vahel", "vaheline")
SIGNED = (
    *("signed", "подписали", "подписано", "подписан", "заключили", "қол қойды"),
    *("қол қойылды", "allkirjastasid", "allkirjastati", "sõlmisid", "sõlmiti"),
)
WITH = frozenset(("with", "с", "со"))
AND = frozenset(("and", "и", "мен", "пен", "бен", "және", "ja", "ning", *WITH))

# What stands between an office and whose it is: the fields of ministries and vice-rectors.
FIELDS = (
    *("science", "higher", "education", "research", "foreign", "affairs", "culture", "economy"),
    *("economic", "trade", "finance", "health", "agriculture", "defence", "defense", "interior"),
    *("justice", "digital", "development", "innovation", "industry", "energy", "environment"),
    *("transport", "labour", "social", "sport", "tourism", "youth", "information", "international"),
    *("relations", "academic", "cooperation", "strategy", "strategic", "teaching", "studies"),
    *(
        "наука",
        "научный",
        "высший",
        "образование",
        "иностранный",
        "дело",
        "культура",
        "экономика",
    ),
    *("экономический", "торговля", "финансы", "здравоохранение", "сельский", "хозяйство"),
    *("оборона", "внутренний", "юстиция", "цифровой", "развитие", "инновация", "инновационный"),
    *("промышленность", "энергетика", "транспорт", "труд", "социальный", "спорт", "туризм"),
    *("информация", "международный", "связь", "академический", "учебный", "сотрудничество"),
    *("стратегия", "стратегический", "работа", "вопрос", "просвещение", "дел", "связям"),
    *("ғылым", "жоғары", "білім", "сыртқы", "істер", "мәдениет", "экономика", "сауда", "қаржы"),
    *("денсаулық", "ауыл", "шаруашылығы", "қорғаныс", "ішкі", "әділет", "цифрлық", "даму"),
    *("инновация", "өнеркәсіп", "энергетика", "көлік", "еңбек", "әлеуметтік", "ақпарат"),
    *("халықаралық", "байланыс", "академиялық", "мәселе", "ынтымақтастық", "стратегия"),
    *("teadus", "kõrgharidus", "haridus", "välis", "välisasjade", "kultuur", "majandus"),
    *("rahandus", "tervis", "põllumajandus", "kaitse", "sise", "justiits", "digi", "areng"),
    *("innovatsioon", "energeetika", "kliima", "rahvusvaheline", "suhted", "koostöö", "õppe"),
)
# What stands before an office and belongs to it.
RANKS = (
    *("first", "deputy", "vice", "acting", "former", "senior", "первый", "заместитель", "вице"),
    *(
        "исполняющий",
        "обязанности",
        "бывший",
        "бірінші",
        "бұрынғы",
        "esimene",
        "endine",
        "kohusetäitja",
    ),
)
LINKS = frozenset(("of", "for", "the", "at", "in", "по", "в", "во", "жөніндегі", *AND))
REPUBLIC = ("republic", "республика", "республикасы", "vabariik", "vabariigi")

HONORIFICS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "professor", "his", "her", "excellency", "he", "sir"),
        *("господин", "госпожа", "доктор", "профессор", "мырза", "ханым"),
        *("härra", "proua", "professori"),
    )
)
PARTS_OF_NAMES = frozenset(("von", "van", "de", "bin", "ibn", "al", "del", "da"))

# What makes a phrase with capitals an institution.
BODIES: Phrases = {
    "university": (
        *("university", "университет", "ülikool", "polytechnic", "kõrgkool", "kolledž"),
        *("conservatory", "консерватория"),
    ),
    "institute": ("institute", "институт", "instituut"),
    "academy": ("academy", "академия", "akadeemia"),
    "ministry": ("ministry", "министерство", "министрлік", "министрлігі", "ministeerium"),
    "agency": ("agency", "агентство", "агенттік", "агенттігі", "amet"),
    "foundation": ("foundation", "фонд", "қор", "sihtasutus"),
    "association": ("association", "ассоциация", "қауымдастық", "қауымдастығы", "liit"),
    "company": ("company", "компания", "ettevõte"),
}
# Words with a capital that are of a body, and never of a person's name.
OF_BODIES = (
    *("parliament", "senate", "government", "council", "committee", "department", "faculty"),
    *("centre", "center", "school", "board", "republic", "union", "office", "commission"),
    *("парламент", "мажилис", "сенат", "правительство", "совет", "комитет", "департамент"),
    *("факультет", "центр", "школа", "правление", "республика", "союз", "комиссия", "палата"),
    *("мәжіліс", "үкімет", "кеңес", "кеңесі", "орталық", "орталығы", "мектеп", "басқарма"),
    *("комиссиясы", "республикасы", "riigikogu", "parlament", "valitsus", "nõukogu", "komitee"),
    *("osakond", "teaduskond", "keskus", "kool", "juhatus", "vabariik", "liit", "komisjon"),
    *(word for words in BODIES.values() for word in words),
)
LECTURES = (
    *("lecture", "lectured", "лекция", "дәріс", "loeng", "loengu"),
    *("keynote", "доклад", "баяндама", "ettekanne", "ettekande"),
)
REPRESENTED = (
    *("was represented by", "were represented by", "is represented by"),
    *("представил", "представила", "представлял", "представляла", "esindas", "атынан"),
)
# Words beside a kind of event that belong to what it is called.
OF_EVENTS = (
    *("rectors", "rector", "university", "international", "joint", "bilateral", "annual"),
    *("business", "education", "higher", "first", "second", "third", "scientific"),
    *("ректор", "университет", "вуз", "международный", "совместный", "ежегодный", "деловой"),
    *("бизнес", "образование", "высший", "первый", "второй", "третий", "научный"),
    *("халықаралық", "бірлескен", "іскерлік", "білім", "жоғары", "бірінші", "екінші", "үшінші"),
    *("ғылыми", "rektor", "ülikool", "rahvusvaheline", "ühine", "äri", "haridus", "kõrgharidus"),
    *("esimene", "teine", "kolmas", "teadus"),
    *(word for words in VISITS.values() for word in words),
)
LETTERS_KK = re.compile("[әғқңұүһіӘҒҚҢҰҮҺІ]")
LETTERS_RU = re.compile("[а-яёА-ЯЁ]")
LETTERS_ET = re.compile("[õäöüÕÄÖÜ]")
WORDS_ET = re.compile(r"\b(ja|ning|on|oli|mis|kes|ka|et)\b")
WORDS_EN = re.compile(r"\b(the|and|of|in|to|was|with)\b", re.IGNORECASE)
# So large a share of the letters tells Kazakh from Russian with a name in it.
SHARE_KK = 0.02


def language_of(text: str) -> str:
    """The language of the site that a text is most probably in."""
    cyrillic = len(LETTERS_RU.findall(text))
    kazakh = len(LETTERS_KK.findall(text))
    if cyrillic + kazakh > len(text) / 3:
        return "kk" if kazakh > SHARE_KK * (cyrillic + kazakh) else "ru"
    english = len(WORDS_EN.findall(text))
    estonian = len(WORDS_ET.findall(text)) + len(LETTERS_ET.findall(text)) / 4
    # No English sentence does without any of its small words.
    return "en" if english and english >= estonian else "et"
