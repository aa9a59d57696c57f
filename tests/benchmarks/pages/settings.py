"""The site as it runs on a server, and the floors beside it."""

from config.settings import *

ROOT_URLCONF = "tests.benchmarks.pages.floors"
