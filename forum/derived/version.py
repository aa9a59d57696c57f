"""The version of the content: a number that rises with each change of what visitors may see.

A transaction that changes something adds a row of its own, so that no two writers wait for each
other, and a rollback takes it along; the version is the sum of all rows. Two who read the same sum
see the same commits, because commits are only added: whoever sees more has a larger sum. A page
made of what was read after a version is therefore never older than that.

A weight is a random number: no restored, emptied or copied database ever comes back to a number
that stood for something else.
"""

from secrets import randbelow

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection, connections, router, transaction

# So large that no two histories meet in one sum; billions of them fit into the column.
HEAVIEST = 2**32
# After about so many rows they are made one, so that a sum is read in an instant.
MOST_ROWS = 64
SUM = "SELECT SUM(weight) FROM forum_publicchange"


def version() -> str:
    """The version of what a read sees from now on."""
    # From where the pages are read, too: a replica that lags is behind in both.
    server = connections[router.db_for_read(apps.get_model("forum", "PublicChange"))]
    with server.cursor() as cursor:
        cursor.execute(SUM)
        return str(cursor.fetchone()[0])


def move() -> None:
    """Move the version on with the present transaction, if it has not done so.

    That it has is remembered among what is called at commit: a rollback, of a savepoint too, takes
    the row and that along together.
    """
    if not any(function in DONE for _savepoints, function, *_ in connection.run_on_commit):
        move_again()


def move_again() -> None:
    """Move it on, whatever was done with the row of this transaction."""
    row = _changes().create(weight=1 + randbelow(HEAVIEST))
    if connection.in_atomic_block:
        transaction.on_commit(_fold if row.pk % MOST_ROWS == 0 else _keep, robust=True)


def _keep() -> None:
    """The row is committed, and may stand for a while."""


def _fold() -> None:
    """Put one row in the place of all that are committed, with their sum."""
    with transaction.atomic():
        rows = list(_changes().select_for_update().order_by("pk"))
        _changes().filter(pk__in=[row.pk for row in rows]).delete()
        _changes().create(weight=sum(row.weight for row in rows))


def _changes():
    return apps.get_model("forum", "PublicChange").objects.using(DEFAULT_DB_ALIAS)


# What is called at commit of a transaction that has moved the version.
DONE = (_keep, _fold)
