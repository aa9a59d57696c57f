"""What is refused before it is written to the disk."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from forum.uploads.limits import MEGABYTE

# A form may bring several files; nginx lets as much through (docs/entente.nginx).
FILES = 2


class RefuseTooLarge(FileUploadHandler):
    """Answers 413 to a request that says itself that it is larger than any form may be."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803
        if content_length > FILES * settings.UPLOAD_MAX_MB * MEGABYTE:
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
