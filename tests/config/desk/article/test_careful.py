"""Of an article nothing is lost, and it is recorded once."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from forum.models import Event
from tests.config.desk.article.sending import PAGE, as_sent, paste

pytestmark = pytest.mark.django_db

TEXT = "The Latvia-Estonia rectors’ Forum was held in Riga on 14 April 2027.\nThe weather was fine."
NOT_SAVED = "nothing is saved yet"


def send_signed_out(client, staff, data):
    client.logout()
    client.post(PAGE, data)
    client.force_login(staff)


def test_a_text_sent_after_signing_out_comes_back(staff_client, staff):
    data = as_sent(staff_client.get(PAGE)) | {"text": TEXT, "publisher": "Sample Gazette"}
    send_signed_out(staff_client, staff, data)

    page = staff_client.get(PAGE)

    assertContains(page, NOT_SAVED)
    assertContains(page, "The weather was fine.")
    assertContains(page, "Sample Gazette")
    staff_client.post(PAGE, {"discard": "on"})
    assertNotContains(staff_client.get(PAGE), "The weather was fine.")


def test_rows_sent_after_signing_out_come_back_as_they_were_corrected(staff_client, staff):
    data = as_sent(paste(staff_client, TEXT)) | {"events-0-title": "Forum of Rectors"}
    send_signed_out(staff_client, staff, data)

    page = staff_client.get(PAGE)

    assertContains(page, NOT_SAVED)
    back = as_sent(page)
    assert {name: back[name] for name in data if "-" in name} == {
        name: text for name, text in data.items() if "-" in name
    }
    assert not Event.objects.exists()
    assert "done" in staff_client.post(PAGE, back).url
    assert Event.objects.get().title_en == "Forum of Rectors"
    assertNotContains(staff_client.get(PAGE), NOT_SAVED)


def test_a_double_click_records_it_once(staff_client):
    data = as_sent(paste(staff_client, TEXT))

    first, second = (staff_client.post(PAGE, data) for _ in range(2))

    assert first.url == second.url
    assert Event.objects.count() == 1
