import datetime as dt
import hashlib
import re
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from agreements.models import (
    Agreement,
    AgreementCitation,
    AgreementLink,
    Commitment,
    Outcome,
    Party,
    Provision,
    Signatory,
    Text,
)
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, submit
from tests.factories import (
    MAY_1,
    MAY_2,
    make_agreement,
    make_appointment,
    make_commitment,
    make_event,
    make_institution,
    make_link,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_provision,
    make_rank,
    make_session,
    make_signatory,
    make_source,
    make_text,
    make_topic,
    pdf_file,
)
from tests.history import changed_fields, last_author

PDF = pdf_file().read()
ADD = "/admin/agreements/agreement/add/"
TODAY = dt.datetime.now(dt.UTC).date()


def rows_of(response, prefix):
    """The rows of an inline, as shown."""
    inlines = response.context["inline_admin_formsets"]
    return next(each.formset for each in inlines if each.formset.prefix == prefix).forms


# Recording.


def test_an_agreement_needs_no_more_than_a_title(staff_client):
    response = submit(staff_client, ADD, title_et="Koostööleping")

    agreement = Agreement.objects.get()
    assert response.status_code == 302
    assert (agreement.title_et, agreement.slug) == ("Koostööleping", "koostooleping")
    assert not agreement.is_published


def test_four_parties_are_recorded_with_their_agreement_in_one_form(staff_client):
    universities = [make_institution() for _ in range(3)]
    data = form_data(open_form(staff_client, ADD)) | {"title_en": "Consortium agreement"}
    for position, university in enumerate(universities, 1):
        data = add_row(data, "parties", institution=university.pk, role="party", position=position)
    data = add_row(data, "parties", name_as_printed="ESN Kazakhstan", role="party", position=4)

    response = staff_client.post(ADD, data)

    assert response.status_code == 302
    parties = Party.objects.order_by("position")
    assert [party.institution for party in parties] == [*universities, None]
    assert [str(party) for party in parties][3] == "ESN Kazakhstan"


def test_signatories_are_recorded_for_parties_that_were_saved_before(staff_client):
    agreement = make_agreement()
    parties = [make_party(agreement=agreement) for _ in range(4)]
    rector = make_official()
    url = admin_url(agreement, "change")
    data = form_data(open_form(staff_client, url))
    for position, party in enumerate(parties):
        data = add_row(
            data,
            "signatories",
            party=party.pk,
            role="signs",
            position=position,
            official=rector.pk if position == 0 else "",
            office_en="Rector",
            signed_on_precision="day",
        )

    response = staff_client.post(url, data)

    assert response.status_code == 302
    signatories = Signatory.objects.order_by("position")
    assert [signatory.party for signatory in signatories] == parties
    assert [signatory.official for signatory in signatories] == [rector, None, None, None]


def test_a_signatory_is_filled_in_from_the_office_held(staff_client):
    agreement = make_agreement()
    held = make_appointment(
        institution=make_institution(), office_en="Rector", office_kk="Ректор", rank=make_rank()
    )
    url = admin_url(agreement, "change")
    data = form_data(open_form(staff_client, url))
    data = add_row(
        data,
        "signatories",
        appointment=held.pk,
        role="signs",
        position=0,
        signed_on_precision="day",
    )

    response = staff_client.post(url, data)

    signatory = Signatory.objects.get()
    assert response.status_code == 302
    assert (signatory.official, signatory.institution) == (held.official, held.institution)
    assert (signatory.office_en, signatory.office_kk) == ("Rector", "Ректор")
    assert signatory.rank == held.rank


