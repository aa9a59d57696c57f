import gc
from contextlib import contextmanager
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from forum.derived import catch_up
from forum.models import Author, Touch


def pytest_collection_finish():
    """A rendered page is very many small objects: look for garbage less often, and only there."""
    gc.freeze()
    gc.set_threshold(50_000)


def pytest_make_parametrize_id(val, argname):
    """Name no test by the content of a file: a workbook holds the time at which it was made.

    Workers that make it in different seconds would have different tests.
    """
    return argname if isinstance(val, bytes) else None


@pytest.fixture
def staff(db):
    return get_user_model().objects.create_superuser("staff", password="staff")


@pytest.fixture
def staff_client(client, staff):
    client.force_login(staff)
    return client


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture(scope="session")
def load_demo(tmp_path_factory):
    """Load the demo: through its command once, then from a copy, which is four times faster.

    What comes back is what the command said.
    """
    copy = tmp_path_factory.mktemp("demo") / "demo.json"
    models = [
        model._meta.label
        for app in ("forum", "delegations", "agreements")
        for model in apps.get_app_config(app).get_models()
        # The history of the demo is of no interest, and the versions it names are elsewhere.
        if not model._meta.proxy and model not in (Author, Touch)
    ]

    said = StringIO()

    def load_demo() -> str:
        if copy.exists():
            call_command("loaddata", copy, verbosity=0)
        else:
            call_command("load_demo", stdout=said)
            catch_up()
            call_command("dumpdata", *models, output=copy, verbosity=0)
        return said.getvalue()

    return load_demo


@pytest.fixture(scope="session")
def undone(django_db_setup, django_db_blocker):
    """Record something for several tests, which look at what came of it after it was undone."""

    @contextmanager
    def undone():
        with django_db_blocker.unblock(), transaction.atomic(), override("en"):
            yield
            transaction.set_rollback(True)

    return undone


@pytest.fixture
def django_assert_num_queries(django_assert_num_queries):
    """Count what a page costs once what is derived was refreshed, as it was at commit."""

    def assert_num_queries(number, **options):
        catch_up()
        return django_assert_num_queries(number, **options)

    return assert_num_queries


@pytest.fixture(autouse=True)
def as_if_first():
    """What a test finds depends on no test before it.

    A request leaves its language active, and the content types that it asked for are remembered.
    """
    ContentType.objects.clear_cache()
    with override("en"):
        yield
