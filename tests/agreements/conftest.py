import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english():
    """A request in another language leaves that language on; the next test begins in English."""
    with translation.override("en"):
        yield
