"""What staff see who see only what is published."""

import pytest
from django.contrib.auth.models import Permission

from agreements.models import Agreement, Commitment
from delegations.models import Delegation, Member, Official
from forum.history.keeping import revision
from forum.models import Event, Removal, Session, Source, Topic
from forum.published import open_to
from tests.factories import (
    make_appointment,
    make_commitment,
    make_delegation,
    make_event,
    make_figure,
    make_institution,
    make_member,
    make_official,
    make_outcome,
    make_rank,
    make_session,
    make_source,
    make_staff,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    return make_staff()


def seen(user, model) -> list:
    return list(open_to(user, model.objects.order_by("pk")))


def test_a_record_is_seen_once_it_is_published(reader):
    shown, _hidden = make_event(), make_event(is_published=False)

    assert seen(reader, Event) == [shown]


def test_with_the_right_all_is_seen(reader):
    make_event(is_published=False)
    reader.user_permissions.add(Permission.objects.get(codename="view_unpublished"))

    assert len(seen(reader, Event)) == 1


def test_a_part_is_seen_with_its_whole(reader):
    hidden = make_event(is_published=False)
    make_member(delegation=make_delegation(event=hidden))
    shown = make_member()

    assert seen(reader, Member) == [shown]
    assert seen(reader, Delegation) == [shown.delegation]


def test_what_names_somebody_unpublished_is_not_seen(reader):
    person, body = make_official(is_published=False), make_institution(is_published=False)
    for fields in ({"official": person}, {"institution": body}, {"on_behalf_of": person}):
        make_member(**fields)
    make_delegation(institution=body)
    promise = make_commitment()
    promise.responsible.add(body)

    assert seen(reader, Member) == []
    assert Delegation.objects.filter(institution=body).exists()
    assert all(each.institution != body for each in seen(reader, Delegation))
    assert seen(reader, Commitment) == []


def test_what_visitors_do_not_see_of_a_public_event_is_not_seen(reader):
    event = make_event()
    make_session(event=event, visibility="internal")
    make_member(is_listed=False)
    make_commitment(event=event, is_public=False)
    shown = make_session(event=event)

    assert seen(reader, Session) == [shown]
    assert seen(reader, Member) == seen(reader, Commitment) == []


def test_what_is_told_beside_a_name_is_not_what_is_hidden(client, reader):
    person, body = make_official(), make_institution(name_en="Marker", is_published=False)
    make_appointment(official=person, institution=body)
    reader.user_permissions.set(Permission.objects.filter(codename__startswith="view_official"))
    client.force_login(reader)
    chooser = {"app_label": "delegations", "model_name": "member", "field_name": "official"}

    offered = client.get("/admin/autocomplete/", chooser | {"term": ""})
    alike = client.get("/admin/delegations/official/alike/", {"name": person.name})

    for answer in (offered, alike):
        assert person.name in answer.text
        assert "Marker" not in answer.text


def test_what_others_name_is_seen_with_them(reader):
    hidden = make_event(is_published=False)
    topic, other = make_topic(), make_topic()
    make_event().topics.add(topic)
    hidden.topics.add(other)
    source = make_source()
    make_figure(event=make_event(), source=source)
    make_figure(event=hidden, source=make_source())

    assert seen(reader, Topic) == [topic]
    assert seen(reader, Source) == [source]


def test_a_kind_of_which_nothing_is_published_is_seen_whole(reader):
    rank = make_rank()

    assert seen(reader, type(rank)) == [rank]


@pytest.mark.parametrize("model", [Agreement, Official])
def test_the_rows_keep_their_order_and_what_they_bring(reader, model):
    rows = open_to(reader, model.objects.order_by("-pk").annotate())

    assert rows.query.order_by == ("-pk",)


@pytest.mark.parametrize("make", [make_commitment, make_outcome])
def test_a_part_of_what_is_published_is_brought_back_under_review(staff_client, settings, make):
    settings.REVIEW_BEFORE_PUBLICATION = True
    with revision():
        gone = make()
    with revision():
        gone.delete()
    page = f"/admin/agreements/{gone._meta.model_name}/deleted/{Removal.objects.get().pk}/"

    assert staff_client.post(page).status_code == 302
    assert type(gone).objects.count() == 1