def test_each_kind_of_part_is_recorded_in_the_agreement_s_form(staff_client):
    agreement, other, topic = make_agreement(), make_agreement(), make_topic()
    institution, source = make_institution(), make_source()
    url = admin_url(agreement, "change")
    data = form_data(open_form(staff_client, url))
    data = add_row(data, "provisions", topic=topic.pk, amount="50", unit="students")
    data = add_row(data, "texts", kind="authentic", language="kk", url="example.org/t")
    data = add_row(data, "links_out", kind="replaces", other=other.pk)
    data = add_row(
        data, "commitments", text_en="A concert", state="open", responsible=[institution.pk]
    )
    data = add_row(data, "citations", source=source.pk, claim="reported")

    response = staff_client.post(url, data)

    assert response.status_code == 302
    assert Provision.objects.get(agreement=agreement).amount == 50
    assert Text.objects.get(agreement=agreement).url == "https://example.org/t"
    assert AgreementLink.objects.get(agreement=agreement).other == other
    assert list(Commitment.objects.get(agreement=agreement).responsible.all()) == [institution]
    assert AgreementCitation.objects.get(agreement=agreement).source == source


def test_saving_the_form_unchanged_changes_nothing(staff_client):
    agreement = make_agreement(concluded_on=MAY_1, concluded_on_precision="month", languages="kk")
    party = make_party(agreement=agreement)
    make_signatory(agreement=agreement, party=party, signed_on=MAY_2)
    before = list(Agreement.objects.values()), list(Signatory.objects.values())

    response = submit(staff_client, admin_url(agreement, "change"))

    assert response.status_code == 302
    assert (list(Agreement.objects.values()), list(Signatory.objects.values())) == before


def test_who_changed_what_is_kept(staff_client, staff):
    agreement = make_agreement(title_en="Draft title")

    submit(staff_client, admin_url(agreement, "change"), title_en="Final title")

    assert (changed_fields(agreement), last_author(agreement)) == (["title_en"], staff.username)
    assert staff_client.get(admin_url(agreement, "history")).status_code == 200


# Refusing.


def refused(client, agreement, changes, rows=()):
    """Send the form with these mistakes beside two right changes; give back what it says."""
    party = make_party(agreement=agreement, name_as_printed="As recorded")
    url = admin_url(agreement, "correct")
    data = form_data(open_form(client, url)) | {
        "correction_reason": "Mistyped",
        "summary_kk": "Жаңа мәтін",
        "parties-0-name_as_printed": "As corrected",
        **changes,
    }
    for prefix, values in rows:
        data = add_row(data, prefix, **values)
    response = client.post(url, data)
    assert response.status_code == 200
    shown = form_data(response)
    lost = {name for name, value in data.items() if str(shown.get(name, "")) != str(value)}
    assert lost == set()
    assert not Agreement.objects.exclude(summary_kk="").exists()
    assert Party.objects.get(pk=party.pk).name_as_printed == "As recorded"
    return unescape(errors_of(response))


def test_a_broken_rule_is_said_and_nothing_typed_is_lost(staff_client):
    changes = {"concluded_on": "2030-05-02", "expires_on": "2030-05-01"}

    errors = refused(staff_client, make_agreement(), changes)

    assert "The last day cannot be before the conclusion." in errors


def test_every_value_that_makes_no_sense_is_said_and_none_is_lost(staff_client):
    changes = {
        "concluded_on": "2030-02-30",
        "in_force_on": "99999-01-01",
        "expires_on": "soon",
        "term_months": "0",
        "renewal_months": "2400",
        "notice_months": "five years",
        "languages": "kk, klingon",
        "originals": "-1",
    }

    errors = refused(staff_client, make_agreement(), changes)

    assert errors.count("Enter a valid date.") == 3
    assert "greater than or equal to 1." in errors
    assert "less than or equal to 1200." in errors
    assert "Enter a whole number." in errors
    assert "“klingon” is not a language tag." in errors
    assert "greater than or equal to 0." in errors


@pytest.mark.parametrize("key", ["99999", "x", "9" * 40], ids=["gone", "a word", "huge"])
def test_an_event_that_does_not_exist_is_refused(staff_client, key):
    response = submit(staff_client, ADD, title_en="Agreement", event=key)

    assert "Select a valid choice." in errors_of(response)


@pytest.mark.parametrize("key", ["x", "9" * 40], ids=["a word", "huge"])
def test_a_form_opens_with_an_odd_event_in_its_address(staff_client, key):
    assert staff_client.get(ADD, {"event": key}).status_code == 200


