import pytest
import reversion
from django.apps import apps
from django.contrib import admin

from agreements.models import (
    CalendarAddress,
    EarlierFile,
    Period,
    Reminder,
    Round,
    Side,
    Step,
    Subscription,
    TextWords,
    Tie,
)
from delegations.models import (
    AccreditationStep,
    Answer,
    Attendance,
    Badge,
    Double,
    Drawing,
    Invitation,
    Look,
    Nominee,
    NotTheSame,
    Passage,
    Question,
    Quota,
    Tally,
)
from forum.derived import READERS
from forum.history.keeping import KEPT
from forum.models import (
    AsideFile,
    AsideForm,
    AuditDoor,
    AuditEntry,
    Author,
    Cached,
    Due,
    Erasure,
    FacetChoice,
    FacetValue,
    GoneAddress,
    Intake,
    IntakeHeadings,
    IntakeRow,
    IntakeSign,
    Letter,
    OldAddress,
    PublicChange,
    Record,
    Removal,
    SearchEntry,
    SearchKey,
    SearchWord,
    SentForm,
    SetAside,
    Stale,
    Submission,
    Touch,
)
from forum.querysets import RecordQuerySet

RANK = {"forum": 0, "delegations": 1, "agreements": 2}
STAFF = -1  # Who records or is reminded: below all.
OWN = [
    model
    for app in RANK
    for model in apps.get_app_config(app).get_models()
    if not model._meta.proxy
]
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


# What is derived from records, which have an admin and a history of their own, needs neither: a
# command can write it anew; what is cached may be missing at any time. A step, a reminder, a draw
# of lots, an earlier file or what was set aside is itself the trace of what was done or said, a
# list that is taken in is working data as those are whom a delegation names, and a subscription is
# a setting of the one who reads.
DERIVED = (
    SearchEntry,
    SearchWord,
    SearchKey,
    Period,
    Round,
    Attendance,
    Side,
    Tally,
    Tie,
    TextWords,
    Double,
    Due,
    Stale,
    PublicChange,
    Cached,
    FacetChoice,
    FacetValue,
)
TRACES = (
    *(AccreditationStep, Badge, Drawing, Passage),
    *(Step, Reminder, Subscription, CalendarAddress, EarlierFile, NotTheSame),
    *(AuditDoor, AuditEntry, Author, Erasure, GoneAddress, OldAddress, Removal, Submission, Touch),
    *(Intake, IntakeHeadings, IntakeRow, IntakeSign),
    *(AsideFile, AsideForm, SentForm, SetAside),
    *(Letter, Invitation, Look, Nominee, Quota, Question, Answer),
)
RECORDS = [model for model in OWN if model not in (*DERIVED, *TRACES)]


def inline_models():
    return {inline.model for each in admin.site._registry.values() for inline in each.inlines}


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model._meta.label)
def test_staff_reach_every_kind_of_record(model):
    assert admin.site.is_registered(model) or model in inline_models()


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model._meta.label)
def test_every_kind_of_record_keeps_its_history(model):
    assert reversion.is_registered(model)
    assert model in KEPT


@pytest.mark.parametrize("model", DERIVED)
def test_what_is_derived_is_no_record(model):
    assert not admin.site.is_registered(model)
    assert not reversion.is_registered(model)


@pytest.mark.parametrize("model", READERS, ids=lambda model: model._meta.label)
def test_a_record_that_others_are_derived_from_marks_them_at_every_door(model):
    assert issubclass(model, Record)
    assert isinstance(model._default_manager.all(), RecordQuerySet)


def test_the_apps_have_the_models_that_this_file_looks_at():
    assert {model._meta.app_label for model in OWN} == set(RANK)
    assert len(OWN) > 25
