from django.core.management.base import BaseCommand

from forum.search.index import rebuild


class Command(BaseCommand):
    help = (
        "Write what the search knows of every record anew. Needed only after changes that saved no"
        " record, such as SQL by hand."
    )

    def handle(self, **options):
        for kind, count in rebuild().items():
            if options["verbosity"]:
                self.stdout.write(f"{kind}: {count}")
