"""What is on record, read from the database for one text."""

from collections import defaultdict
from collections.abc import Iterator

from babel import Locale
from babel.core import get_global
from django.db.models import Model

from agreements.models import Agreement
from config.desk.article.reading.knowledge import Body, City, Knowledge, Post
from config.desk.article.reading.marks import What
from config.desk.article.reading.matching import Name
from config.desk.article.rights import may
from delegations.models import (
    Appointment,
    CommonOffice,
    Institution,
    InstitutionName,
    Official,
    OfficialName,
)
from forum.models import Event, Topic, Venue
from forum.records import countries
from forum.records.texts import LANGUAGES
from forum.records.translated import columns

# So many rows of each kind are read at most: a text is read within one request.
MOST = 100_000
# Where cities are named, all of them in four languages.
WITH_CITIES = (Institution, Event, Venue, Agreement)
SHORTEST_SHORT_NAME = 2


def knowledge_for(user, *, year: int | None = None) -> Knowledge:
    """What this member of staff may see, and what everybody knows."""
    bodies = _bodies() if may(user, "view", Institution) else {}
    names = list(_names_of_bodies()) if bodies else []
    names += _names_of_people() if may(user, "view", Official) else []
    known = cities()
    names += [*names_of_countries(), *_names_of_cities(known), *_names_of_offices()]
    topics = list(_translated(Topic, What.TOPIC)) if may(user, "view", Topic) else []
    return Knowledge(
        names=tuple(names),
        topics=tuple(topics),
        bodies=bodies,
        posts=_posts() if may(user, "view", Appointment) else {},
        cities=known,
        year=year,
    )


def _translated(model: type[Model], what: What, *fields: str) -> Iterator[Name]:
    texts = columns(*(fields or ("name",)))
    for key, *names in model.objects.order_by("pk").values_list("pk", *texts)[:MOST]:
        yield from (Name(text, what, str(key)) for text in dict.fromkeys(filter(None, names)))


def _bodies() -> dict[str, Body]:
    texts = columns("name")
    rows = Institution.objects.order_by("pk").values_list("pk", "kind", "country", *texts)[:MOST]
    return {
        str(key): Body(kind, country, tuple(filter(None, names)))
        for key, kind, country, *names in rows
    }


def _names_of_bodies() -> Iterator[Name]:
    yield from _translated(Institution, What.INSTITUTION, "name", "short_name")
    rows = InstitutionName.objects.order_by("pk").values_list("institution", "text")[:MOST]
    yield from (Name(text, What.INSTITUTION, str(key)) for key, text in rows)


def _names_of_people() -> Iterator[Name]:
    """Each name in both orders: the family name stands last or first."""
    rows = OfficialName.objects.order_by("pk").values_list("official", "text")[:MOST]
    others = (Name(text, What.PERSON, str(key)) for key, text in rows)
    for name in (*_translated(Official, What.PERSON), *others):
        yield name
        words = name.text.split()
        if len(words) == 2:
            yield Name(" ".join(reversed(words)), What.PERSON, name.key)


def _posts() -> dict[str, list[Post]]:
    found: dict[str, list[Post]] = defaultdict(list)
    texts = columns("office")
    rows = Appointment.objects.order_by("pk").values_list("official", "institution", *texts)[:MOST]
    for official, institution, *offices in rows:
        key = str(institution) if institution else ""
        found[str(official)].append(Post(key, tuple(filter(None, offices))))
    return dict(found)


def names_of_countries() -> Iterator[Name]:
    for language in LANGUAGES:
        named = [*countries.usual_names(language).items(), *countries.names(language).items()]
        yield from (
            Name(name, What.COUNTRY, code) for code, name in named if code not in countries.FORMER
        )


def _names_of_offices() -> Iterator[Name]:
    for office in CommonOffice.objects.order_by("pk")[:MOST]:
        yield from (Name(text, What.OFFICE, str(office.pk)) for text in dict.fromkeys(office.forms))


def cities() -> dict[str, City]:
    """The cities on record, and those that time zones are called after."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for country, names in (*_cities_on_record(), *_cities_of_zones()):
        first = next(filter(None, names.values()), "")
        known = found.setdefault((country, first), {})
        known.update({language: name for language, name in names.items() if name})
    return {
        str(number): City(country, names)
        for number, ((country, first), names) in enumerate(found.items())
        if first
    }


def _cities_on_record() -> Iterator[tuple[str, dict[str, str]]]:
    texts = columns("city")
    for model in WITH_CITIES:
        rows = model.objects.exclude(country="").order_by().values_list("country", *texts)
        for country, *names in rows.distinct()[:MOST]:
            yield country, dict(zip(LANGUAGES, names, strict=True))


def _cities_of_zones() -> Iterator[tuple[str, dict[str, str]]]:
    zones = get_global("zone_territories")
    for zone, country in zones.items():
        english = zone.rpartition("/")[2].replace("_", " ")
        named = {
            language: Locale(language).time_zones.get(zone, {}).get("city", "")
            for language in LANGUAGES
        }
        yield country, named | {"en": named["en"] or english}


def _names_of_cities(cities: dict[str, City]) -> Iterator[Name]:
    for key, city in cities.items():
        for name in dict.fromkeys(city.names.values()):
            yield Name(name, What.CITY, key)
