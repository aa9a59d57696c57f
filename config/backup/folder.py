"""The names of archives in a folder, by which their time is known."""

import datetime as dt
from pathlib import Path

NAME = "entente-%Y%m%dT%H%M%SZ.tar"


def name_of(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).strftime(NAME)


def archives(folder: Path) -> dict[dt.datetime, Path]:
    """The archives in a folder that have such a name, by their times."""
    found = {}
    for path in folder.glob("entente-*.tar"):
        try:
            time = dt.datetime.strptime(path.name, NAME).replace(tzinfo=dt.UTC)
        except ValueError:
            continue
        found[time] = path
    return found
