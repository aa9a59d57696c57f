#!/usr/bin/env python3
import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

# What somebody runs who has just cloned the repository to look at it.
FIRST_STEPS = {
    *("migrate", "load_demo", "set_up_roles", "create_demo_admin"),
    *("createsuperuser", "runserver"),
}
CONFIGURATION = {"SECRET_KEY", "DEBUG", "DATABASE_URL", "ALLOWED_HOSTS"}


def allow_first_steps(arguments: list[str]) -> None:
    """Turn DEBUG on in a checkout that nobody has configured, for the first steps alone.

    Servers for visitors start through wsgi.py or asgi.py and refuse, as every other command
    does here: without SECRET_KEY the settings do not load unless DEBUG is on.
    """
    is_configured = CONFIGURATION & os.environ.keys() or Path(__file__).with_name(".env").exists()
    if not is_configured and FIRST_STEPS & set(arguments[1:2]):
        os.environ["DEBUG"] = "on"
        sys.stderr.write("Nothing is configured: this is a development site with DEBUG on.\n")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    allow_first_steps(sys.argv)
    execute_from_command_line(sys.argv)
