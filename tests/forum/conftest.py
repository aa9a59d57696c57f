import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import override


@pytest.fixture(autouse=True)
def as_if_first():
    """What a test finds depends on no test before it.

    A request leaves its language active, and the content types that it asked for are remembered.
    """
    ContentType.objects.clear_cache()
    with override("en"):
        yield
