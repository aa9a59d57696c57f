"""Which tables are backed up: those of all models, but for sessions and what is cached."""

from django.apps import apps
from django.apps.registry import Apps
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.cache import caches
from django.core.cache.backends.db import BaseDatabaseCache
from django.core.files.storage import Storage
from django.db import connections, models
from django.db.migrations.loader import MigrationLoader

# What `migrate` writes by itself, whatever is on record.
MADE_BY_MIGRATING = {
    *("auth.permission", "contenttypes.contenttype", "sites.site", "auth.group"),
    "forum.publicchange",
}
# The list of sessions that allauth keeps beside them.
SESSIONS = {"usersessions.usersession"}


def all_models(registry: Apps = apps) -> list[type[models.Model]]:
    """Every model with a table of its own, with those between two that are joined."""
    found = registry.get_models(include_auto_created=True)
    return [m for m in found if m._meta.managed and not m._meta.proxy and not m._meta.swapped]


def kept_models() -> list[type[models.Model]]:
    """The models whose rows belong in an archive."""
    without = {*left_out()}
    return [model for model in all_models() if model._meta.db_table not in without]


def left_out() -> list[str]:
    """The tables whose rows are in no archive: sessions, and what is cached.

    A key of a session signs somebody in: whoever reads a backup must not be able to.
    """
    sessions = [model._meta.db_table for model in all_models() if _is_session(model)]
    cached = [cache._table for cache in caches.all() if isinstance(cache, BaseDatabaseCache)]
    return sessions + cached


def _is_session(model: type[models.Model]) -> bool:
    return issubclass(model, AbstractBaseSession) or model._meta.label_lower in SESSIONS


def columns(model: type[models.Model]) -> list[models.Field]:
    """The fields of a model that its own table holds, but for those the database computes."""
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def file_columns(model: type[models.Model]) -> dict[str, Storage]:
    """The columns of a model that name files, each with the storage of these."""
    found = [field for field in columns(model) if isinstance(field, models.FileField)]
    return {field.attname: field.storage for field in found}


def existing_tables(alias: str) -> set[str]:
    with connections[alias].cursor() as cursor:
        return set(connections[alias].introspection.table_names(cursor))


def has_records(alias: str = "default") -> bool:
    """Whether anything is on record beside what `migrate` writes."""
    existing = existing_tables(alias)
    return any(
        models.QuerySet(model, using=alias).exists()
        for model in kept_models()
        if model._meta.db_table in existing and model._meta.label_lower not in MADE_BY_MIGRATING
    )


def applied_migrations(alias: str) -> list[list[str]]:
    return sorted([*key] for key in MigrationLoader(connections[alias]).applied_migrations)