def test_every_mistake_in_a_row_is_said_and_none_is_lost(staff_client):
    elsewhere = str(make_party().pk)
    signs = {"role": "signs", "position": "1", "signed_on_precision": "day"}
    rows = [
        ("parties", {"role": "party", "position": "1"}),
        ("signatories", signs),
        ("signatories", signs | {"office_en": "Rector", "party": elsewhere}),
        ("provisions", {"text_en": "Mobility", "from_party": elsewhere}),
        ("provisions", {"unit": "students"}),
        ("texts", {"kind": "authentic", "language": "kk"}),
        ("texts", {"kind": "draft", "url": "javascript:alert(1)"}),
        ("commitments", {"state": "open", "paragraph": "12"}),
        (
            "commitments",
            {
                "text_en": "A concert",
                "state": "open",
                "fulfilled_by_agreement": str(make_agreement().pk),
            },
        ),
        ("citations", {"field": "date", "claim": "reported"}),
    ]

    errors = refused(staff_client, make_agreement(), {}, rows)

    for said in (
        "Give an institution, a printed name or a country.",
        "Say who it is: an official, an institution, an office or a printed name.",
        "Give a field of cooperation or a text.",
        "Give a file, a link or the place of the original.",
        "Enter a valid URL.",
        "Give the text in at least one language.",
        "Only a fulfilled commitment names what fulfils it.",
        "This field is required.",
    ):
        assert said in errors
    assert errors.count("Select a valid choice.") == 2


def test_a_new_agreement_with_a_mistake_in_a_party_is_not_half_recorded(staff_client):
    data = form_data(open_form(staff_client, ADD)) | {"title_en": "Agreement"}
    data = add_row(data, "parties", name_as_printed="AlmaU", role="party", position=1)
    data = add_row(data, "parties", role="party", position=2)

    response = staff_client.post(ADD, data)

    assert response.status_code == 200
    assert (Agreement.objects.count(), Party.objects.count()) == (0, 0)


def test_a_ceremony_of_another_event_is_refused(staff_client):
    agreement = make_agreement()

    response = submit(
        staff_client,
        admin_url(agreement, "change"),
        event=make_event().pk,
        session=make_session().pk,
    )

    assert list(response.context["adminform"].form.errors) == ["session"]


def test_a_witness_for_a_party_is_refused(staff_client):
    agreement = make_agreement()
    party = make_party(agreement=agreement)
    url = admin_url(agreement, "change")
    data = form_data(open_form(staff_client, url))
    data = add_row(
        data,
        "signatories",
        role="witnesses",
        party=party.pk,
        office_en="Minister",
        position=1,
        signed_on_precision="day",
    )

    response = staff_client.post(url, data)

    assert "A witness acts for no party." in errors_of(response)


def test_an_agreement_linked_to_itself_is_refused(staff_client):
    agreement = make_agreement()
    url = admin_url(agreement, "change")
    data = form_data(open_form(staff_client, url))

    response = staff_client.post(
        url, add_row(data, "links_out", kind="replaces", other=agreement.pk)
    )

    assert "An agreement cannot relate to itself." in errors_of(response)


def test_the_same_link_twice_in_one_form_is_refused(staff_client):
    agreement, other = make_agreement(), make_agreement()
    url = admin_url(agreement, "change")
    data = form_data(open_form(staff_client, url))
    for _ in range(2):
        data = add_row(data, "links_out", kind="replaces", other=other.pk)

    response = staff_client.post(url, data)

    assert response.status_code == 200
    assert "duplicate" in errors_of(response)
    assert not AgreementLink.objects.exists()


def test_a_link_that_is_recorded_already_is_refused(staff_client):
    link = make_link()
    url = admin_url(link.agreement, "change")
    data = form_data(open_form(staff_client, url))

    response = staff_client.post(
        url, add_row(data, "links_out", kind=link.kind, other=link.other_id)
    )

    assert response.status_code == 200
    assert AgreementLink.objects.count() == 1


