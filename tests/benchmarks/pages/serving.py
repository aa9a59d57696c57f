"""The site under the server that it runs under, and what processor time it has used."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.pages.archives import ROOT, Archive
from tests.config.operations.servers import free_port, running

TICK = 1000 / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    port: int
    process: subprocess.Popen
    archive: Archive

    def milliseconds(self) -> float:
        """Processor time so far: of the workers, and of a database that is on this machine."""
        return sum(map(_milliseconds_of, [*self.workers(), *self.archive.backends()]))

    def workers(self) -> list[int]:
        master = self.process.pid
        return [*map(int, Path(f"/proc/{master}/task/{master}/children").read_text().split())]


def _milliseconds_of(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0
    return (int(fields[11]) + int(fields[12])) * TICK


@contextmanager
def served(archive: Archive, **variables: str) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "--reuse-port"]
    # A worker that is replaced would begin with empty hands, and its time be lost.
    command += ["--max-requests", "0", "--bind", f"127.0.0.1:{port}"]
    environment = archive.environment(**variables)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with running(command, port=port, cwd=ROOT, env=environment, **quiet) as process:
        time.sleep(2)  # Until both workers have loaded the site.
        yield Server(port, process, archive)
