"""Of a list that is taken in nothing is lost, and it leads back to where one came from."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from delegations.models import Institution
from forum.models import AsideFile, Intake
from tests.intakes import bring, fields, look

pytestmark = pytest.mark.django_db

NEW = "/admin/intake/new/?kind=institutions"
LIST = "Name\tCountry\nSample University\tEE\nSample Academy\tKZ"
UNKNOWN = "Alpha\tBeta\nSample University\tEE"
NOT_SAVED = "nothing is saved yet"


def carried(client, url) -> dict:
    page = client.get(url)
    return {"language": "en"} | {name: page.context[name] for name in ("once", "sent_by")}


def send_signed_out(client, staff, url, data):
    client.logout()
    client.post(url, data)
    client.force_login(staff)


def test_a_list_sent_after_signing_out_comes_back(staff_client, staff):
    typed = {"text": LIST, "typed0-name": "Sample Ministry"}
    send_signed_out(staff_client, staff, NEW, carried(staff_client, NEW) | typed)

    page = staff_client.get(NEW)

    for said in (NOT_SAVED, "Sample University", 'value="Sample Ministry"'):
        assertContains(page, said)
    assert not Intake.objects.exists()
    staff_client.post(NEW, {"discard": "on"})
    assertNotContains(staff_client.get(NEW), "Sample University")


def test_its_file_comes_back_and_is_read_when_it_is_sent_again(staff_client, staff):
    file = SimpleUploadedFile("list.csv", LIST.replace("\t", ",").encode(), "text/csv")
    send_signed_out(staff_client, staff, NEW, carried(staff_client, NEW) | {"file": file})

    page = staff_client.get(NEW)

    assertContains(page, "Chosen: list.csv")
    kept = {"kept-file": str(AsideFile.objects.get().token)}
    staff_client.post(NEW, {"language": "en"} | kept)
    intake = Intake.objects.get()
    assert (intake.source, intake.rows.count()) == ("list.csv", 2)
    assert not AsideFile.objects.exists()


def test_a_refused_list_keeps_its_file(staff_client):
    file = SimpleUploadedFile("list.csv", b"Name\nSample", "text/csv")

    page = staff_client.post(NEW, {"language": "nonsense", "file": file})

    assertContains(page, "Chosen: list.csv")


def test_a_double_click_begins_one_list(staff_client):
    data = carried(staff_client, NEW) | {"text": LIST}

    first, second = (staff_client.post(NEW, data) for _ in range(2))

    assert first.url == second.url
    assert Intake.objects.count() == 1


def test_what_was_typed_into_a_table_comes_back_after_signing_out(staff_client, staff):
    intake, table = bring(staff_client, "institutions", LIST)
    url = reverse("admin:intake_one", args=[intake.pk])
    [first, _second] = table.context["grid"].rows
    cell = first.cells[0].name
    typed = fields(table) | {cell: "Sample College", "is_published": "on", "save": "on"}
    send_signed_out(staff_client, staff, url, typed | {"sent_by": table.context["sent_by"]})

    page = staff_client.get(url)

    for said in (NOT_SAVED, 'value="Sample College"', '<option value="on" selected>published'):
        assertContains(page, said)
    assert not Institution.objects.exists()
    assert intake.rows.first().values["name"] == "Sample University"
    staff_client.post(url, fields(page) | {"save": "on"})
    assert Institution.objects.filter(name_en="Sample College").exists()


def test_a_table_that_came_back_can_be_discarded(staff_client, staff):
    intake, table = bring(staff_client, "institutions", LIST)
    url = reverse("admin:intake_one", args=[intake.pk])
    cell = table.context["grid"].rows[0].cells[0].name
    typed = fields(table) | {cell: "Sample College", "sent_by": table.context["sent_by"]}
    send_signed_out(staff_client, staff, url, typed)

    staff_client.post(url, {"discard": "on"})

    assertContains(look(staff_client, intake), 'value="Sample University"')


def test_columns_that_were_chosen_come_back_after_signing_out(staff_client, staff):
    staff_client.post(NEW, {"language": "en", "text": UNKNOWN})
    intake = Intake.objects.get()
    url = reverse("admin:intake_columns", args=[intake.pk])
    data = {"column0": "country", "sent_by": staff_client.get(url).context["sent_by"]}
    send_signed_out(staff_client, staff, url, data)

    page = staff_client.get(url)

    assertContains(page, NOT_SAVED)
    assert page.context["form"]["column0"].value() == "country"
    assert Intake.objects.get().state == intake.state


def test_every_step_leads_back_to_where_one_came_from(staff_client):
    here = "?next=%2Fadmin%2Fchanges%2F"
    asked = staff_client.get(f"{NEW}&next=/admin/changes/")
    assertContains(asked, 'class="closelink" href="/admin/changes/"')

    begun = staff_client.post(f"{NEW}&next=/admin/changes/", {"language": "en", "text": LIST})

    intake = Intake.objects.get()
    url = reverse("admin:intake_one", args=[intake.pk])
    assert begun.url == url + here
    table = look(staff_client, intake, here)
    filtered = staff_client.post(url + here, fields(table) | {"go": "?state=new"})
    assert filtered.url == f"{url}?state=new&next=%2Fadmin%2Fchanges%2F"
    saved = staff_client.post(url + here, fields(table) | {"save": "on"})
    assert saved.url == url + here
    assertContains(staff_client.get(saved.url), '<a href="/admin/changes/">Show the records</a>')


def test_a_list_that_is_given_up_leads_back_too(staff_client):
    intake, _table = bring(staff_client, "institutions", LIST)
    delete = reverse("admin:intake_delete", args=[intake.pk])

    answer = staff_client.post(delete, {"next": "/admin/changes/"})

    assertRedirects(answer, "/admin/changes/")
