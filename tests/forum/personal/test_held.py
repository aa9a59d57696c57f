import pytest

from delegations.models import Official
from forum.history.keeping import KEPT
from forum.personal.aging import GOING
from forum.personal.held import HELD, OTHERS, SUBJECTS, place_of

RELATIONS = Official._meta.related_objects


@pytest.mark.parametrize("relation", RELATIONS, ids=str)
def test_every_relation_to_a_person_is_declared(relation):
    declared = {(each.model, each.via) for each in HELD[Official]}

    assert (relation.related_model, relation.field.name) in declared


@pytest.mark.parametrize(
    "each", HELD[Official], ids=lambda each: f"{each.model.__name__} {each.via}"
)
def test_what_is_declared_exists_and_what_stays_has_a_reason(each, db):
    names = {field.name for field in each.model._meta.get_fields()}
    told = {
        name for part in each.named_by for name in (part if isinstance(part, tuple) else [part])
    }

    assert each.model in KEPT or each.model in GOING
    assert {*each.cleared, *each.known_by, *told} <= names
    assert not each.rows(0).exists()
    assert each.is_private or each.goes or each.why


@pytest.mark.django_db
def test_every_field_of_a_person_is_named_or_emptied_or_public():
    kept = {"id", "is_published", "changed_at", "listing", "listing_until", "listing_source"}
    said = {*SUBJECTS[Official].withheld(1)}
    fields = {
        field.name for field in Official._meta.fields if not field.name.startswith("sort_key")
    }

    assert fields - kept == said


def test_rows_of_one_model_are_one_kind_of_place():
    for model in {each.model for each in HELD[Official]}:
        places = {each.place for each in HELD[Official] if each.model is model} - {None}
        assert places <= {place_of(model)}
    assert Official in OTHERS
