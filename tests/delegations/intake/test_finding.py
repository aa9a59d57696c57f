"""Which bodies and people on record a name of a list may mean, and which are really new."""

import pytest

from delegations.intake.finding import Asked, find
from delegations.models import Institution, Official
from forum.derived import catch_up
from tests.factories import make_institution, make_official

pytestmark = pytest.mark.django_db

BODIES = {
    "ministry": ("Ministry of Science and Higher Education of the Republic of Kazakhstan", "KZ"),
    "justice": ("Ministry of Justice", "KZ"),
    "polish": ("Ministry of Science and Higher Education of Poland", "PL"),
    "tech": ("Tallinn University of Technology", "EE"),
    "tartu": ("University of Tartu", "EE"),
    "music": ("Estonian Academy of Music and Theatre", "EE"),
    "arts": ("Estonian Academy of Arts", "EE"),
    "museum": ("Estonian National Museum", "EE"),
    "gdansk": ("University of Gdańsk", "PL"),
    "economics": ("SGH Warsaw School of Economics", "PL"),
    "commission": ("European Commission", ""),
}


@pytest.fixture
def bodies() -> dict[str, int]:
    keys = {
        name: make_institution(name_en=text, country=country).pk
        for name, (text, country) in BODIES.items()
    }
    catch_up()
    return keys


@pytest.mark.parametrize(
    ("name", "side", "meant"),
    [
        ("Ministry of Science and Higher Education", "KZ", ["ministry"]),
        ("Ministry of Science and Higher Education", "PL", ["polish"]),
        ("Ministry of Science and Higher Education", "", ["ministry", "polish"]),
        ("Ministry of Justice of the Republic of Kazakhstan", "KZ", ["justice"]),
        ("Tallinn Univ. of Technology", "EE", ["tech"]),
        ("Univeristy of Tartu", "EE", ["tartu"]),
        ("Uni Tartu", "EE", ["tartu"]),
        ("Estonian Academy of Music & Theater", "EE", ["music"]),
        ("Warsaw School of Economics", "PL", ["economics"]),
        ("European Commission", "KZ", ["commission"]),
        ("University of Tartu", "KZ", ["tartu"]),
        ("Ministry of Culture", "KZ", []),
        ("Ministry of Justice", "EE", ["justice"]),
        ("Ministry of Science and Higher Education", "LV", []),
        ("Estonian National Library", "EE", []),
        ("Estonian Academy of Sciences", "EE", []),
        ("Gdańsk University of Technology", "PL", []),
        ("Narva College", "EE", []),
    ],
)
def test_a_body_that_may_be_meant_is_found_and_no_other(bodies, name, side, meant):
    [found] = find(Institution, [Asked((name,), side=side)])

    assert [each.key for each in found] == [bodies[each] for each in meant]


def test_those_of_the_country_for_which_somebody_comes_stand_first():
    for country in ("LV", "EE", "PL"):
        make_institution(name_en="Academy of Sample Sciences", country=country)
    catch_up()

    [found] = find(Institution, [Asked(("Academy of Sample Sciences",), side="EE")])

    assert Institution.objects.get(pk=found[0].key).country == "EE"
    assert len(found) == 3


@pytest.mark.parametrize(
    ("name", "is_known"),
    [
        ("Raivo Vjenthal", True),
        ("R. Proovikson", True),
        ("Proovikson", True),
        ("Proovikson Rein", True),
        ("Рейн Проовиксон", True),
        ("Rein Tamm", False),
        ("M. Proovikson", False),
        ("Raivo Tamm", False),
        ("Mari Kask", False),
    ],
)
def test_a_person_who_may_be_meant_is_found_and_no_other(name, is_known):
    make_official(name_en="Rein Proovikson")
    other = make_official(name_en="Raivo Veinthal")
    catch_up()

    [found] = find(Official, [Asked((name,))])

    assert bool(found) is is_known
    assert "Vjenthal" not in name or found[0].key == other.pk
