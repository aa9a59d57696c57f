"""Commands and servers of a site of its own, as they run on a machine: in other processes."""

import os
import secrets
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

from django.conf import settings


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def environment(folder, **variables):
    """The configuration of a site that keeps what it has in a folder."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    configured = {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "HTTPS": "off",
        "SECOND_FACTOR": "off",
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
    }
    return inherited | configured | variables


def manage(env, *arguments):
    """Run a command of manage.py and give what it wrote."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def answers(port) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running(command, *, port, **options):
    """A server while the test looks at it, from when it answers at the port."""
    process = subprocess.Popen([str(part) for part in command], **options)
    try:
        for _ in range(300):
            if answers(port):
                break
            assert process.poll() is None, f"{command[0]} ended with {process.returncode}"
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)
