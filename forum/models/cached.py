from django.db import models


class Cached(models.Model):
    """A value that Django's cache keeps for a while: how often somebody tried to sign in, and such.

    In the database it holds for all worker processes and over a restart, without a server of its
    own. Django's cache reads and writes the table itself and gives the columns their names.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self):
        return self.cache_key
