"""What lists of institutions say, column by column."""

import re

from django.utils.translation import gettext_lazy as _

from delegations.choices import InstitutionKind
from delegations.doubles.signs import domain_of
from delegations.models import Institution
from delegations.models.institution import validate_domains
from forum.intake.kinds import Column
from forum.intake.readers import Choice, Identifier, Text, address, country, day
from forum.records.texts import LANGUAGES

SEVERAL = re.compile(r"\s*[;\n]\s*")


LONGEST = 300


def domains(text: str) -> str:
    """Host names with blanks between, of which also the addresses may be given."""
    hosts = [domain_of(each) or each for each in re.split(r"[\s,;]+", text.lower()) if each]
    found = " ".join(dict.fromkeys(host.removeprefix("www.") for host in hosts))
    validate_domains(found)
    return found


def names(text: str) -> list[str]:
    """Other names, with semicolons or line breaks between."""
    return [Text(LONGEST)(name) for name in SEVERAL.split(text) if name]


def identifier(column: str) -> Identifier:
    [validate] = Institution._meta.get_field(column).validators[:1]
    return Identifier(validate)


COLUMNS = (
    Column(
        name="name",
        label=_("Name"),
        read=Text(LONGEST),
        synonyms=(
            *("institution", "university", "organisation", "organization", "full name", "title"),
            *("название", "наименование", "вуз", "университет", "учреждение", "организация"),
            *(
                "атауы",
                "университет атауы",
                "ұйым",
                "мекеме",
                "nimi",
                "nimetus",
                "asutus",
                "ülikool",
            ),
        ),
        size=32,
    ),
    *(
        Column(
            name=f"name_{language}",
            label=Institution._meta.get_field(f"name_{language}").verbose_name,
            read=Text(LONGEST),
            synonyms=(f"name ({language})", f"название ({language})", f"nimi ({language})"),
            size=32,
            is_usual=False,
        )
        for language in LANGUAGES
    ),
    Column(
        name="short_name",
        label=_("Short name"),
        read=Text(60),
        synonyms=("acronym", "abbreviation", "аббревиатура", "сокращение", "қысқаша", "lühend"),
        size=10,
    ),
    Column(
        name="kind",
        label=_("Kind"),
        read=Choice(InstitutionKind),
        synonyms=("type", "тип", "вид", "түрі", "liik", "tüüp"),
        offers=Choice(InstitutionKind).labels,
    ),
    Column(
        name="country",
        label=_("Country"),
        read=country,
        synonyms=(
            "state",
            "country code",
            "страна",
            "государство",
            "ел",
            "мемлекет",
            "riik",
            "maa",
        ),
    ),
    Column(
        name="city",
        label=_("City"),
        read=Text(120),
        synonyms=("town", "place", "location", "город", "қала", "linn", "asukoht"),
    ),
    Column(
        name="website",
        label=_("Website"),
        read=address,
        synonyms=(
            "web",
            "url",
            "web page",
            "web pages",
            "homepage",
            "сайт",
            "веб-сайт",
            "koduleht",
        ),
        size=20,
    ),
    Column(
        name="domains",
        label=_("Domains"),
        read=domains,
        synonyms=("domain", "web domain", "домен", "домены"),
        is_usual=False,
    ),
    Column(
        name="ror_id",
        label="ROR",
        read=identifier("ror_id"),
        synonyms=("ror id",),
        size=10,
        is_usual=False,
    ),
    Column(
        name="wikidata_id",
        label="Wikidata",
        read=identifier("wikidata_id"),
        synonyms=("wikidata id", "qid"),
        size=10,
        is_usual=False,
    ),
    Column(
        name="founded_on",
        label=_("Founded on"),
        read=day,
        synonyms=(
            "founded",
            "established",
            "год основания",
            "основан",
            "құрылған жылы",
            "asutatud",
        ),
        size=10,
        is_usual=False,
    ),
    Column(
        name="status",
        label=_("Status"),
        read=Text(60),
        size=8,
        is_usual=False,
    ),
    Column(
        name="other_names",
        label=_("Other names"),
        read=names,
        synonyms=("aliases", "alias", "also known as", "другие названия", "басқа атаулары"),
        size=24,
        is_usual=False,
    ),
)
