import time

import pytest

from tests.config.access.signing import make_account


@pytest.fixture
def account(db):
    return make_account()


@pytest.fixture
def later(monkeypatch):
    """Let so many seconds pass at once."""
    real, passed = time.time, [0]
    monkeypatch.setattr(time, "time", lambda: real() + passed[0])

    def later(seconds):
        passed[0] += seconds

    return later
