import pytest
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import override


@pytest.fixture
def staff(db):
    return get_user_model().objects.create_superuser("staff", password="staff")


@pytest.fixture
def staff_client(client, staff):
    client.force_login(staff)
    return client


@pytest.fixture(autouse=True)
def as_if_first():
    """What a test finds depends on no test before it.

    A request leaves its language active, and the content types that it asked for are remembered.
    """
    ContentType.objects.clear_cache()
    with override("en"):
        yield
