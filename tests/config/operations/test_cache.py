import datetime as dt
import importlib.util
import shutil

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone

from forum.models import Cached
from tests.config.operations.servers import environment, free_port, manage, running

KEEP = "from django.core.cache import cache; print(cache.add('tries', 4, 600))"
COUNT = "from django.core.cache import cache; print(cache.incr('tries'))"


def shell(env, code):
    return manage(env, "shell", "--verbosity", "0", "--command", code)


@pytest.mark.django_db
def test_what_is_cached_stands_in_the_database_until_its_time_is_over():
    cache.set("tries", 4, 600)
    cache.set("earlier", 1, 600)
    over = timezone.now() - dt.timedelta(seconds=1)
    Cached.objects.filter(cache_key__endswith="earlier").update(expires=over)

    call_command("clean_cached", verbosity=0)

    assert [cached.cache_key for cached in Cached.objects.all()] == [":1:tries"]
    assert cache.get("tries") == 4


@pytest.mark.slow
def test_all_processes_share_what_is_cached(tmp_path):
    env = environment(tmp_path)
    manage(env, "migrate", "--verbosity", "0")

    assert shell(env, KEEP) == "True"
    assert shell(env, KEEP) == "False"
    assert shell(env, COUNT) == "5"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("redis-server"), reason="redis-server is not installed")
@pytest.mark.skipif(
    not importlib.util.find_spec("redis"), reason="the extra redis is not installed"
)
def test_a_redis_keeps_what_is_cached_instead(tmp_path):
    port = free_port()
    env = environment(tmp_path, CACHE_URL=f"redis://127.0.0.1:{port}/1?key_prefix=entente")
    command = ["redis-server", "--port", port, "--dir", tmp_path, "--save", ""]

    with running(command, port=port):
        assert shell(env, KEEP) == "True"
        assert shell(env, COUNT) == "5"
