from django.db import models


class SearchEntry(models.Model):
    """What the search knows of one record, kept by forum.search from the record itself.

    `names`, `texts` and `staff_texts` hold folded words, each with the mark of the kind. The
    full-text index over them (FTS5 on SQLite, a generated tsvector on Postgres) is made by the
    migration.
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    is_published = models.BooleanField(default=False)
    happened_on = models.DateField(null=True, blank=True)
    names = models.TextField(blank=True)
    texts = models.TextField(blank=True)
    staff_texts = models.TextField(blank=True)
    # At the end, since they are long and a search reads only what stands before.
    # What visitors may be shown as the reason for a match: [language, text] each.
    name_lines = models.JSONField(default=list)
    text_lines = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"], name="forum_searchentry_once_a_record"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.object_id}"


class SearchWord(models.Model):
    """A word of names, folded, and how many entries have it; kept by forum.search."""

    word = models.CharField(max_length=200, unique=True)
    entries = models.IntegerField(default=0)

    def __str__(self):
        return self.word


class SearchKey(models.Model):
    """What a word of names has in common with its other spellings."""

    key = models.CharField(max_length=200, db_index=True)
    word = models.ForeignKey(SearchWord, on_delete=models.CASCADE, related_name="keys")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "word"], name="forum_searchkey_once_a_word")
        ]

    def __str__(self):
        return f"{self.key} {self.word_id}"
