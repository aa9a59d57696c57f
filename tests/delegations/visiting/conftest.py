import pytest

from tests.delegations.visiting.worlds import make_visit


@pytest.fixture
def world():
    return make_visit()
