"""What lists of people say, column by column, and what is offered while one types."""

from django.utils.translation import gettext_lazy

from delegations.choices import Capacity
from delegations.models import CommonOffice, Institution, OfficeRank
from forum.intake.kinds import Column, Place
from forum.intake.readers import Choice, Text
from forum.records.texts import text_in

OFFERED = 300


CAPACITY = Choice(Capacity, {"и.о.": "acting", "м.а.": "acting", "kt": "acting"})


def offices_offered(place: Place) -> list[str]:
    """The common offices, in the language of the list."""
    rows = CommonOffice.objects.order_by(f"sort_key_{place.language}")
    return [text_in(office, place.language, "name")[0] for office in rows]


def institutions_offered(place: Place) -> list[str]:
    """Institutions of the countries that come, those that come first."""
    event = place["event"]
    rows = Institution.objects.all()
    if event is not None:
        countries = {event.country, *event.delegations.values_list("country", flat=True)}
        own = event.delegations.values_list("institution__country", flat=True)
        rows = rows.filter(country__in=countries | {*own})
    return [text_in(body, place.language, "name")[0] for body in rows.order_by("-pk")[:OFFERED]]


NAME = Column(
    name="name",
    label=gettext_lazy("Name"),
    read=Text(200),
    synonyms=(
        *("full name", "person", "participant", "delegate", "speaker", "surname and name"),
        *("фио", "фамилия имя отчество", "имя", "участник", "спикер"),
        *("аты-жөні", "аты жөні", "қатысушы", "nimi", "ees- ja perekonnanimi", "osaleja"),
    ),
    size=24,
)


OFFICE = Column(
    name="office",
    label=gettext_lazy("Office"),
    read=Text(300),
    synonyms=(
        *("position", "job title", "title", "post", "role", "должность", "пост"),
        *("лауазымы", "қызметі", "amet", "ametikoht", "ametinimetus"),
    ),
    offers=offices_offered,
    size=24,
)


INSTITUTION = Column(
    name="institution",
    label=gettext_lazy("Institution"),
    read=Text(300),
    synonyms=(
        *("organisation", "organization", "university", "company", "affiliation", "employer"),
        *("организация", "учреждение", "вуз", "университет", "место работы"),
        *("ұйым", "мекеме", "жұмыс орны", "asutus", "organisatsioon", "ülikool"),
    ),
    offers=institutions_offered,
    size=24,
)


CAPACITY_COLUMN = Column(
    name="capacity",
    label=gettext_lazy("Capacity"),
    read=CAPACITY,
    offers=CAPACITY.labels,
    size=10,
    is_usual=False,
)


HONORIFIC = Column(
    name="honorific",
    label=gettext_lazy("Honorific"),
    read=Text(60),
    synonyms=("prefix", "mr/ms", "обращение", "tiitel"),
    size=8,
    is_usual=False,
)


RANK = Column(
    name="rank",
    label=gettext_lazy("Rank"),
    read=Text(120),
    synonyms=("ранг", "дәреже", "auaste"),
    offers=lambda _place: [str(rank) for rank in OfficeRank.objects.all()],
    size=12,
    is_usual=False,
)
