import pytest

from delegations.doubles.signs import Facts, Sign, domain_of, sign
from forum.search.likeness import likest
from forum.search.words import folded


def body(*names, **facts):
    words = tuple(tuple(folded(name)) for name in names)
    sets = {name: frozenset(value) for name, value in facts.items() if name != "is_person"}
    return Facts(names=words, is_person=facts.get("is_person", False), **sets)


def person(*names, **facts):
    return body(*names, is_person=True, **facts)


def why(one, other, common=()):
    """The sign, where words are like what is spelled like them, and these are common."""
    theirs = {word for name in other.names for word in name}
    alike = {word: likest(word, theirs, 10) for name in one.names for word in name}
    return sign(one, other, alike, lambda word: 0.2 if word in common else 1)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            body("A B", identifiers=["Q1"], countries=["EE"]),
            body("C D", identifiers=["Q1"], countries=["KZ"]),
            Sign.IDENTIFIER,
            id="one identifier, whatever else",
        ),
        pytest.param(
            body("ISM University", domains=["ism.lt"], countries=["LT"]),
            body("International School of Management", domains=["ism.lt"], countries=["LT"]),
            Sign.DOMAIN,
            id="one domain in one country",
        ),
        pytest.param(
            body("A B", domains=["ceu.edu"], countries=["HU"]),
            body("C D", domains=["ceu.edu"], countries=["US"]),
            None,
            id="one domain in two countries",
        ),
        pytest.param(
            body("Academy of Fine Arts in Katowice", countries=["PL"]),
            body("Fine Arts Academy in Katowice", countries=["PL"]),
            Sign.SIMILAR,
            id="the same words but a small one",
        ),
        pytest.param(
            body("Igdir University", countries=["TR"]),
            body("Iğdır University", countries=[]),
            Sign.SIMILAR,
            id="a country that is not recorded contradicts nothing",
        ),
        pytest.param(
            body("Aksaray University", countries=["TR"]),
            body("Sakarya University", countries=["TR"]),
            None,
            id="two cities that look alike",
        ),
        pytest.param(
            body("University of Lodz", countries=["PL"]),
            body("Lodz University of Technology", countries=["PL"]),
            None,
            id="a word that tells them apart",
        ),
    ],
)
def test_two_institutions(one, other, expected):
    assert why(one, other, common=("university", "of", "in", "academy")) == expected
    assert why(other, one, common=("university", "of", "in", "academy")) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            person("Sayasat Nurbek", countries=["KZ"]),
            person("Нурбек Саясат", countries=["KZ"]),
            Sign.SIMILAR,
            id="another script and order",
        ),
        pytest.param(
            person("Alisher Orozbaevich Abdrakhmanov"),
            person("ABDRAXMANOV Alisher"),
            Sign.SIMILAR,
            id="a patronymic more",
        ),
        pytest.param(
            person("Juan Pérez", countries=["ES"]),
            person("Juan Pérez", countries=["MX"]),
            None,
            id="one name in two countries",
        ),
        pytest.param(person("Tiit Land"), person("Tiit Maran"), None, id="a given name alone"),
    ],
)
def test_two_people(one, other, expected):
    assert why(one, other) == expected


@pytest.mark.parametrize(
    ("address", "domain"),
    [("https://www.ut.ee/en", "ut.ee"), ("", ""), ("http://[bad", ""), ("ut.ee", "")],
)
def test_the_domain_of_an_address(address, domain):
    assert domain_of(address) == domain
