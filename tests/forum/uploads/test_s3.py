"""Files in a bucket instead of a folder, by a server that speaks S3 (moto_server on the path)."""

import importlib.util
import json
import shutil

import pytest

from tests.config.operations.servers import environment, free_port, manage, running

SERVER = shutil.which("moto_server")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SERVER, reason="moto_server is not installed"),
    pytest.mark.skipif(not importlib.util.find_spec("storages"), reason="no extra s3"),
]
# What boto3 asks of a server is refused here without an account of Amazon's.
ACCOUNT = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}
BEGIN = """
import json
import boto3
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.test import Client
from tests.factories import make_attachment, make_event
from tests.forum.uploads.test_renditions import photo

bucket = boto3.resource("s3", endpoint_url=default_storage.endpoint_url).Bucket("entente")
keys = lambda: sorted(each.key for each in bucket.objects.all())
client = Client(headers={"Host": "localhost"}, raise_request_exception=False)
said = {}
"""
KEPT = """
bucket.create()
event = make_event(image=photo())
attachment = make_attachment(event=event, file=ContentFile(b"Programme", name="a.txt"), url="")
said["keys"] = [key.split("/")[:2] for key in keys()]
said["address"] = storages["private"].url("texts/a.pdf")
said["pictures"] = [
    client.get(address).status_code
    for address in (f"/media/{event.image.name}", f"/pictures/320/{event.image.name}")
    for _ in range(2)
]
said["missing"] = client.get("/media/photos/none.jpg").status_code
staff = get_user_model().objects.create_superuser("staff")
client.force_login(staff)
said["private"] = client.get(f"/files/{attachment.file.name}").status_code
said["content"] = b"".join(client.get(f"/files/{attachment.file.name}")).decode()
event.image.delete()
said["left"] = [key.split("/")[:2] for key in keys()]
print(json.dumps(said))
"""
AWAY = """
from forum.models import Event
named = {"title_en": "Forum", "slug": "forum", "image": "photos/a.jpg"}
event = Event.objects.create(is_published=True, **named)
said["media"] = client.get("/media/photos/a.jpg").status_code
said["page"] = client.get("/events/forum/").status_code
try:
    storages["private"].save("a.txt", ContentFile(b"a"))
except OSError as error:
    said["error"] = str(error)
print(json.dumps(said))
"""


@pytest.fixture
def env(tmp_path):
    bucket = {
        "MEDIA_S3_BUCKET": "entente",
        "MEDIA_S3_ENDPOINT": f"http://127.0.0.1:{free_port()}",
        "MEDIA_S3_REGION": "eu-north-1",
        # As all pages of a site in production want their files.
        "DEBUG": "on",
        "AWS_MAX_ATTEMPTS": "1",
    }
    env = environment(tmp_path, **bucket, **ACCOUNT)
    manage(env, "migrate", "--verbosity", "0")
    return env


def say(env, script):
    said = manage(env, "shell", "--verbosity", "0", "--command", BEGIN + script)
    return json.loads(said.splitlines()[-1])


def test_files_are_kept_in_a_bucket_and_handed_out_by_views(env):
    port = int(env["MEDIA_S3_ENDPOINT"].rpartition(":")[2])

    with running([SERVER, "-p", port], port=port):
        said = say(env, KEPT)

    assert said == {
        "keys": [["pictures", "events"], ["private", "attachments"]],
        "address": "/files/texts/a.pdf",
        "pictures": [200, 200, 200, 200],
        "missing": 404,
        "private": 200,
        "content": "Programme",
        "left": [["private", "attachments"]],
    }


def test_a_bucket_that_is_away_is_no_error_of_the_site(env):
    said = say(env, AWAY)

    assert said == {"media": 404, "page": 200, "error": "The store of files did not answer."}
