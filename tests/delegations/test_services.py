import datetime as dt

import pytest

from delegations.models import Official
from delegations.services import use_preferred_names
from tests.admin_forms import add_row, form_data, open_form
from tests.factories import make_institution, make_official

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 1, 1)


def test_a_preferred_name_is_the_name_in_its_language_and_the_other_a_spelling():
    official = make_official(name_en="増子宏", slug="kept")
    official.names.create(text="Masuko Hiroshi", language="en", is_preferred=True)
    official.names.create(text="Hiroshi Masuko", language="en")

    use_preferred_names(official, on=TODAY)

    official.refresh_from_db()
    assert (official.name_en, official.slug) == ("Masuko Hiroshi", "kept")
    assert official.names.filter(text="増子宏").exists()


def test_a_name_of_a_time_that_is_over_or_of_another_language_changes_nothing():
    institution = make_institution(name_en="TalTech")
    institution.names.create(
        text="TTU", language="en", is_preferred=True, valid_until=dt.date(2018, 9, 16)
    )
    institution.names.create(text="塔尔图", language="zh", is_preferred=True)

    use_preferred_names(institution, on=TODAY)

    institution.refresh_from_db()
    assert institution.name_en == "TalTech"
    assert institution.names.count() == 2


def test_the_address_of_a_new_record_is_made_from_the_preferred_name(staff_client):
    url = "/admin/delegations/official/add/"
    data = form_data(open_form(staff_client, url)) | {"name_en": "増子宏"}
    data = add_row(
        data, "names", text="Masuko Hiroshi", language="en", is_preferred="on", kind="alias"
    )

    staff_client.post(url, data)

    official = Official.objects.get()
    assert (official.name_en, official.slug) == ("Masuko Hiroshi", "masuko-hiroshi")
