import pytest
from django.conf import settings

from tests.config.backup.sites import Site

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("backup")]


@pytest.fixture
def restored(filled, make_site):
    """A site on one database, and what became of it on another."""

    def restored(source: str, target: str) -> tuple[Site, Site]:
        before, after = filled(source), make_site(target)
        after.run("restore", before.folder / "backup.tar")
        return before, after

    return restored


def test_every_row_and_file_comes_back(restored, engine):
    before, after = restored(engine, engine)

    assert after.rows() == before.rows()
    assert after.files() == before.files()
    assert after.leftovers() == []


@pytest.mark.parametrize(("source", "target"), [("sqlite", "postgres"), ("postgres", "sqlite")])
def test_every_record_and_file_moves_to_another_database(source, target, restored):
    before, after = restored(source, target)

    assert after.records() == before.records()
    assert after.files() == before.files()
    after.run("migrate", "--check")


def commands_of(heading: str) -> list[list[str]]:
    """The commands that docs/backup.md gives in the first block under a heading."""
    page = (settings.BASE_DIR / "docs" / "backup.md").read_text()
    block = page.split(f"## {heading}\n")[1].split("```")[1]
    lines = [line.partition("#")[0] for line in block.splitlines()]
    commands = [each.split() for line in lines for each in line.split("&&")]
    return [words[1:] for words in commands if words[:1] == ["manage.py"]]


def test_the_drill_is_as_the_documentation_says(filled, make_site, engine):
    site, archive = make_site(engine), filled(engine).folder / "backup.tar"

    for command in commands_of("The drill"):
        site.run(*[str(archive) if word.endswith(".tar") else word for word in command])

    assert site.files() == filled(engine).files()


def test_moving_is_as_the_documentation_says(filled, make_site, tmp_path):
    on_the_one, on_the_other = commands_of("Moving between SQLite and Postgres")
    assert (on_the_one[-1], on_the_other[-1]) == ("move.tar", "move.tar")
    before, after = filled("sqlite"), make_site("postgres")

    before.run(*on_the_one[:-1], tmp_path / "move.tar")
    after.run(*on_the_other[:-1], tmp_path / "move.tar")

    assert after.records() == before.records()
