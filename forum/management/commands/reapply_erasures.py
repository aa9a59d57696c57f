import json
from pathlib import Path

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from forum.models import Erasure
from forum.personal.erasing import erase

FIELDS = ("model", "key", "mode", "spared", "files", "reason")


class Command(BaseCommand):
    help = (
        "Erase again what was erased before, after an older state of the database was restored."
        " Before it is restored, --write FILE keeps what was erased until now, without any name;"
        " afterwards FILE is applied together with what the database itself remembers."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", help="what --write kept, as lines of JSON")
        parser.add_argument("--write", metavar="FILE", help="keep what was erased, and stop")

    def handle(self, file, write, verbosity, **options):
        if write:
            self._write(write)
            return
        done = [*_read(file)] if file else []
        done += [each for each in Erasure.objects.values(*FIELDS) if each not in done]
        for each in done:
            self._erase(each)
        if verbosity:
            self.stdout.write(f"{len(done)} erased again.")

    def _write(self, path: str) -> None:
        try:
            with Path(path).open("w", encoding="utf-8") as file:
                file.writelines(f"{json.dumps(each)}\n" for each in Erasure.objects.values(*FIELDS))
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error

    def _erase(self, said: dict) -> None:
        known = Erasure.objects.filter(model=said["model"], key=said["key"], mode=said["mode"])
        again = erase(
            apps.get_model(said["model"]),
            said["key"],
            **{name: said[name] for name in ("mode", "spared", "files", "reason")},
        )
        # It is the same erasure: the first account of it stays.
        if known.exclude(pk=again.pk).exists():
            again.delete()


def _read(path: str) -> list[dict]:
    try:
        with Path(path).open(encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
            return [{name: row[name] for name in FIELDS} for row in rows]
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise CommandError(f"{path} is not what --write makes.") from error
