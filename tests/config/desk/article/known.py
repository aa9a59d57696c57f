"""What is on record for the articles of the tests: institutions as they are, people made up."""

from config.desk.article.archive import names_of_countries
from config.desk.article.reading.knowledge import Body, City, Knowledge, Post
from config.desk.article.reading.marks import What
from config.desk.article.reading.matching import Name
from config.desk.article.reading.read import read

INSTITUTIONS = {
    "lu": (
        ("university", "LV"),
        *("University of Latvia", "Латвийский университет", "Латвия университеті", "Läti Ülikool"),
    ),
    "rtu": (
        ("university", "LV"),
        *("Riga Technical University", "Рижский технический университет"),
        *("Рига техникалық университеті", "Riia Tehnikaülikool"),
    ),
    "samdu": (
        ("university", "UZ"),
        *("Samarkand State University", "Самаркандский государственный университет"),
    ),
    "abai": (
        ("university", "KZ"),
        *("Abai Kazakh National Pedagogical University",),
        *("Абай атындағы Қазақ ұлттық педагогикалық университеті",),
    ),
    "ut": (
        ("university", "EE"),
        *("University of Tartu", "Тартуский университет", "Tartu Ülikool"),
    ),
    "izm": (
        ("ministry", "LV"),
        *("Ministry of Education and Science of Latvia", "Министерство образования и науки Латвии"),
        *("Латвия Білім және ғылым министрлігі", "Läti Haridus- ja Teadusministeerium"),
    ),
    "uzm": (
        ("ministry", "UZ"),
        *("Ministry of Higher Education, Science and Innovation of the Republic of Uzbekistan",),
        *("Министерство высшего образования, науки и инноваций Республики Узбекистан",),
    ),
    "kzm": (
        ("ministry", "KZ"),
        *("Қазақстан Республикасы Ғылым және жоғары білім министрлігі",),
    ),
    "htm": (("ministry", "EE"), *("Haridus- ja Teadusministeerium",)),
}
PEOPLE = {
    "kalnmeijers": ("Andris Kalnmeijers", "Андрис Калнмейер"),
    "rahmatov": ("Jasur Rahmatov", "Жасур Рахматов"),
    "bergmane": ("Ilze Bergmane", "Илзе Бергмане"),
    "ozolkalna": ("Marta Ozolkalna", "Марта Озолкална"),
    "rannamets": ("Liisa Rannamets",),
}
OFFICES = {
    "president": ("President", "Президент", "president"),
    "minister": ("Minister", "Министр", "minister"),
    "deputy": ("Deputy Minister", "Заместитель министра", "aseminister"),
    "education": (
        *("Minister of Education and Science", "Министр образования и науки"),
        *("Білім және ғылым министрі", "haridus- ja teadusminister"),
    ),
    "rector": ("Rector", "Ректор", "rektor"),
    "vice": ("Vice-Rector", "Проректор", "prorektor"),
    "first": ("First Vice-Rector", "Первый проректор", "Бірінші проректор", "esimene prorektor"),
    "under": ("Undersecretary", "asekantsler"),
    "researcher": ("Researcher", "Научный сотрудник", "teadur"),
    "expert": ("Expert", "Invited expert", "Эксперт", "ekspert"),
}
TOPICS = {
    "mobility": (
        *("Academic mobility", "Академическая мобильность"),
        *("Академиялық ұтқырлық", "Akadeemiline mobiilsus"),
    ),
    "programmes": (
        *("Joint educational programmes", "Совместные образовательные программы"),
        *("Бірлескен білім беру бағдарламалары", "Ühisõppekavad"),
    ),
    "rankings": (
        *("University rankings", "Рейтинги университетов"),
        *("Университеттер рейтингі", "Ülikoolide pingeread"),
    ),
    "digital": ("Digitalisation", "Цифровизация", "Цифрландыру", "Digitaliseerimine"),
    "ai": (
        *("Artificial intelligence", "Искусственный интеллект"),
        *("Жасанды интеллект", "Tehisintellekt"),
    ),
    "world": ("Internationalisation of higher education",),
    "culture": ("Culture", "Культура", "Мәдениет", "Kultuur"),
    "trade": ("Trade and economy", "Торговля и экономика", "Kaubandus ja majandus"),
}
CITIES = {
    "tashkent": ("UZ", {"en": "Tashkent", "ru": "Ташкент", "kk": "Ташкент", "et": "Taškent"}),
    "almaty": ("KZ", {"en": "Almaty", "ru": "Алматы", "kk": "Алматы", "et": "Almatõ"}),
    "tallinn": ("EE", {"en": "Tallinn", "ru": "Таллин", "kk": "Таллин", "et": "Tallinn"}),
    "riga": ("LV", {"en": "Riga", "ru": "Рига", "kk": "Рига", "et": "Riia"}),
}


def _named(what: What, table) -> list[Name]:
    return [Name(text, what, key) for key, texts in table.items() for text in texts]


def knowledge(**changes) -> Knowledge:
    bodies = {key: Body(*facts, names) for key, (facts, *names) in INSTITUTIONS.items()}
    cities = {key: City(country, names) for key, (country, names) in CITIES.items()}
    names = [
        *_named(What.INSTITUTION, {key: body.names for key, body in bodies.items()}),
        *_named(What.PERSON, PEOPLE),
        *_named(What.OFFICE, OFFICES),
        *_named(What.CITY, {key: city.names.values() for key, city in cities.items()}),
        *names_of_countries(),
    ]
    values = {
        "names": names,
        "topics": _named(What.TOPIC, TOPICS),
        "bodies": bodies,
        "cities": cities,
        "posts": {"ozolkalna": [Post("rtu", ("Vice-Rector",))]},
    }
    return Knowledge(**values | changes)


def marks(text: str, *kinds: What, **changes):
    """The marks of these kinds in a text, by the knowledge above."""
    found = read(text, knowledge(**changes))
    return [mark for mark in found if not kinds or mark.what in kinds]
