"""The words by which an office, a body or a form of address is known, in the four languages.

They are the beginnings of words, since each language inflects the ends; Estonian, which joins
words, is known by their ends, too.
"""

import re
from functools import lru_cache

from forum.records.countries import usual_names
from forum.records.texts import LANGUAGES
from forum.search.stems import stems

EDGES = ".,;:()[]«»„“”\"'’"


def _among(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(" ".join(patterns).split()), re.IGNORECASE)


# English words as they are: “ministry”, “rectors” and “directorate” are no offices.
ENGLISH_OFFICES = _among(
    """minister rector president vice chancellor director dean head chair chairman chairwoman
    chairperson co-chair ambassador consul attaché attache secretary professor deputy governor
    mayor akim adviser advisor counsellor councillor counselor manager coordinator specialist
    officer chief member researcher lecturer provost expert representative interpreter assistant
    associate commissioner speaker senator envoy leader principal fellow scientist analyst founder
    co-founder ceo prorector pro-rector rapporteur spokesperson prime docent vizeminister curator
    """
)
ENGLISH_PREFIX = re.compile(r"(vice|deputy|pro|first|under|co|ex)-", re.IGNORECASE)
OFFICE = _words(
    # Russian
    "(вице-?|зам|гос|гена?ль?)?(министр(?!лі)|премьер|секретар|директор(?!ат)) (вице-?|про)?ректор",
    "(вице-?)?президент(?!ск) канцлер декан начальник глав[аыеуо]й?$ главн руководител заведующ",
    "председател пос(ол|ла|лу|лом)$ (вице-?)?консул(?!ь?ств) атташе профессор доцент заместител",
    "губернатор мэр аким(?!ат) советник менеджер координатор специалист член[а-я]{0,3}$ сотрудник",
    "преподавател эксперт представител(?!ь?ств) помощник депутат сенатор референт переводчик",
    "управляющ учредител",
    # Kazakh
    "басшы бастығы бастық жетекші меңгеруші төраға төрайым елші(?!л) хатшы орынбасар әкім(?!д|ш)",
    "кеңесші үйлестіруші маман мүше қызметкер оқытушы сарапшы өкіл көмекші",
    # Estonian
    "[^\\W\\d]*(minister|rektor(?!aat)|direktor(?!aat)|kantsler|dekaan|sekretär(?!iaat)|nõunik)",
    "[^\\W\\d]*(spetsialist|juht|juhi|juhataja|ekspert|koordinaator|esimees|esinaine|asetäitja)",
    "president(?!ial|s) suursaadik saadik konsul(?!aat) professor(?!s) dotsent kuberner",
    "[^\\W\\d]*(linnapea|vanem|liige|töötaja|teadur|lektor|esindaja|ülem|tõlk)$ abi$ nõustaja",
)
# A council of them is a body.
SEVERAL = re.compile(
    r"(rektor|minister|direktor)(ite|ide|id)$|(ректор|министр|директор)(ов|лар|лер)"
)
# The parts of a body belong to the office: Head of the Department of Physics.
UNIT = _words(
    "department(?!al) faculty division unit$ section$ chair$ кафедр факультет департамент отдел",
    "управлени бөлім басқарма osakon teaduskon",
)
TOP = _words(
    "universi университет univ\\.?$ uniw academ академи ministry ministries министерств министрліг",
    "[^\\W\\d]*(ülikool|akadeemia|ministeeriu|kõrgkool) politechnik politechnic polytechnic",
    "parliament$ парламент riigikogu embassy посольств елшіліг [^\\W\\d]*saatkon",
)
LESSER = _words(
    "institut college school$ schools$ council$ conference association agency foundation",
    "cent(re|er) committee government$ administration company$ bank$ museum library union$",
    "society chamber$ hospital laboratory commission$ fund$ secretariat directorate consortium",
    "network$ senate$ llp$ jsc$ ltd",
    "институт колледж школ[аыеу]й?$ совета?$ совете$ ассоциаци агентств фонд[ауе]?$ центр[ауе]?$",
    "комитет[ауе]?$ правительств администраци компани банк[ауе]?$ музе[йяюе] библиотек союз[ауе]?$",
    "общества?$ палат[аыеу]$ больниц комисси консорциум акимат гимнази лице[йяю]",
    "мектеп мектеб кеңес(?!ші) қауымдасты агентті қор(ы|ын|ының)?$ орталы[қғ] үкімет әкімд әкімші",
    "мұражай кітапхан ода[қғ]",
    "[^\\W\\d]*(instituu|kolledž|kool|kooli|nõukogu|ühing|liit|liidu|amet|ameti|agentuur)$",
    "sihtasutus keskus komitee valitsus [^\\W\\d]*(muuseum|raamatukogu|selts|koda|haigla)(i|u)?$",
)
# Words of offices and fields that begin with a capital as names do.
NEVER_NAMES = _words(
    "education sciences?$ research(?!er) innovation higher international relations affairs",
    "academic cooperation development digital technolog culture foreign policy senior",
    "executive general$ managing scientific financial strategic strategy youth sports?$ health",
    "economy economics law$",
    "programmes?$ office$ agriculture environment finance energy transport labour trade$ justice",
    "first$ second$ third$ state$ national federal republic$ studies quality public",
    "образовани наук науч высш международн развити сотрудничеств культур иностран перв[ыао]",
    "республик государствен национальн цифров инноваци",
    "білім ғылым жоғары халықаралық даму ынтымақтасты мәдениет бірінші республика ұлттық цифрлық",
    "haridus teadus rahvusvahelis arengu koostöö kultuuri esimene vabarii",
    "opening session plenary forum welcome keynote panel discussion coffee lunch",
)
HONORIFICS = _among(
    """h.e he prof dr mr mrs ms miss mx sir dame lord lady hon rev mag ing inż mgr hab
    dipl.-ing acad г-н г-жа гн господин госпожа д-р проф акад е.п мырза ханым hr pr härra proua
    t.e acad academician академик professor профессор
    """
)
LONG_HONORIFICS = re.compile(
    r"(?:(?:his|her|your) excellency|(?:его|её|ее) превосходительство|tema ekstsellents"
    r"|(?:оның )?мәртебелі|the honou?rable|right honou?rable)\s+",
    re.IGNORECASE,
)
DISTINCTIONS = re.compile(
    r"(?:ph\.?\s?d|d\.?sc|dsc|m\.?sc|mba|m\.?a|dr\.?\s?habil|dr\.?\s?hab|emeritus|ed\.?d|ll\.?m"
    r"|[дк]\.\s?[а-я]{1,4}\.?-?[а-я]*\.\s?н|(?:доктор|кандидат)\s[а-я\s-]+\sнаук"
    r"|[а-яғқңөұүһі]+\sғылымдарының\s(?:докторы|кандидаты))\.?",
    re.IGNORECASE,
)
# Titles that are known without a list, so that «ректора» after «и.о.» is a «ректор».
COMMON_TITLES = _among(
    """rector prorector rektor prorektor direktor dekaan minister kantsler president ректор
    проректор директор декан министр президент заместитель канцлер
    """
)
OF = _among("of at in from for on to by")
SMALL = _among("of the and for in on at to by и в по для с на ja ning және мен a an")
PARTICLES = _among(
    "von van de der den da di du la le el bin ibn al zu ter оглы улы уулу кызы ұлы қызы ogly"
    " uly kyzy qyzy uulu oglu oğlu фон де"
)