def test_an_agreement_that_another_replaces_is_not_deleted(staff_client):
    link = make_link()

    response = staff_client.post(admin_url(link.other, "delete"), {"post": "yes"})

    assert Agreement.objects.filter(pk=link.other_id).exists()
    assertContains(response, "Cannot delete", status_code=200)


# Choosing.


def offered(response, prefix, number, name) -> list[str]:
    field = rows_of(response, prefix)[number][name]
    return [str(label) for value, label in field.field.widget.choices if value]


def test_only_the_parties_of_this_agreement_are_offered(staff_client):
    agreement = make_agreement()
    for name in ("AlmaU", "TalTech"):
        make_party(agreement=agreement, name_as_printed=name)
    make_party(name_as_printed="Elsewhere")
    make_signatory(agreement=agreement)
    make_provision(agreement=agreement)

    response = staff_client.get(admin_url(agreement, "change"))

    assert offered(response, "signatories", 0, "party") == ["AlmaU", "TalTech"]
    assert offered(response, "provisions", 0, "from_party") == ["AlmaU", "TalTech"]
    assert offered(response, "provisions", 0, "to_party") == ["AlmaU", "TalTech"]
    assertNotContains(response, "Elsewhere")


def test_only_the_ceremonies_of_the_agreement_s_event_are_offered(staff_client):
    event = make_event()
    make_session(event=event, title_en="Signing")
    make_session(title_en="Elsewhere")

    of_event = staff_client.get(admin_url(make_agreement(event=event), "change"))
    of_none = staff_client.get(admin_url(make_agreement(), "change"))

    assertContains(of_event, "Signing</option>")
    assertNotContains(of_event, "Elsewhere")
    assertNotContains(of_none, "Signing</option>")


def test_a_new_agreement_offers_no_party(staff_client):
    make_party(name_as_printed="Elsewhere")

    assertNotContains(staff_client.get(ADD), "Elsewhere")


@pytest.mark.parametrize(
    "term",
    ["ынтымақтастық", "ЫНТЫМАҚТАСТЫҚ", "koostöö", "KOOSTÖÖ", "Taltech", "12-4/2025", "Tehnika"],
)
def test_an_agreement_is_found_by_any_of_its_names(staff_client, term):
    agreement = make_agreement(title_kk="Ынтымақтастық туралы", title_et="Koostööleping")
    university = make_institution(name_en="TalTech", name_et="Tallinna Tehnikaülikool")
    make_party(agreement=agreement, institution=university, reference="12-4/2025")
    make_agreement()

    listed = staff_client.get("/admin/agreements/agreement/", {"q": term})
    choices = staff_client.get(
        "/admin/autocomplete/",
        {
            "term": term,
            "app_label": "agreements",
            "model_name": "agreementlink",
            "field_name": "other",
        },
    )

    assert list(listed.context["cl"].result_list) == [agreement]
    assert [each["id"] for each in choices.json()["results"]] == [str(agreement.pk)]


# The list.


def test_the_list_shows_and_filters_the_status_of_today(staff_client):
    running = make_agreement(in_force_on=TODAY)
    make_agreement(in_force_on=TODAY - dt.timedelta(9), expires_on=TODAY - dt.timedelta(1))
    url = admin_url(Agreement, "changelist")

    everything = staff_client.get(url)
    in_force = staff_client.get(url, {"status_today": "in_force"})
    none = staff_client.get(url, {"status_today": "abandoned"})

    assertContains(everything, '<span class="status status-in_force">in force</span>', html=True)
    assertContains(everything, '<span class="status status-expired">expired</span>', html=True)
    assert list(in_force.context["cl"].result_list) == [running]
    assert list(none.context["cl"].result_list) == []


@pytest.mark.parametrize("value", ["bogus", "", "x" * 500], ids=["a word", "empty", "long"])
def test_a_status_that_does_not_exist_filters_nothing(staff_client, value):
    make_agreement()

    response = staff_client.get("/admin/agreements/agreement/", {"status_today": value})

    assert response.context["cl"].result_count == 1


