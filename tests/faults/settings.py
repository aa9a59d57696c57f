"""Of the sites whose processes are killed: as in production, but for what takes long to prepare."""

from config.settings import *

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
SECOND_FACTOR = False
# Where the disk is full, it is the file that finds no room, and not the upload itself.
FILE_UPLOAD_MAX_MEMORY_SIZE = 100 * 1024**2
