from pathlib import Path

from django.conf import settings
from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """Collect what is to be translated, so that the same source gives the same catalogue.

    No guessed translations, no line numbers, no dates: a catalogue changes when texts change.
    """

    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def handle(self, *args, **options):
        options["ignore_patterns"] += [".venv", "tests", "build"]
        # Not every folder of locale/ is a language: one holds what Django itself says.
        languages = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
        always = {"locale": languages, "no_obsolete": True, "no_location": True}
        super().handle(*args, **options | always)

    def write_po_file(self, potfile, locale):
        super().write_po_file(potfile, locale)
        for path in Path(potfile).parent.glob(f"{locale}/LC_MESSAGES/*.po"):
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            kept = [line for line in lines if not line.startswith('"POT-Creation-Date')]
            path.write_text("".join(kept), encoding="utf-8")