def test_the_list_can_be_sorted_by_status_and_end(staff_client):
    ends = make_agreement(concluded_on=TODAY, term_months=120)
    over = make_agreement(expires_on=TODAY - dt.timedelta(1))
    url = admin_url(Agreement, "changelist")

    by_status = staff_client.get(url, {"o": "3"}).context["cl"].result_list
    by_end = staff_client.get(url, {"o": "5"}).context["cl"].result_list

    assert list(by_status) == [over, ends]
    assert list(by_end) == [ends, over]


def test_the_end_is_empty_where_there_is_none(staff_client):
    make_agreement(concluded_on=MAY_1)

    response = staff_client.get("/admin/agreements/agreement/")

    assert re.findall(r'"field-in_force_until[^>]*>([^<]*)<', response.text) == ["-"]


def test_agreements_are_published_from_the_list(staff_client, staff):
    agreement = make_agreement(is_published=False)

    staff_client.post(
        "/admin/agreements/agreement/", {"action": "publish", "_selected_action": agreement.pk}
    )

    agreement.refresh_from_db()
    assert agreement.is_published
    assert last_author(agreement) == staff.username


# A page costs the same for one row and for three.


def fill(agreement, number):
    """Give an agreement so many rows of every part, each with all its relations."""
    for _ in range(number):
        party = make_party(agreement=agreement)
        make_signatory(agreement=agreement, party=party, **everybody())
        make_provision(agreement=agreement, topic=make_topic(), from_party=party, to_party=party)
        make_text(agreement=agreement)
        make_link(agreement=agreement)
        commitment = make_commitment(
            agreement=agreement,
            owner=make_official(),
            state="fulfilled",
            fulfilled_by_agreement=make_agreement(),
        )
        commitment.responsible.add(make_institution())
        AgreementCitation.objects.create(agreement=agreement, source=make_source())


def everybody() -> dict:
    official, institution, rank = make_official(), make_institution(), make_rank()
    return {
        "official": official,
        "institution": institution,
        "rank": rank,
        "on_behalf_of": make_official(),
        "appointment": make_appointment(official=official, institution=institution, rank=rank),
    }


def cost(client, url) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def add_parts(agreement):
    make_party(agreement=agreement)
    make_signatory(agreement=agreement, **everybody())
    make_provision(agreement=agreement, topic=make_topic())
    make_text(agreement=agreement)
    AgreementCitation.objects.create(agreement=agreement, source=make_source())


def add_promise(agreement):
    make_commitment(
        agreement=agreement,
        owner=make_official(),
        state="fulfilled",
        fulfilled_by_agreement=make_agreement(),
    )


PARTS = {
    "most parts": add_parts,
    "links": lambda agreement: make_link(agreement=agreement),
    "promises": add_promise,
    "promises with responsible institutions": lambda agreement: make_commitment(
        agreement=agreement
    ).responsible.add(make_institution()),
}


@pytest.mark.parametrize("make", PARTS.values(), ids=PARTS)
def test_an_agreement_s_form_costs_the_same_for_any_number_of_rows(staff_client, make):
    agreement = make_agreement()
    make(agreement)
    url = admin_url(agreement, "change")
    staff_client.get(url)  # What is asked for once only, such as content types, is asked now.
    one = cost(staff_client, url)
    make(agreement)
    make(agreement)

    three = cost(staff_client, url)

    assert three == one


def test_an_outcome_s_form_costs_the_same_for_any_number_of_roles(staff_client):
    outcome = make_outcome()
    make_outcome_role(outcome=outcome, **everybody())
    url = admin_url(outcome, "change")
    staff_client.get(url)  # What is asked for once only, such as content types, is asked now.
    one = cost(staff_client, url)
    for _ in range(2):
        make_outcome_role(outcome=outcome, **everybody())

    assert cost(staff_client, url) == one


