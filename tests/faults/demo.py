"""Load the demonstration into a site, and say with which cookie somebody of staff is signed in."""

import sys
from pathlib import Path

from django.contrib.auth import get_user_model
from django.test import Client

from config import demo, stories
from config.management.commands.load_vocabulary import VOCABULARY
from forum.derived.refresh import refresh


def main() -> None:
    stories.load([VOCABULARY, *sorted(Path(demo.__file__).parent.glob("*.yaml"))])
    refresh()
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("staff"))
    sys.stdout.write(client.cookies["sessionid"].value)
