import pytest
from django.contrib.auth.models import Group, Permission
from pytest_django.asserts import assertContains, assertNotContains

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "Іс-шаралар | Бағдарлама тармағы | Өзгерту"),
        ("ru", "Мероприятия | Пункт программы | Изменить"),
        ("et", "Sündmused | Kavapunkt | Muuda"),
    ],
)
def test_what_a_group_may_do_is_said_in_the_reader_s_language(staff_client, language, said):
    response = staff_client.get(f"/{language}/admin/auth/group/add/")

    assertContains(response, said)
    assertNotContains(response, "Can change")


@pytest.mark.parametrize("kind", ["Attendance", "Stale", "Revision", "Old address"])
def test_no_right_is_offered_to_rows_that_nobody_meets(staff_client, kind):
    assertNotContains(staff_client.get("/admin/auth/group/add/"), f"| {kind} |")


def test_a_group_is_given_its_rights(staff_client):
    right = Permission.objects.get(codename="change_event")

    staff_client.post("/admin/auth/group/add/", {"name": "Protocol", "permissions": [right.pk]})

    assert list(Group.objects.get().permissions.all()) == [right]


def test_the_loss_of_a_password_is_announced_in_the_reader_s_language(staff, staff_client):
    response = staff_client.get(f"/et/admin/auth/user/{staff.pk}/password/")

    assertContains(response, "läheb kasutaja praegune parool kaotsi")
    assertNotContains(response, "If disabled")
