"""What a site is filled with, in a process of its own: something in every table and folder."""

import datetime as dt
from inspect import signature
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client

from config import demo, stories
from config.management.commands.load_vocabulary import VOCABULARY
from forum.derived import catch_up
from forum.history.keeping import revision
from forum.models import AsideFile, AsideForm
from tests import factories

# What breaks a copy that is made carelessly.
ODD = "“Ÿ́'; --\n\t\\N \x85\u2028 ʻ 🇰🇿 {} \\u0041"


def fill() -> None:
    story = next(Path(demo.__file__).parent.glob("01-*.yaml"))
    stories.load([VOCABULARY, story])
    staff = get_user_model().objects.create_superuser("ädmin", password="secret-" * 3)
    Client().force_login(staff)
    for name, make in vars(factories).items():
        if name.startswith("make_") and list(signature(make).parameters) == ["fields"]:
            make()
    with revision(by=staff):
        odd = factories.make_event(title_en=ODD, summary_kk=ODD, starts_on=dt.date(987, 3, 1))
        odd.image.save("bild ü.png", factories.picture_file(size=(800, 800)))
        factories.make_text(file=factories.pdf_file("договор.pdf"))
        gone = factories.make_event()
        gone.delete()
    AsideForm.objects.create(user=staff, path="/a", data={"ä": [None, 1.5, ODD]})
    AsideFile.objects.create(user=staff, file=ContentFile(b"", name="empty.txt"), name="empty.txt")
    # Not named by any row: a former picture, which the history may bring back.
    former = Path(settings.MEDIA_ROOT) / "pictures" / ("x" * 150) / "former.png"
    former.parent.mkdir(parents=True, exist_ok=True)
    former.write_bytes(b"former")
    catch_up()
