"""Run `main()` of a module of this folder in a site of its own: its name, then its arguments."""

import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    import_module(f"tests.faults.{sys.argv[1]}").main(*sys.argv[2:])
