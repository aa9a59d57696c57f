import pytest
from django.contrib.auth.models import Permission

from agreements.models import Party, Reminder
from delegations.models import (
    Absence,
    AccreditationStep,
    Answer,
    Delegation,
    Invitation,
    Look,
    Meeting,
    Nominee,
    Official,
    OfficialContact,
    Transfer,
)
from forum.models import Event
from forum.rights import GUARDED, guarded, hidden_from

pytestmark = pytest.mark.django_db
PRIVATE = {"focal_point", "liaison", "arrival", "departure", "notes"}


def test_private_fields_are_hidden_from_who_lacks_their_right(django_user_model):
    user = django_user_model.objects.create_user("reader")

    assert hidden_from(user, Delegation) == PRIVATE
    assert hidden_from(user, Event) == frozenset()

    user.user_permissions.add(Permission.objects.get(codename="view_private_delegation"))
    user = django_user_model.objects.get()  # Rights are remembered by the one who has them.
    assert hidden_from(user, Delegation) == frozenset()
    assert hidden_from(user, Meeting) == {"brief"}


@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model._meta.label)
def test_each_guarding_right_exists_and_each_field_too(model, admin_user):
    rights = {f"{p.content_type.app_label}.{p.codename}" for p in Permission.objects.all()}

    assert set(GUARDED[model]) <= rights
    assert guarded(model) <= {field.name for field in model._meta.get_fields()}
    assert hidden_from(admin_user, model) == frozenset()


def test_what_is_private_is_declared():
    people = {Absence, AccreditationStep, Delegation, Meeting, Official, OfficialContact}
    beside = {Answer, Invitation, Look, Nominee, Party, Reminder, Transfer}
    assert set(GUARDED) == people | beside
