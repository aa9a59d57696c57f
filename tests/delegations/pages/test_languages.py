"""Names in the language of their reader."""

import pytest
from pytest_django.asserts import assertContains

from delegations.models import OfficialName
from tests.delegations.pages.everything import page_of
from tests.factories import make_institution, make_member, make_official


@pytest.mark.django_db
def test_names_are_in_the_reader_s_language_or_marked_with_their_own(client):
    institution = make_institution(name_en="AlmaU", name_kk="Алматы университеті")
    member = make_member(institution=institution, office_en="", office_ru="Ректор")
    address = page_of(member.delegation.event)

    kazakh = client.get(f"/kk{address}")
    estonian = client.get(f"/et{address}")

    assertContains(kazakh, "Алматы университеті</a>")
    office = '<span class="person-office"><span class="fallback" lang="ru">Ректор</span></span>'
    assertContains(kazakh, office)
    assertContains(kazakh, "Эстония")
    assertContains(estonian, '<span class="fallback" lang="en">AlmaU</span></a>')
    assertContains(estonian, "Eesti")


@pytest.mark.django_db
def test_a_name_in_another_script_is_marked_with_its_language(client):
    official = make_official()
    OfficialName.objects.create(official=official, text="نۇربەك", language="kk-Arab")

    response = client.get(official.get_absolute_url())

    assertContains(response, 'lang="kk-Arab"')
    assertContains(response, "Kazakh (Arabic)")
