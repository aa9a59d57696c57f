"""The search entries, and over them the full-text index of each database.

On SQLite an FTS5 table that reads the words from the entries, kept by triggers: a migration that
changes the table of entries drops them with the table and has to create them again. On Postgres
a generated column.
"""

from django.db import migrations, models

SQLITE = [
    """
    CREATE VIRTUAL TABLE forum_searchindex USING fts5(
        names, texts, staff_texts, content='forum_searchentry', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0', prefix='2 3'
    )
    """,
    """
    CREATE TRIGGER forum_searchentry_added AFTER INSERT ON forum_searchentry BEGIN
        INSERT INTO forum_searchindex (rowid, names, texts, staff_texts)
        VALUES (new.id, new.names, new.texts, new.staff_texts);
    END
    """,
    """
    CREATE TRIGGER forum_searchentry_deleted AFTER DELETE ON forum_searchentry BEGIN
        INSERT INTO forum_searchindex (forum_searchindex, rowid, names, texts, staff_texts)
        VALUES ('delete', old.id, old.names, old.texts, old.staff_texts);
    END
    """,
    """
    CREATE TRIGGER forum_searchentry_changed AFTER UPDATE ON forum_searchentry BEGIN
        INSERT INTO forum_searchindex (forum_searchindex, rowid, names, texts, staff_texts)
        VALUES ('delete', old.id, old.names, old.texts, old.staff_texts);
        INSERT INTO forum_searchindex (rowid, names, texts, staff_texts)
        VALUES (new.id, new.names, new.texts, new.staff_texts);
    END
    """,
]
POSTGRESQL = [
    """
    ALTER TABLE forum_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', names), 'A')
        || setweight(to_tsvector('simple', texts), 'B')
        || setweight(to_tsvector('simple', staff_texts), 'C')
    ) STORED
    """,
    "CREATE INDEX forum_searchentry_vector ON forum_searchentry USING gin (vector)",
]


def create_index(apps, schema_editor):
    sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if sqlite else POSTGRESQL:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE forum_searchindex")


class Migration(migrations.Migration):
    dependencies = [("forum", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("object_id", models.BigIntegerField()),
                ("is_published", models.BooleanField(default=False)),
                ("happened_on", models.DateField(blank=True, null=True)),
                ("lines", models.JSONField(default=list)),
                ("names", models.TextField(blank=True)),
                ("texts", models.TextField(blank=True)),
                ("staff_texts", models.TextField(blank=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "object_id"), name="forum_searchentry_once_a_record"
                    )
                ],
            },
        ),
        migrations.RunPython(create_index, drop_index),
    ]
