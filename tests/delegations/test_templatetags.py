"""How people and delegations are written in a line, without blanks at its ends."""

import pytest

from delegations.templatetags import people
from tests.factories import make_delegation, make_institution, make_member, make_official

pytestmark = pytest.mark.django_db


def test_somebody_is_named_with_office_and_institution():
    body = make_institution(name_en="Tartu & Sons", slug="tartu")
    who = make_official(name_en="Anna Kask", honorific_en="", slug="anna")
    member = make_member(official=who, institution=body, office_en="Rector")

    name = '<a class="person-name" href="/officials/anna/">Anna Kask</a>'
    office = '<span class="person-office">Rector</span>'
    institution = '<a href="/institutions/tartu/">Tartu &amp; Sons</a>'
    institution = f'<span class="person-institution">{institution}</span>'
    assert people.person(member) == f'<span class="person">{name} {office} {institution}</span>'
    assert people.person(member, body.pk) == f'<span class="person">{name} {office}</span>'


def test_somebody_of_whom_nothing_may_be_told_is_still_there():
    member = make_member(official=make_official(is_published=False), institution=None, office_en="")

    assert people.person(member) == (
        '<span class="person"><span class="person-name">name not published</span></span>'
    )


def test_a_delegation_is_the_way_to_its_page_if_asked():
    body = make_institution(name_en="Tartu", slug="tartu", country="EE")
    delegation = make_delegation(institution=body, country="")

    plain, linked = people.side(delegation), people.side(delegation, linked=True)

    assert plain.startswith('<img class="flag"')
    assert plain.endswith(">Tartu")
    assert linked.endswith('><a href="/institutions/tartu/">Tartu</a>')
