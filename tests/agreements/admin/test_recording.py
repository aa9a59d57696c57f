"""An agreement and its parts as staff record them, in one form."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from agreements.models import (
    Agreement,
    AgreementCitation,
    AgreementLink,
    Commitment,
    Party,
    Provision,
    Signatory,
    Text,
)
from agreements.models.party import PARTY_DATES
from forum.derived import catch_up
from tests.admin_forms import add_row, admin_url, form_data, open_form, submit
from tests.agreements.full import fill
from tests.factories import (
    MAY_1,
    MAY_2,
    make_agreement,
    make_appointment,
    make_institution,
    make_official,
    make_party,
    make_rank,
    make_signatory,
    make_source,
    make_topic,
)

ADD = "/admin/agreements/agreement/add/"


def test_an_agreement_needs_no_more_than_a_title(staff_client):
    response = submit(staff_client, ADD, title_et="Koostööleping")

    agreement = Agreement.objects.get()
    assert response.status_code == 302
    assert (agreement.title_et, agreement.slug) == ("Koostööleping", "koostooleping")
    assert not agreement.is_published


# What a new row of parties sends for dates that are not given.
EXACT = dict.fromkeys([f"{date}_precision" for date in PARTY_DATES], "day")


def test_four_parties_are_recorded_with_their_agreement_in_one_form(staff_client):
    universities = [make_institution() for _ in range(3)]
    data = form_data(open_form(staff_client, ADD)) | {"title_en": "Consortium agreement"}
    for position, university in enumerate(universities, 1):
        own = {"institution": university.pk, "position": position}
        data = add_row(data, "parties", role="party", **own, **EXACT)
    own = {"name_as_printed": "ESN Kazakhstan", "position": 4}
    data = add_row(data, "parties", role="party", **own, **EXACT)

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
    catch_up()
    before = list(Agreement.objects.values()), list(Signatory.objects.values())

    response = submit(staff_client, admin_url(agreement, "change"))

    assert response.status_code == 302
    assert (list(Agreement.objects.values()), list(Signatory.objects.values())) == before


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