def bare(word: str) -> str:
    """A word as it is looked up: in small letters, without the punctuation around it."""
    return word.strip(EDGES).casefold()


def is_office(word: str) -> bool:
    word = bare(word).removesuffix("-elect")
    if SEVERAL.search(word):
        return False
    plain = ENGLISH_PREFIX.sub("", word)
    return plain in ENGLISH_OFFICES or bool(OFFICE.match(plain) or OFFICE.match(word))


def is_unit(word: str) -> bool:
    return bool(UNIT.match(bare(word)))


def is_top(word: str) -> bool:
    """Whether it is the kind of body that is rarely a part of another."""
    return bool(TOP.match(bare(word)))


def is_body(word: str) -> bool:
    return is_top(word) or bool(LESSER.match(bare(word)))


def is_acronym(word: str) -> bool:
    """Whether a word is written as short names of bodies are: TalTech, КазНУ, TSUE."""
    word = word.strip(EDGES)
    capitals = sum(letter.isupper() for letter in word)
    # Two letters are a country's code sooner than a body.
    return (
        word.isalpha() and capitals > 1 and len(word) > 2 and (len(word) <= 5 or not word.isupper())
    )


@lru_cache(maxsize=20_000)
def forms(word: str) -> frozenset[str]:
    """What a word shares with its other forms; an English plural is another word."""
    word = bare(word)
    if SEVERAL.search(word) or (word.isascii() and word.endswith("s")):
        return frozenset({word})
    return frozenset({word, *stems(word)})


@lru_cache(maxsize=1)
def _countries() -> tuple[frozenset[str], frozenset[str]]:
    named = [name for language in LANGUAGES for name in usual_names(language).values()]
    single = [name for name in named if " " not in name]
    return frozenset(map(bare, named)), frozenset(form for name in single for form in forms(name))


def is_country(text: str) -> bool:
    """Whether it names a country in one of the languages, in any case if it is one word."""
    names, words = _countries()
    return bare(text) in names or (" " not in text.strip() and bool(forms(text) & words))
