"""Which fields have a column for each language, and which models keep their history.

History is registered after the translation, or its tables would lack the translated columns.
"""

from modeltranslation.translator import translator
from simple_history import register

from forum import models

translator.register(models.Series, fields=["name"])
translator.register(models.Topic, fields=["name"])
translator.register(models.Venue, fields=["name", "address", "city"])
translator.register(
    models.Event, fields=["title", "theme", "city", "summary", "description", "image_alt"]
)
translator.register(models.Session, fields=["title", "abstract"])
translator.register(models.Figure, fields=["as_stated"])
translator.register(models.Attachment, fields=["title"])

register(models.Event, app="forum", m2m_fields=[models.Event.topics.field])
for model in (
    models.Series,
    models.Topic,
    models.Venue,
    models.Session,
    models.Figure,
    models.Attachment,
    models.Source,
    models.EventCitation,
):
    register(model, app="forum")
