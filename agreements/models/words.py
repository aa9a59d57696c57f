from django.db import models

from agreements.models.text import Text
from forum.models.record import Record


class TextWords(Record):
    """What the file of a text says, for the search; derived from the file, never typed."""

    text = models.OneToOneField(Text, on_delete=models.CASCADE, related_name="words")
    # Of the file that was read.
    sha256 = models.CharField(max_length=64)
    words = models.TextField(blank=True)

    def __str__(self):
        return str(self.text)
