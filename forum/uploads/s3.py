"""The same stores in a bucket of an S3, which is private: files are handed out by views alone.

Needs the extra s3. Credentials are those that boto3 finds: AWS_ACCESS_KEY_ID and
AWS_SECRET_ACCESS_KEY, or the role of the machine.
"""

from contextlib import contextmanager

from botocore.exceptions import BotoCoreError, ClientError
from django.utils.deconstruct import deconstructible
from storages.backends.s3 import S3Storage

from forum.uploads.storage import Pictures, Private


@contextmanager
def as_a_disk():
    """A store that is away or refuses says so as a disk does."""
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise OSError("The store of files did not answer.") from error


class Bucket(S3Storage):
    """A folder of a bucket; a file there is never half written."""

    def _open(self, name, mode="rb"):
        with as_a_disk():
            return super()._open(name, mode)

    def _save(self, name, content):
        with as_a_disk():
            return super()._save(name, content)

    def exists(self, name):
        with as_a_disk():
            return super().exists(name)

    def delete(self, name):
        with as_a_disk():
            super().delete(name)


@deconstructible
class BucketOfPrivateFiles(Private, Bucket):
    """Private files in a bucket."""


@deconstructible
class BucketOfPictures(Pictures, Bucket):
    """Pictures in a bucket."""

    def put(self, name, content):
        """Keep a file under this very name."""
        self._save(name, content)
