"""Offices that are offered while one types."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains

from delegations.models import CommonOffice, Delegation
from tests.admin_forms import admin_url
from tests.factories import make_appointment, make_common_office, make_member

pytestmark = pytest.mark.django_db
OFFICES = "/admin/delegations/commonoffice/offices/"


def offered(client, **asked) -> list[str]:
    return client.get(OFFICES, asked).json()["offered"]


def test_a_form_of_people_offers_the_common_offices_in_each_language(staff_client):
    make_common_office(name_en="Vice-Rector", name_et="prorektor")

    page = staff_client.get(admin_url(Delegation, "add"))

    assertContains(page, '<datalist id="offices-et"', count=1)
    assertContains(page, '<option value="prorektor"></option>', count=1)
    assertContains(page, 'list="offices-et"')


def test_what_is_typed_finds_common_offices_and_those_on_record(staff_client):
    make_common_office(name_en="Rector", name_ru="Ректор")
    make_appointment(office_en="", office_ru="первый проректор")
    make_member(office_en="", office_ru="РЕКТОР академии")

    assert offered(staff_client, language="ru", text="ректор") == [
        "Ректор",
        "РЕКТОР академии",
        "первый проректор",
    ]
    assert offered(staff_client, language="en", text="ректор") == []


def test_the_offices_of_people_whom_one_may_not_see_are_not_offered(client):
    user = get_user_model().objects.create_user("somebody", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_member"))
    client.force_login(user)
    make_appointment(office_en="Secret office")
    make_member(office_en="Known office")

    assert offered(client, language="en", text="office") == ["Known office"]


@pytest.mark.parametrize("asked", [{}, {"language": "xx"}, {"language": "en", "text": "x" * 5000}])
def test_odd_questions_are_answered(staff_client, asked):
    assert offered(staff_client, **asked) == []


def test_the_list_says_which_offices_lack_a_language(staff_client):
    make_common_office(name_en="Dean", name_kk="Декан", name_ru="Декан", name_et="dekaan")
    make_common_office(name_en="Bursar")

    page = staff_client.get(admin_url(CommonOffice, "changelist"))

    assert page.text.count('alt="No"') == 1
