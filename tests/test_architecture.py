import pytest
import reversion
from django.apps import apps
from django.contrib import admin

from agreements.models import EarlierFile, Reminder, Step, Subscription
from forum.history.keeping import KEPT
from forum.models import Author, OldAddress, Removal, SearchEntry, Touch

RANK = {"forum": 0, "delegations": 1, "agreements": 2}
STAFF = -1  # Who records or is reminded: below all.
OWN = [model for app in RANK for model in apps.get_app_config(app).get_models()]
# import-linter cannot see a relation that is spelt as a string.
RELATIONS = [
    pytest.param(field, id=str(field))
    for model in OWN
    for field in model._meta.get_fields()
    if field.is_relation and not field.auto_created
]


@pytest.mark.parametrize("relation", RELATIONS)
def test_relations_point_downwards(relation):
    own = RANK[relation.model._meta.app_label]

    assert RANK.get(relation.related_model._meta.app_label, STAFF) <= own


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_has_a_name_from_the_other_side(relation):
    name = relation.remote_field.related_name

    assert name
    assert not name.endswith("+")


# What the search knows of a record is derived from that record, whose admin and history are its
# own: an index that a command can write anew needs neither. A step, a reminder or an earlier file
# is itself the trace of what was done, and a subscription is a setting of the one who reads.
TRACES = (Step, Reminder, Subscription, EarlierFile, Author, OldAddress, Removal, Touch)
RECORDS = [model for model in OWN if model not in (SearchEntry, *TRACES)]


def inline_models():
    return {inline.model for each in admin.site._registry.values() for inline in each.inlines}


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model._meta.label)
def test_staff_reach_every_kind_of_record(model):
    assert admin.site.is_registered(model) or model in inline_models()


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model._meta.label)
def test_every_kind_of_record_keeps_its_history(model):
    assert reversion.is_registered(model)
    assert model in KEPT


def test_the_search_index_is_no_record():
    assert not admin.site.is_registered(SearchEntry)
    assert not reversion.is_registered(SearchEntry)


def test_the_apps_have_the_models_that_this_file_looks_at():
    assert {model._meta.app_label for model in OWN} == set(RANK)
    assert len(OWN) > 25
