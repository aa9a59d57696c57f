"""The pages on which lists are taken in: who may open them, and what they do with nonsense."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from delegations.models import Institution, Official
from forum.intake.kinds import KINDS
from forum.models import Intake, IntakeHeadings
from tests.factories import make_delegation, make_event
from tests.intakes import bring, look, send, states

pytestmark = pytest.mark.django_db

LIST = "Name\tCountry\nSample University\tEE\nSample Academy\tAtlantis\nSample Ministry\tKZ"


def with_rights(client, *names: str, username="helper"):
    user = get_user_model().objects.create_user(username, password="x", is_staff=True)
    given = [*names, "view_unpublished", "revert"]
    user.user_permissions.set(Permission.objects.filter(codename__in=given))
    client.force_login(user)
    return client


def address(intake, name="one"):
    return reverse(f"admin:intake_{name}", args=[intake.pk])


@pytest.mark.parametrize("name", ["intake", "intake_new"])
def test_a_visitor_is_asked_to_sign_in(client, name):
    assert client.get(reverse(f"admin:{name}")).status_code == 302


def test_the_kinds_offered_are_those_that_one_may_take_in(client):
    with_rights(client, "add_institution", "view_institution")

    answer = client.get(reverse("admin:intake_new"))

    assert [label for label, _address in answer.context["kinds"]] == ["Institutions"]
    assert client.get("/admin/intake/new/?kind=members").status_code == 403


def test_without_any_right_there_are_no_lists(client):
    with_rights(client)

    assert client.get(reverse("admin:intake")).status_code == 403


def test_a_list_is_seen_by_its_author_and_by_who_may_change_the_kind(client, staff_client):
    intake, _table = bring(staff_client, "institutions", LIST)

    with_rights(client, "add_institution", "view_institution")
    assert client.get(address(intake)).status_code == 404
    assert client.post(address(intake, "delete")).status_code == 404

    rights = ("add_institution", "view_institution", "change_institution")
    with_rights(client, *rights, username="other")
    assert client.get(address(intake)).status_code == 200


def test_who_may_not_change_a_record_changes_none(client, staff):
    Institution.objects.create(name_en="Sample University", slug="sample", country="EE")
    with_rights(client, "add_institution", "view_institution")
    text = "Name\tCountry\tCity\nSample University\tEE\tTartu\nSample Academy\tEE\tNarva"

    intake, table = bring(client, "institutions", text)
    assert states(table) == ["changed", "new"]
    send(client, intake, table, "save")

    assert [each.city_en for each in Institution.objects.order_by("pk")] == ["", "Narva"]


@pytest.mark.parametrize("event", ["", "0", "9" * 18])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_list_for_an_event_that_is_not_there_is_asked_for_again(staff_client, kind, event):
    page = f"/admin/intake/new/?kind={kind}&event={event}"

    assert staff_client.get(page).status_code == 200
    assert staff_client.post(page, {"language": "xx", "event": event}).status_code == 200


MEMBERS = ("add_member", "add_delegation", "view_official", "view_institution")


@pytest.mark.parametrize("missing", ["view_event", "view_delegation", "view_member"])
def test_who_may_not_see_what_the_table_shows_takes_in_nothing(client, missing):
    """Events to choose from are named, and what a member would change is shown."""
    event, seen = make_event(), ("view_event", "view_delegation", "view_member")
    with_rights(client, *MEMBERS, *(right for right in seen if right != missing))

    page = f"/admin/intake/new/?kind=members&event={event.pk}"
    assert client.get(page).status_code == 403


def test_who_may_add_nobody_adds_nobody_by_what_a_form_says(client):
    delegation = make_delegation(event=make_event(), country="EE")
    with_rights(client, *MEMBERS, "view_event", "view_delegation", "view_member")
    place = {"event": delegation.event_id, "delegation": delegation.pk}
    text = "Name\tInstitution\nAda Sample\tSample University\nAda Sample\tSample University"

    intake, table = bring(client, "members", text, place=place)
    keys = [row.key for row in table.context["grid"].rows]
    told = {f"row{keys[0]}~{name}": "new" for name in ("name", "institution")}
    told |= {f"row{keys[1]}~{name}": "row" for name in ("name", "institution")}
    send(client, intake, table, "save", is_published="on", **told)

    assert delegation.members.count() == 2
    assert not Official.objects.exists()
    assert not Institution.objects.exclude(pk=delegation.institution_id).exists()


def test_what_is_typed_is_kept_without_what_no_text_has(client, staff_client):
    page = "/admin/intake/new/?kind=institutions"
    typed = {"typed0-name": "Sample\x00 University" + "x" * 9_000, "typed0-country": "EE\x00"}

    answer = staff_client.post(page, {"language": "en"} | typed)

    [row] = Intake.objects.get().rows.all()
    assert answer.status_code == 302
    assert row.values["name"].startswith("Sample University")
    assert (len(row.values["name"]), row.values["country"]) == (5_000, "EE")


def test_to_undo_takes_the_right_to_delete(client):
    with_rights(client, "add_institution", "view_institution")
    intake, table = bring(client, "institutions", LIST)
    send(client, intake, table, "save")

    assert client.post(address(intake, "undo")).status_code == 403
    assert Institution.objects.exists()


def test_a_list_that_is_sent_twice_is_saved_once(staff_client):
    intake, table = bring(staff_client, "institutions", LIST)
    send(staff_client, intake, table, "save")
    send(staff_client, intake, table, "save") if "grid" in table.context else None

    assert Institution.objects.count() == 2


def test_what_fails_changes_nothing(staff_client):
    intake, table = bring(staff_client, "institutions", "Name\tROR\nA B\t0443cwa12\nC D\t")
    Institution.objects.create(name_en="Meanwhile", slug="meanwhile", ror_id="0443cwa12")

    table = send(staff_client, intake, table, "save")

    assert Institution.objects.count() == 1
    assert intake.state == "ready"
    assert "changed meanwhile" in table.content.decode()


def test_rows_are_filtered_by_their_state(staff_client):
    intake, table = bring(staff_client, "institutions", LIST)
    assert [(label, count) for _v, label, count, _c in table.context["counts"]] == [
        ("all", 3),
        ("new", 2),
        ("refused", 1),
    ]

    assert states(look(staff_client, intake, "?state=refused")) == ["refused"]
    assert states(look(staff_client, intake, "?state=nonsense&page=x")) == ["new", "refused", "new"]


def test_columns_that_are_not_recognised_are_told_once(staff_client):
    text = "Ding\tDong\nSample University\tEE"
    intake, _table = bring(staff_client, "institutions", text)
    assert Intake.objects.get().state == "mapping"

    staff_client.post(address(intake, "columns"), {"column0": "name", "column1": "country"})
    table = look(staff_client, intake)
    # Without headings the first row is one of the list.
    assert states(table) == ["refused", "new"]

    text = "Name\tDong\nSample University\tEE"
    intake, table = bring(staff_client, "institutions", text)
    assert table.context["unused"] == ["Dong"]
    staff_client.post(address(intake, "columns"), {"column0": "name", "column1": "country"})
    assert IntakeHeadings.objects.get().columns == ["name", "country"]
    _intake, table = bring(staff_client, "institutions", text)
    assert table.context["unused"] == []


@pytest.mark.parametrize(
    "told", [{}, {"column0": "name", "column1": "name"}, {"column0": "nonsense"}]
)
def test_columns_that_cannot_be_so_are_a_sentence(staff_client, told):
    intake, _table = bring(staff_client, "institutions", LIST)

    answer = staff_client.post(address(intake, "columns"), told)

    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_a_file_is_taken_in(staff_client):
    file = SimpleUploadedFile("list.csv", LIST.replace("\t", ";").encode())

    intake, table = bring(staff_client, "institutions", file=file)

    assert intake.source == "list.csv"
    assert states(table) == ["new", "refused", "new"]


@pytest.mark.parametrize(
    "data",
    [
        {"text": ""},
        {"text": "\x00"},
        {"text": "x", "language": "xx"},
        {"file": SimpleUploadedFile("x.pdf", b"%PDF-1.7")},
        {"file": SimpleUploadedFile("x.xlsx", b"PK\x03\x04")},
        {"file": SimpleUploadedFile("x.csv", b"")},
        {"text": "x", "separator": "nonsense"},
    ],
)
def test_what_is_no_list_is_a_sentence(staff_client, data):
    answer = staff_client.post("/admin/intake/new/?kind=institutions", {"language": "en"} | data)

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not Intake.objects.exists()


@pytest.mark.parametrize(
    "query",
    [
        "?kind=members",
        "?kind=members&event=999999999999999999999",
        "?kind=members&event=x&delegation=-1",
        "?kind=nonsense&event=1",
        "?kind=officials&event=1",
    ],
)
def test_an_address_may_hold_anything(staff_client, query):
    assert staff_client.get(f"/admin/intake/new/{query}").status_code == 200
    assert staff_client.post(f"/admin/intake/new/{query}", {"text": "x"}).status_code == 200


def test_a_delegation_of_another_event_is_refused(staff_client):
    place = {"event": make_event().pk, "delegation": make_delegation().pk}

    answer = staff_client.post(
        "/admin/intake/new/?kind=members", {"text": "x", "language": "en"} | place
    )

    assert "That delegation is at another event." in answer.content.decode()


@pytest.mark.parametrize("name", ["one", "columns", "undo", "delete"])
def test_a_list_that_is_not_there_is_not_found(staff_client, name):
    for key in (1, 10**30):
        url = reverse(f"admin:intake_{name}", args=[key])
        assert staff_client.post(url).status_code == 404


def test_fields_of_the_table_may_hold_anything(staff_client):
    intake, table = bring(staff_client, "institutions", LIST)
    row = table.context["grid"].rows[0]

    table = send(
        staff_client,
        intake,
        table,
        row=["x", "9" * 30, str(row.key)],
        **{
            row.cells[0].name: "\x00Sample" + "x" * 10_000,
            f"{row.prefix}~name": "999999999999999999999",
            "go": "//evil.example.org",
        },
    )

    assert states(table)[0] == "refused"


def test_a_list_whose_event_was_deleted_is_no_longer_shown(staff_client):
    event = make_event()
    intake, _table = bring(staff_client, "members", "Jaan Proovik", place={"event": event.pk})
    event.delete()

    answer = staff_client.get(address(intake), follow=True)

    assert "What this list belongs to was deleted." in answer.content.decode()


def test_a_list_is_given_up(staff_client):
    intake, _table = bring(staff_client, "institutions", LIST)

    staff_client.post(address(intake, "delete"))

    assert not Intake.objects.exists()


def test_all_doubtful_rows_are_left_out_at_once(staff_client):
    text = "Name\tCountry\nSample Academy\tEE\nSample Academy\tEE\nSample Academy\tEE"
    intake, table = bring(staff_client, "institutions", text)
    assert states(table) == ["new", "doubtful", "doubtful"]

    table = send(staff_client, intake, table, "all_out")

    assert states(table) == ["new", "left_out", "left_out"]


def test_an_undone_list_says_what_stands_against_it(staff_client):
    intake, table = bring(staff_client, "institutions", LIST)
    send(staff_client, intake, table, "save")
    body = Institution.objects.get(name_en="Sample University")
    body.city_en = "Tartu"
    staff_client.post(reverse("admin:delegations_institution_changelist"), {})
    from forum.history.keeping import revision

    with revision():
        body.save()

    answer = staff_client.post(address(intake, "undo"), follow=True)
    assert "changed or are used since: “Sample University”" in answer.content.decode()
    staff_client.post(address(intake, "undo"), {"leave_out": "on"})
    assert Institution.objects.get() == body


def test_a_long_table_costs_as_many_queries_as_a_short_one(staff_client):
    def queries(rows: int) -> int:
        text = "Name\tOffice\n" + "\n".join(f"Person{n} Proovik{n}\tRector" for n in range(rows))
        intake, _table = bring(staff_client, "officials", text)
        with CaptureQueriesContext(connection) as captured:
            look(staff_client, intake)
        return len(captured)

    queries(1)
    assert queries(30) == queries(2)
    assert not Official.objects.exists()


def test_more_columns_are_shown_with_what_was_typed(staff_client):
    event = make_event()
    page = f"{reverse('admin:intake_new')}?kind=members&event={event.pk}"
    typed = {"typed0-name": "Jaan Proovik", "language": "et"}
    assert not any(each.name == "rank" for each in staff_client.get(page).context["grid"].columns)

    answer = staff_client.post(page, typed | {"more_columns": "on"})

    grid = answer.context["grid"]
    assert {"rank", "honorific", "capacity"} <= {each.name for each in grid.columns}
    assert "Jaan Proovik" in [cell.text for cell in grid.rows[0].cells]
    assert not answer.context["form"].errors
    assert answer.context["form"]["language"].value() == "et"
    assert "More columns" not in answer.content.decode()
    assert not Intake.objects.exists()

    sent = typed | {"typed0-honorific": "Dr", "typed0-delegation": "Estonia", "event": event.pk}
    staff_client.post(page, sent | {"all_columns": "on"})
    assert Intake.objects.get().rows.get().values["honorific"] == "Dr"


def test_more_columns_are_shown_of_a_list_that_has_begun(staff_client):
    intake, table = bring(staff_client, "institutions", LIST)
    button = "?state=&amp;page=1&amp;columns=all"
    assert button in table.content.decode()

    shown = look(staff_client, intake, button.replace("&amp;", "&"))

    assert "ror_id" in [each.name for each in shown.context["grid"].columns]
    assert f'value="{button}"' not in shown.content.decode()


def test_a_paste_that_is_too_long_says_how_to_go_on(staff_client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    page = f"{reverse('admin:intake_new')}?kind=institutions"

    answer = staff_client.post(page, {"text": "Sample University\n" * 100, "language": "en"})

    assert answer.status_code == 413
    assert "taken in as a file" in answer.content.decode()
    assert not Intake.objects.exists()


def test_a_saved_list_leads_back_to_where_it_was_begun(staff_client):
    intake, table = bring(staff_client, "institutions", LIST)
    send(staff_client, intake, table, "save")

    page = staff_client.get(f"{address(intake)}?next=/admin/changes/").content.decode()

    assert '<a class="button" href="/admin/changes/">Back</a>' in page
    assert "nav-sidebar" not in page
