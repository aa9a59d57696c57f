import os
import re
import secrets
import shutil
import subprocess
import sys
import tomllib

import pytest
from django.conf import settings
from django.core.management import call_command
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = settings.BASE_DIR


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """The project as it is before anybody configures it: without .env and other hidden files."""
    left_behind = shutil.ignore_patterns(".*", "*.sqlite3*", "__pycache__", "media", "staticfiles")
    return shutil.copytree(ROOT, tmp_path_factory.mktemp("site") / "entente", ignore=left_behind)


def manage(checkout, *arguments, **environment):
    """Run a command as on a server: nothing of this process's environment reaches it."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "manage.py", *arguments],
        cwd=checkout,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def production(tmp_path):
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "entente.example.org",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
    }


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.django_db
def test_no_change_of_a_model_lacks_its_migration(capsys):
    call_command("makemigrations", check_changes=True, dry_run=True)

    assert "No changes detected" in capsys.readouterr().out


@pytest.mark.slow
def test_the_checks_for_production_are_clean(checkout, production):
    done = manage(checkout, "check", "--deploy", "--fail-level", "WARNING", **production)

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_the_site_refuses_to_start_without_a_secret_key(checkout, production):
    del production["SECRET_KEY"]

    done = manage(checkout, "check", **production)

    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr


@pytest.mark.slow
def test_a_debug_server_starts_without_a_secret_key(checkout, production):
    del production["SECRET_KEY"]

    done = manage(checkout, "check", **production, DEBUG="on")

    assert done.returncode == 0, done.stderr


INSTALLED = ("run", "ops", "redis", "s3")


def pins(name="constraints.txt"):
    """What a file pins: {name: (version, hashes)}."""
    pinned = {}
    for block in re.split(r"\n(?=\S)", read(name)):
        requirement, *hashes = block.replace("\\", "").split()
        package, version = requirement.split("==")
        pinned[canonicalize_name(package.partition("[")[0])] = (version, set(hashes))
    return pinned


def requirements():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    optional = project["optional-dependencies"].values()
    return [Requirement(each) for group in (project["dependencies"], *optional) for each in group]


@pytest.mark.parametrize("requirement", requirements(), ids=lambda requirement: requirement.name)
def test_every_dependency_is_pinned_to_a_version_that_fits(requirement):
    version, hashes = pins()[canonicalize_name(requirement.name)]
    assert version in requirement.specifier
    assert hashes


@pytest.mark.parametrize("name", INSTALLED)
def test_what_a_server_installs_is_pinned_as_for_everybody(name):
    everything = pins()

    for package, pinned in pins(f"requirements/{name}.txt").items():
        assert everything[package] == pinned
        assert all(re.fullmatch("--hash=sha256:[0-9a-f]{64}", each) for each in pinned[1])
        assert pinned[1]


def test_a_server_installs_nothing_that_only_developers_need():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    installed = {package for name in INSTALLED for package in pins(f"requirements/{name}.txt")}
    wanted = {*project["dependencies"]}
    for extra in set(INSTALLED) - {"run"}:
        wanted.update(project["optional-dependencies"][extra])

    assert {canonicalize_name(Requirement(each).name) for each in wanted} <= installed
    assert installed.isdisjoint({"pytest", "mypy", "playwright", "ruff"})


def test_every_variable_is_documented():
    variables = set(
        re.findall(r"""env(?:\.\w+)?\(\s*["']([A-Z_]+)["']""", read("config/settings.py"))
    )
    documented = set(re.findall(r"^#? ?([A-Z_]+)=", read(".env.example"), re.MULTILINE))

    assert documented == variables
    assert "SECRET_KEY" in variables


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "name"),
    [
        (["load_demo"], "SECRET_KEY"),
        (["load_demo", "--check"], "DATABASE_URL"),
        (["create_demo_admin"], "DATABASE_URL"),
    ],
)
def test_the_demonstration_refuses_a_configured_checkout(checkout, production, command, name):
    dotenv = checkout / ".env"
    dotenv.write_text(f"{name}={production[name]}\n", encoding="utf-8")

    done = manage(checkout, *command, DEBUG="on")
    dotenv.unlink()

    assert done.returncode == 1
    assert "createsuperuser" in done.stderr
    assert not (checkout / "db.sqlite3").exists()


def test_make_run_asks_for_leave_before_it_touches_a_database():
    recipe = read("Makefile").split("\nrun: .venv/run\n")[1].splitlines()

    assert "load_demo --check" in recipe[0]


@pytest.mark.parametrize("document", ["docs/security.md", "docs/architecture.md", "SECURITY.md"])
def test_what_a_document_points_to_is_there(document):
    named = set(re.findall(r"`([\w.-]+/[\w./-]*)`", read(document)))
    parts = ["", "config/", "forum/", "delegations/", "agreements/", "templates/", "static/"]

    lost = {each for each in named if not any((ROOT / part / each).exists() for part in parts)}
    assert named
    assert lost == set()
