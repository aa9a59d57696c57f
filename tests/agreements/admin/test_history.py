"""Who changed what in an agreement or a promise is kept."""

from tests.admin_forms import add_row, admin_url, form_data, open_form, submit
from tests.factories import MAY_1, make_agreement, make_commitment, make_note
from tests.history import changed_fields, last_author


def test_who_changed_what_is_kept(staff_client, staff):
    agreement = make_agreement(title_en="Draft title")

    submit(staff_client, admin_url(agreement, "change"), title_en="Final title")

    assert (changed_fields(agreement), last_author(agreement)) == (["title_en"], staff.username)
    assert staff_client.get(admin_url(agreement, "history")).status_code == 200


def test_agreements_are_published_from_the_list(staff_client, staff):
    agreement = make_agreement(is_published=False)

    page = staff_client.post(
        "/admin/agreements/agreement/", {"action": "publish", "_selected_action": agreement.pk}
    )
    staff_client.post(page.url)

    agreement.refresh_from_db()
    assert agreement.is_published
    assert last_author(agreement) == staff.username


def test_a_note_knows_who_wrote_it_and_keeps_its_history(staff_client, staff):
    commitment = make_commitment()
    older = make_note(commitment=commitment, noted_on=MAY_1)
    url = admin_url(commitment, "change")
    data = form_data(open_form(staff_client, url))

    staff_client.post(url, add_row(data, "notes", noted_on="2030-05-02", text="Concert given"))

    note = commitment.notes.first()
    assert (note.text, note.noted_by, note.is_public) == ("Concert given", staff, False)
    assert last_author(note) == note.noted_by_name == staff.username
    older.refresh_from_db()
    assert older.noted_by is None
