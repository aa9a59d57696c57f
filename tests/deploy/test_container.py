"""The steps of the Containerfile, done in a folder: an image needs an engine, its steps do not."""

import os
import re
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.config.operations.servers import free_port, running

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("deploy")]

CONTAINERFILE = settings.BASE_DIR / "Containerfile"

# What only root may do, and what would touch the packages of the tests.
INSTEAD = """
useradd() { :; }
install() { mkdir -p "${@: -1}"; }
python() { [ "$2" = compileall ] || command python "$@"; }
"""


def instructions():
    """What the Containerfile says to do for the image that is run: [(WORD, rest)]."""
    text = re.sub(r"^#.*\n", "", CONTAINERFILE.read_text(), flags=re.MULTILINE)
    lines = text.replace("\\\n", " ").split("\nFROM ")[-1].splitlines()[1:]
    return [tuple(line.split(maxsplit=1)) for line in lines if line]


class Image:
    """A folder with what the instructions leave in it."""

    def __init__(self, folder):
        self.folder = folder
        self.work = folder
        self.env = {"PATH": os.environ["PATH"]}
        self.command, self.probe, self.user = [], [], ""
        for word, rest in instructions():
            getattr(self, f"do_{word.lower()}")(self.here(rest))

    def here(self, text):
        """A line with the paths of this folder; /venv is that of the tests, which has the same."""
        text = re.sub(r"/venv\b", sys.prefix, text)
        return re.sub(r"(?<![\w/.])/(srv|data)\b", rf"{self.folder}/\1", text)

    def do_workdir(self, rest):
        self.work = Path(rest)
        self.work.mkdir(parents=True)

    def do_copy(self, rest):
        if rest.startswith("--from"):
            return
        source, target = rest.split()
        allowed = (settings.BASE_DIR / ".containerignore").read_text().splitlines()
        assert f"!{source}" in allowed
        copy = shutil.copytree if (settings.BASE_DIR / source).is_dir() else shutil.copy
        copy(settings.BASE_DIR / source, self.work / target)

    def do_env(self, rest):
        for name, value in re.findall(r"(\w+)=(\S+)", rest):
            self.env[name] = value.replace("$PATH", self.env["PATH"])

    def do_run(self, rest):
        script = f"{INSTEAD}\n{rest}"
        subprocess.run(["bash", "-euc", script], cwd=self.work, env=self.env, check=True)

    def do_user(self, rest):
        self.user = rest

    def do_healthcheck(self, rest):
        self.probe = re.findall(r'"([^"]*)"', rest)

    def do_cmd(self, rest):
        self.command = re.findall(r'"([^"]*)"', rest)

    def do_volume(self, rest):
        assert Path(rest).is_dir()

    def do_expose(self, rest):
        assert self.env["BIND"].endswith(f":{rest}")


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    return Image(tmp_path_factory.mktemp("image"))


def test_what_the_image_holds_runs_and_is_probed(image):
    port = free_port()
    given = {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": ".example.org,localhost",
        "DATABASE_URL": f"sqlite:///{image.folder}/data/db.sqlite3",
        "BIND": f"127.0.0.1:{port}",
    }
    options = {"cwd": image.work, "env": image.env | given}

    def probe():
        return subprocess.run(image.probe, check=False, **options).returncode

    assert probe() == 1
    with running(image.command, port=port, **options):
        assert 0 in (probe() for _ in range(10))


def test_the_image_is_run_by_nobody_who_owns_it(image):
    assert image.user == "entente"


def test_no_secret_and_no_record_gets_into_an_image():
    allowed = (settings.BASE_DIR / ".containerignore").read_text().splitlines()

    assert allowed[0] == "*"
    assert {"!.env", "!db.sqlite3", "!media"}.isdisjoint(allowed)
    assert (settings.BASE_DIR / ".dockerignore").read_text().splitlines() == allowed