@pytest.mark.parametrize(
    "model",
    [
        Agreement,
        AgreementCitation,
        AgreementLink,
        Commitment,
        Outcome,
        Party,
        Provision,
        Signatory,
        Text,
    ],
    ids=lambda model: model.__name__,
)
def test_a_list_costs_the_same_for_any_number(staff_client, model):
    def record():
        agreement = make_agreement(event=make_event())
        fill(agreement, 1)
        make_outcome(event=agreement.event, agreement=agreement)

    record()
    url = admin_url(model, "changelist")
    staff_client.get(url)  # What is asked for once only, such as content types, is asked now.
    one = cost(staff_client, url)
    record()
    record()

    assert cost(staff_client, url) == one


AUTOCOMPLETES = {
    "parties": ("signatory", "party"),
    "ceremonies": ("agreement", "session"),
    "agreements": ("agreementlink", "other"),
    "offices held": ("signatory", "appointment"),
    "signatories": ("agreementcitation", "signatory"),
    "promises": ("agreementcitation", "commitment"),
    "outcomes": ("commitment", "fulfilled_by_outcome"),
}


@pytest.mark.parametrize(("model", "field"), AUTOCOMPLETES.values(), ids=AUTOCOMPLETES)
def test_an_autocomplete_costs_the_same_for_any_number(staff_client, model, field):
    def record():
        event = make_event()
        agreement = make_agreement(event=event, session=make_session(event=event))
        fill(agreement, 1)
        make_outcome(event=event)

    record()
    url = f"/admin/autocomplete/?term=&app_label=agreements&model_name={model}&field_name={field}"
    staff_client.get(url)  # What is asked for once only, such as content types, is asked now.
    one = cost(staff_client, url)
    record()
    record()

    assert cost(staff_client, url) == one


# Files.


@pytest.fixture
def uploaded(staff_client):
    """A text whose file staff chose in the agreement's form."""
    agreement = make_agreement()
    url = admin_url(agreement, "change")
    data = add_row(
        form_data(open_form(staff_client, url)), "texts", kind="authentic", language="kk"
    )
    file = SimpleUploadedFile("Келісім.pdf", PDF, "application/pdf")
    staff_client.post(url, data | {"texts-0-file": file})
    text = Text.objects.get()
    yield text
    text.file.delete(save=False)


def test_an_uploaded_text_gets_its_checksum(uploaded):
    assert uploaded.sha256 == hashlib.sha256(PDF).hexdigest()


def test_staff_can_download_an_uploaded_text(staff_client, uploaded):
    form = staff_client.get(admin_url(uploaded.agreement, "change"))

    response = staff_client.get(uploaded.file.url)

    assertContains(form, f'href="{uploaded.file.url}"')
    assert b"".join(response.streaming_content) == PDF


def test_a_visitor_cannot_download_an_uploaded_text(client, uploaded):
    client.logout()

    by_file = client.get(uploaded.file.url)
    by_agreement = client.get(f"/agreements/{uploaded.agreement.slug}/texts/{uploaded.pk}/")
    as_picture = client.get(f"/media/{uploaded.file.name}")

    assert by_file.status_code == 302
    assert by_agreement.status_code == 404
    assert as_picture.status_code == 404


def test_staff_without_the_permission_cannot_download_a_text(client, uploaded):
    colleague = get_user_model().objects.create_user("colleague", is_staff=True)
    client.force_login(colleague)

    assert client.get(uploaded.file.url).status_code == 403


def test_a_text_s_file_can_be_taken_away_for_a_link(staff_client, uploaded):
    url = admin_url(uploaded, "change")
    data = form_data(open_form(staff_client, url))

    response = staff_client.post(url, data | {"file-clear": "on", "url": "https://example.org/t"})

    text = Text.objects.get()
    assert response.status_code == 302
    assert (text.file.name, text.sha256) == ("", "")


@pytest.mark.django_db
def test_staff_who_may_only_look_can_open_the_form(client):
    agreement = make_agreement()
    fill(agreement, 1)
    reader = get_user_model().objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(reader)

    response = client.get(admin_url(agreement, "change"))

    assert response.status_code == 200
    assert not response.context["has_change_permission"]
