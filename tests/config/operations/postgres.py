"""A Postgres of a test's own, which it may stop."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.config.operations.servers import free_port

INSTALLED = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
BIN = INSTALLED[-1].parent if INSTALLED else None
needs_postgres = pytest.mark.skipif(BIN is None, reason="no Postgres server is installed")


class Postgres:
    """A cluster in a folder that belongs to the user postgres, since root may not run one."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="entente-postgres-"))
        self.port = free_port()
        self.url = f"postgres://postgres@127.0.0.1:{self.port}/postgres"
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._make()
        self.start()

    def _make(self):
        self._run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")

    def start(self):
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self._run("pg_ctl", "-o", options, "-l", self.folder / "log", "-w", "start")

    def stop(self):
        self._run("pg_ctl", "-m", "immediate", "-w", "stop")

    def remove(self):
        self._run("pg_ctl", "-m", "immediate", "stop", check=False)
        shutil.rmtree(self.folder)

    def _run(self, command, *arguments, check=True):
        as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [*as_postgres, BIN / command, "-D", self.folder / "data", *arguments],
            cwd=self.folder,
            check=check,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


class Replica(Postgres):
    """A cluster that follows another one."""

    def __init__(self, database: Postgres):
        self.database = database
        super().__init__()

    def _make(self):
        source = ["-h", "127.0.0.1", "-p", str(self.database.port), "-U", "postgres"]
        self._run("pg_basebackup", *source, "-R", "-c", "fast", "-X", "stream")
