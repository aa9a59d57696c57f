"""Which fields have a column for each language, and which models keep their history.

History is registered after the translation, or its tables would lack the translated columns.
"""

from modeltranslation.translator import translator
from simple_history import register

from delegations import models

translator.register(models.Institution, fields=["name", "short_name", "city", "description"])
translator.register(
    models.Official, fields=["name", "sort_name", "honorific", "distinctions", "biography"]
)
translator.register(models.OfficeRank, fields=["name"])
translator.register(models.Appointment, fields=["office"])
translator.register(models.Delegation, fields=["name", "stated_size"])
translator.register(models.Member, fields=["office"])
translator.register(models.Speaker, fields=["office"])
translator.register(models.Meeting, fields=["topic"])

register(models.Institution, app="delegations", m2m_fields=[models.Institution.successors.field])
register(models.Meeting, app="delegations", m2m_fields=[models.Meeting.attendees.field])
for model in (
    models.InstitutionName,
    models.Official,
    models.OfficialName,
    models.OfficialContact,
    models.OfficeRank,
    models.Appointment,
    models.Delegation,
    models.Member,
    models.Speaker,
    models.DelegationCitation,
):
    register(model, app="delegations")
